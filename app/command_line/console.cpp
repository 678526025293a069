// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/console.h"

#include "app/command_line/terminal_text.h"

#include <QJsonDocument>

#include <atomic>
#include <cerrno>
#include <cstdio>

namespace weighbridge::app
{

namespace
{

constexpr int kOutputSchema = 1;

std::atomic<std::uint64_t> writeNumber{0};
int outputError = 0; ///< errno of a failed write to stdout, of the thread that prints

/// While it lives, a write is under way.
class UnderWay
{
public:
    UnderWay()
    {
        static std::atomic<std::uint64_t> count{0};
        writeNumber = ++count;
    }
    ~UnderWay() { writeNumber = 0; }
    UnderWay(const UnderWay &) = delete;
    UnderWay &operator=(const UnderWay &) = delete;
};

void writeLine(std::FILE *stream, const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (!bytes.endsWith('\n'))
        bytes += '\n';
    const UnderWay underWay;
    const auto size = static_cast<std::size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, stream) != size && stream == stdout)
        outputError = errno;
}

} // namespace

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

std::uint64_t writeUnderWay()
{
    return writeNumber;
}

ExitCode afterFlush(ExitCode code)
{
    {
        const UnderWay underWay;
        if (std::fflush(stdout) != 0)
            outputError = errno;
        else if (std::ferror(stdout) == 0)
            return code;
    }
    const bool isFull = outputError == ENOSPC || outputError == EDQUOT || outputError == EFBIG;
    complain(isFull ? QStringLiteral("Cannot write the result to the standard output: the disk is "
                                     "full. Make room there or send it elsewhere")
                    : QStringLiteral("Cannot write the result to the standard output. Check where "
                                     "it goes"));
    return code == ExitCode::success ? ExitCode::failure : code;
}

} // namespace weighbridge::app
