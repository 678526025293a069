// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace
{

/// pid → parent of every process that is not a zombie.
QHash<qint64, qint64> livingProcesses()
{
    QHash<qint64, qint64> parents;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isPid = false;
        const qint64 pid = entry.toLongLong(&isPid);
        QFile file(QStringLiteral("/proc/%1/stat").arg(entry));
        if (!isPid || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = file.readAll();
        // "pid (name) state ppid …", where the name may hold anything.
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[0] != "Z")
            parents.insert(pid, fields[1].toLongLong());
    }
    return parents;
}

bool anyLives(const QSet<qint64> &pids)
{
    const QHash<qint64, qint64> living = livingProcesses();
    return std::any_of(pids.begin(), pids.end(), [&](qint64 pid) { return living.contains(pid); });
}

QSet<qint64> descendantsOf(qint64 pid)
{
    const QHash<qint64, qint64> parents = livingProcesses();
    QSet<qint64> found;
    bool grew = true;
    while (grew) {
        grew = false;
        for (auto it = parents.begin(); it != parents.end(); ++it) {
            const bool isBelow = it.value() == pid || found.contains(it.value());
            if (isBelow && !found.contains(it.key())) {
                found.insert(it.key());
                grew = true;
            }
        }
    }
    return found;
}

} // namespace

class CliInterruptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interruptedBenchLeavesNothingBehind_data();
    void interruptedBenchLeavesNothingBehind();
};

void CliInterruptTest::interruptedBenchLeavesNothingBehind_data()
{
    QTest::addColumn<QList<int>>("signalNumbers");
    QTest::newRow("Ctrl-C") << QList<int>{SIGINT};
    QTest::newRow("Ctrl-C twice") << QList<int>{SIGINT, SIGINT};
    QTest::newRow("SIGTERM") << QList<int>{SIGTERM};
}

void CliInterruptTest::interruptedBenchLeavesNothingBehind()
{
    QFETCH(QList<int>, signalNumbers);
    const QTemporaryDir folder;
    const QString project = folder.filePath(QStringLiteral("a.weigh"));
    QProcess process;
    process.setReadChannel(QProcess::StandardError);
    process.start(QStringLiteral(WEIGHBRIDGE_EXECUTABLE),
                  {QStringLiteral("bench"), QStringLiteral("--targets"),
                   QStringLiteral("reference"), QStringLiteral("-c"), QStringLiteral("10"),
                   QStringLiteral("-d"), QStringLiteral("600"), QStringLiteral("--rounds"),
                   QStringLiteral("1"), QStringLiteral("--warm-up"), QStringLiteral("0"),
                   QStringLiteral("--project"), project, QStringLiteral("--json")});
    QByteArray err;
    while (!err.contains("Measuring") && process.waitForReadyRead(60'000))
        err += process.readAllStandardError();
    const QSet<qint64> servers = descendantsOf(process.processId());
    QVERIFY2(!servers.isEmpty(), err.constData());

    for (const int number : signalNumbers)
        ::kill(static_cast<pid_t>(process.processId()), number);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QTRY_VERIFY_WITH_TIMEOUT(!anyLives(servers), 60'000);
    // Either the project was not touched or it is whole.
    if (QFile::exists(project)) {
        QFile file(project);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString problems = schemaProblems(QStringLiteral("project"), file.readAll());
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }
}

QTEST_GUILESS_MAIN(CliInterruptTest)
#include "cli_interrupt_test.moc"
