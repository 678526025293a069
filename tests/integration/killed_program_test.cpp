// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_targets.h"

#include <QProcess>
#include <QTest>

#include <algorithm>

#include <signal.h>

using namespace weighbridge;

/// SIGKILL gives the program no chance to clean up; its watchdogs must.
class KilledProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python")); }

    void nothingIsLeft_data()
    {
        QTest::addColumn<int>("repetition");
        constexpr int kRepetitions = 20;
        for (int i = 1; i <= kRepetitions; ++i)
            QTest::newRow(qPrintable(QString::number(i))) << i;
    }
    void nothingIsLeft()
    {
        testing::FakeTargets targets;
        // Ignores SIGTERM, forks twice and leaves its process group: nothing polite would help.
        targets.addServer(QStringLiteral("stubborn"));
        QProcess program;
        program.start(QStringLiteral(BENCHMARK_RUNNER), {QStringLiteral("stubborn")});
        QVERIFY(program.waitForStarted());
        QByteArray output;
        while (!output.contains("Measuring stubborn")) {
            QVERIFY2(program.waitForReadyRead(60'000), output.constData());
            output += program.readAllStandardOutput();
        }
        const auto tree = testing::descendants(static_cast<pid_t>(program.processId()));
        QVERIFY2(tree.size() >= 6,
                 qPrintable(QString::number(tree.size()))); // watchdog, server, 4 more

        QCOMPARE(::kill(static_cast<pid_t>(program.processId()), SIGKILL), 0);
        const auto anyAlive = [&tree] {
            return std::any_of(tree.begin(), tree.end(), testing::isAlive);
        };
        // By themselves they would go on for five minutes.
        QTRY_VERIFY2_WITH_TIMEOUT(!anyAlive(), "a process of the tree outlives the program",
                                  60'000);
        program.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(KilledProgramTest)
#include "killed_program_test.moc"
