// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <csignal>

class CliLoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresFollowTheSchemaAndAddUp();
    void wrongRepliesAreAFailureWithTheReason();
    void nobodyListeningIsAFailure();
    void interruptPrintsWhatWasMeasured();
};

void CliLoadTest::figuresFollowTheSchemaAndAddUp()
{
    const RunningReference server;
    const Output output =
        runProgram({QStringLiteral("load"), server.url(QStringLiteral("/json")),
                    QStringLiteral("-c20"), QStringLiteral("-d"), QStringLiteral("0.5s"),
                    QStringLiteral("-t"), QStringLiteral("2"), QStringLiteral("--json")});
    QVERIFY2(output.code == 0 || output.code == 3, output.err.constData());
    const QString problems = schemaProblems(QStringLiteral("load"), output.out);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    const QJsonObject json = output.json();
    QCOMPARE(json[QStringLiteral("connections")].toInt(), 20);
    QCOMPARE(json[QStringLiteral("threads")].toInt(), 2);
    QVERIFY(json[QStringLiteral("requests")].toInteger() > 0);
    QCOMPARE(json[QStringLiteral("status")][QStringLiteral("2xx")].toInteger(),
             json[QStringLiteral("requests")].toInteger());
}

void CliLoadTest::wrongRepliesAreAFailureWithTheReason()
{
    const RunningReference server;
    const Output output =
        runProgram({QStringLiteral("load"), server.url(QStringLiteral("/nothing-here")),
                    QStringLiteral("-c"), QStringLiteral("2"), QStringLiteral("-d"),
                    QStringLiteral("0.2"), QStringLiteral("--json")});
    QCOMPARE(output.code, 1);
    QVERIFY2(output.err.contains("404"), output.err.constData());
    const QString problems = schemaProblems(QStringLiteral("load"), output.out);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void CliLoadTest::nobodyListeningIsAFailure()
{
    QString url;
    {
        const RunningReference server;
        url = server.url(QStringLiteral("/json"));
    }
    const Output output =
        runProgram({QStringLiteral("load"), url, QStringLiteral("-d"), QStringLiteral("0.2")});
    QCOMPARE(output.code, 1);
    QVERIFY(!output.complaints().isEmpty());
}

void CliLoadTest::interruptPrintsWhatWasMeasured()
{
    const RunningReference server;
    QProcess process;
    process.start(QStringLiteral(WEIGHBRIDGE_EXECUTABLE),
                  {QStringLiteral("load"), server.url(QStringLiteral("/json")),
                   QStringLiteral("-d"), QStringLiteral("600"), QStringLiteral("--json")});
    QVERIFY(process.waitForStarted());
    // The main thread, the one that waits for signals, and the load: now it can be interrupted.
    const QDir threads(QStringLiteral("/proc/%1/task").arg(process.processId()));
    QTRY_VERIFY_WITH_TIMEOUT(threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() >= 3,
                             60'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    const QByteArray out = process.readAllStandardOutput();
    const QString problems = schemaProblems(QStringLiteral("load"), out);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

QTEST_GUILESS_MAIN(CliLoadTest)
#include "cli_load_test.moc"
