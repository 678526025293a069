// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/console.h"

#include <QJsonDocument>

#include <cstdio>

namespace weighbridge::app
{

namespace
{

constexpr int kOutputSchema = 1;

void writeLine(std::FILE *stream, const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (!bytes.endsWith('\n'))
        bytes += '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

} // namespace

QString printable(QString text)
{
    const auto turnsDirection = [](QChar each) {
        return (each >= QChar(0x202A) && each <= QChar(0x202E)) ||
               (each >= QChar(0x2066) && each <= QChar(0x2069));
    };
    for (QChar &each : text) {
        const bool isControl = each.category() == QChar::Other_Control &&
                               each != QLatin1Char('\n') && each != QLatin1Char('\t');
        if (isControl || turnsDirection(each))
            each = QChar::ReplacementCharacter;
    }
    return text;
}

void print(const QString &text)
{
    writeLine(stdout, printable(text));
}

void printJson(QJsonObject object)
{
    const QString schema = QStringLiteral("schema");
    const QString version = QStringLiteral("program_version");
    if (!object.contains(schema))
        object.insert(schema, kOutputSchema);
    if (!object.contains(version))
        object.insert(version, QStringLiteral(WEIGHBRIDGE_VERSION));
    // Data for a program, in which JSON itself keeps control characters out.
    writeLine(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)));
}

void note(const QString &line)
{
    writeLine(stderr, printable(line));
}

void complain(const Error &error)
{
    complain(error.message());
    if (!error.details.trimmed().isEmpty())
        note(error.details.trimmed());
}

void complain(const QString &message)
{
    note(QStringLiteral("weighbridge: ") + message);
}

ExitCode afterFlush(ExitCode code)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    complain(QStringLiteral("Cannot write the result to the standard output. Check where it goes"));
    return code == ExitCode::success ? ExitCode::failure : code;
}

} // namespace weighbridge::app
