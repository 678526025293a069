// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

namespace
{

constexpr int kLongestMilliseconds = 20 * 60 * 1000;

} // namespace

QStringList Output::complaints() const
{
    return QString::fromUtf8(err).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

QJsonObject Output::json() const
{
    return QJsonDocument::fromJson(out).object();
}

Output runProgram(const QStringList &arguments, const QHash<QString, QString> &environment,
                  const QByteArray &input)
{
    auto variables = QProcessEnvironment::systemEnvironment();
    for (auto it = environment.begin(); it != environment.end(); ++it)
        variables.insert(it.key(), it.value());
    QProcess process;
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(WEIGHBRIDGE_EXECUTABLE), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(kLongestMilliseconds);
    Output output;
    output.out = process.readAllStandardOutput();
    output.err = process.readAllStandardError();
    if (process.exitStatus() == QProcess::NormalExit)
        output.code = process.exitCode();
    return output;
}

void expectRefused(const Output &output, const QString &words)
{
    QCOMPARE(output.code, 2);
    QCOMPARE(output.out, QByteArray());
    QVERIFY2(output.err.contains(words.toUtf8()), output.err.constData());
}

QJsonObject elementOf(const QJsonObject &document, const char *list, const QString &id)
{
    const QJsonArray elements = document.value(QLatin1String(list)).toArray();
    for (const QJsonValue element : elements) {
        if (element[QStringLiteral("id")].toString() == id)
            return element.toObject();
    }
    return {};
}

QString schemaProblems(const QString &schema, const QByteArray &document)
{
    QProcess validator;
    validator.start(
        QStringLiteral(JSON_SCHEMA_PYTHON),
        {QStringLiteral("-W"), QStringLiteral("ignore::DeprecationWarning"),
         QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/tests/integration/cli/validate_json.py"),
         QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/resources/schemas"), schema});
    validator.write(document);
    validator.closeWriteChannel();
    validator.waitForFinished();
    const bool isSound =
        validator.exitStatus() == QProcess::NormalExit && validator.exitCode() == 0;
    return isSound ? QString()
                   : QStringLiteral("%1%2").arg(QString::fromUtf8(validator.readAllStandardError()),
                                                validator.errorString());
}

RunningReference::RunningReference()
{
    m_process.start(
        QStringLiteral(WEIGHBRIDGE_EXECUTABLE),
        {QStringLiteral("reference-server"), QStringLiteral("--port"), QStringLiteral("0")});
    while (!m_process.canReadLine() && m_process.waitForReadyRead()) {
    }
    m_url = QString::fromUtf8(m_process.readLine()).trimmed();
}

RunningReference::~RunningReference()
{
    m_process.terminate();
    m_process.waitForFinished();
}
