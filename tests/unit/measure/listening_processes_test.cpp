// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/listening_processes.h"
#include "core/measure/process/process_sampler.h"
#include "core/reference/server.h"

#include <QTest>

#include <ctime>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;

class ListeningProcessesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyListenersOnThePortAreFound()
    {
        const QByteArray table =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  "
            "timeout inode\n"
            "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0  "
            "      0 4711 1 0000000000000000 100 0 0 10 0\n"
            "   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0  "
            "      0 4712 1 0000000000000000 100 0 0 10 0\n"
            "   2: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A "
            "00000000:00000000 00:00000000 00000000     0        0 4713 1 0\n"
            "   3: 0100007F:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0  "
            "      0 4714 1 0000000000000000 100 0 0 10 0\n";
        QCOMPARE(listeningInodes(table, 8080), (std::vector<QByteArray>{"4711", "4713"}));
        QCOMPARE(listeningInodes(table, 80), std::vector<QByteArray>{"4714"});
        QVERIFY(listeningInodes(table, 8081).empty());
        QVERIFY(listeningInodes({}, 80).empty());
    }

    void thisProcessIsFoundByItsOwnPort()
    {
        const reference::Server server;
        QCOMPARE(listeningProcesses(server.port()), std::vector<pid_t>{getpid()});
        QVERIFY(listeningProcesses(1).empty());
    }

    void itsCpuTimeIsCountedOnce()
    {
        const auto reader = makeProcReader();
        while (std::clock() < CLOCKS_PER_SEC / 10) { // something to count
        }
        const auto once = cpuTimeOfTrees(*reader, {getpid()});
        QVERIFY(once.count() > 0);
        const auto twice = cpuTimeOfTrees(*reader, {getpid(), getpid()});
        QVERIFY(twice - once < once / 2);
        QCOMPARE(cpuTimeOfTrees(*reader, {}).count(), std::int64_t{0});
    }
};

QTEST_APPLESS_MAIN(ListeningProcessesTest)
#include "listening_processes_test.moc"
