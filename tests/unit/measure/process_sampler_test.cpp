// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/tree_monitor.h"
#include "core/measure/process/process_sampler.h"

#include <QTest>

#include <map>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace weighbridge::results;

namespace
{

class FakeProc : public ProcReader
{
public:
    struct Process {
        pid_t parent = 1;
        int userTicks = 0;
        int systemTicks = 0;
        int deadChildrenTicks = 0;
        int pssKib = 0;
        QByteArray name = "server";
        int fileKib = 0; ///< of pssKib
    };
    bool tellsParts = true; ///< Linux 5.4 or newer
    std::map<pid_t, Process> tree;
    QByteArray stat = "cpu  10 20 30 40 50 60 70 80 0 0\ncpu0 1 2 3 4 5 6 7 8 0 0\n";

    std::vector<pid_t> processes() const override
    {
        std::vector<pid_t> pids;
        for (const auto &[pid, process] : tree)
            pids.push_back(pid);
        return pids;
    }
    QByteArray read(pid_t pid, const char *file) const override
    {
        const auto found = tree.find(pid);
        if (found == tree.end())
            return {};
        const Process &process = found->second;
        if (QByteArray(file) == "stat")
            return QByteArray::number(pid) + " (" + process.name + ") S " +
                   QByteArray::number(process.parent) + " 1 1 0 -1 0 0 0 0 0 " +
                   QByteArray::number(process.userTicks) + ' ' +
                   QByteArray::number(process.systemTicks) + ' ' +
                   QByteArray::number(process.deadChildrenTicks) + " 0 20 0 1 0 1 1 1\n";
        const QByteArray total = "5555-6666 ---p 00000000 00:00 0 [rollup]\nRss:  " +
                                 QByteArray::number(process.pssKib * 3) +
                                 " kB\nPss:          " + QByteArray::number(process.pssKib) +
                                 " kB\n";
        if (!tellsParts)
            return total;
        return total + "Pss_Anon:     " + QByteArray::number(process.pssKib - process.fileKib) +
               " kB\nPss_File:     " + QByteArray::number(process.fileKib) +
               " kB\nPss_Shmem:        0 kB\nSwapPss:          0 kB\n";
    }
    QByteArray systemStat() const override { return stat; }
};

std::chrono::nanoseconds ticks(int count)
{
    return std::chrono::nanoseconds(1'000'000'000LL / sysconf(_SC_CLK_TCK) * count);
}

FakeProc twoWorkers()
{
    FakeProc proc;
    proc.tree[100] = {1, 7, 7, 5, 900, "wb-watchdog"};
    proc.tree[101] = {100, 10, 5, 2, 4000, "a (b) c"};
    proc.tree[102] = {101, 100, 50, 0, 3000, "worker"};
    proc.tree[103] = {101, 100, 50, 0, 3000, "worker"};
    proc.tree[900] = {1, 9999, 9999, 0, 77777, "somebody else"};
    return proc;
}

load::Snapshot snapshot(double seconds, bool warmingUp, std::uint64_t requests)
{
    load::Snapshot taken;
    taken.sinceStart = std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
    taken.warmingUp = warmingUp;
    taken.requests = requests;
    return taken;
}

} // namespace

class ProcessSamplerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTreeIsEverythingBelowTheWatchdog()
    {
        const FakeProc proc = twoWorkers();
        const TreeSample sample = ProcessSampler(proc, 100).sample();
        QCOMPARE(sample.pids, (std::vector<pid_t>{101, 102, 103}));
        // The watchdog's own 14 ticks are not the server's; the 5 it collected from orphans are.
        QCOMPARE(sample.cpuTime, ticks(5 + 10 + 5 + 2 + 150 + 150));
        QCOMPARE(ProcessSampler(proc, 100).sampleAgain(sample).cpuTime, sample.cpuTime);
    }

    void memoryIsTheSumOfProportionalSetSizes()
    {
        const FakeProc proc = twoWorkers();
        QCOMPARE(ProcessSampler(proc, 100).memory({101, 102, 103}).total,
                 std::int64_t{10'000} * 1024);
        QCOMPARE(ProcessSampler(proc, 100).memory({4711}).total, std::int64_t{0});
    }

    void filesAreToldFromTheProgramsOwnMemory()
    {
        FakeProc proc = twoWorkers();
        const ProcessSampler sampler(proc, 100);
        QCOMPARE(sampler.memory({101, 102, 103}).fileBacked, std::optional<std::int64_t>(0));
        proc.tree[101].fileKib = 1500;
        proc.tree[103].fileKib = 700;
        const ResidentMemory memory = sampler.memory({101, 102, 103});
        QCOMPARE(memory.total, std::int64_t{10'000} * 1024);
        QCOMPARE(memory.fileBacked, std::optional<std::int64_t>(2200 * 1024));
        proc.tellsParts = false;
        QCOMPARE(sampler.memory({101, 102}).total, std::int64_t{7000} * 1024);
        QVERIFY(!sampler.memory({101, 102}).fileBacked);
    }

    void thePeakKeepsThePartsItHadWhenItWasRead()
    {
        FakeProc proc = twoWorkers();
        proc.tree[101].fileKib = 1024;
        TreeMonitor monitor(proc, 100);
        monitor.measureIdle();
        proc.tree[102].pssKib = 4024;
        proc.tree[101].fileKib = 2048;
        monitor.add(snapshot(0.1, false, 10));
        proc.tree[102].pssKib = 3500;
        proc.tree[101].fileKib = 3072;
        monitor.finish();
        const MemorySummary memory = monitor.memory();
        QCOMPARE(memory.peak, 11'024 / 1024.0);
        QCOMPARE(memory.idleFileBacked, std::optional<double>(1));
        QCOMPARE(memory.peakFileBacked, std::optional<double>(2));
    }

    void processesThatAreGoneAreLeftOut()
    {
        FakeProc proc = twoWorkers();
        const ProcessSampler sampler(proc, 100);
        const TreeSample before = sampler.sample();
        proc.tree.erase(103);
        QCOMPARE(sampler.sampleAgain(before).pids, (std::vector<pid_t>{101, 102}));
    }

    void theWholeMachinesTimeIsRead()
    {
        const FakeProc proc;
        const SystemCpu cpu = systemCpu(proc);
        QCOMPARE(cpu.busy, ticks(60));
        QCOMPARE(cpu.stolen, ticks(80));
        QCOMPARE(cpu.total, ticks(360));
        FakeProc broken;
        broken.stat = "nonsense";
        QCOMPARE(systemCpu(broken).total, std::chrono::nanoseconds(0));
    }

    void cpuPerRequestCountsOnlyTheWindow()
    {
        FakeProc proc = twoWorkers();
        TreeMonitor monitor(proc, 100);
        monitor.measureIdle();
        proc.tree[102].userTicks += 500; // warm-up
        monitor.add(snapshot(1.0, true, 4000));
        monitor.add(snapshot(1.1, false, 100));
        proc.tree[102].userTicks += 100;
        proc.tree[103].pssKib = 9000;
        monitor.add(snapshot(2.2, false, 1100));
        monitor.finish();
        const std::chrono::duration<double, std::micro> used(ticks(100));
        QCOMPARE(monitor.cpuMicrosecondsPerRequest(), used.count() / 1000);
        QCOMPARE(monitor.memory().idle, 10'000 / 1024.0);
        QCOMPARE(monitor.memory().peak, 16'000 / 1024.0);
        QCOMPARE(monitor.vanishedProcesses(), 0);
    }

    void aWorkerThatEndsDuringTheWindowIsNoticed()
    {
        FakeProc proc = twoWorkers();
        TreeMonitor monitor(proc, 100);
        monitor.measureIdle();
        monitor.add(snapshot(0.1, false, 10));
        proc.tree.erase(102);
        monitor.finish();
        QCOMPARE(monitor.vanishedProcesses(), 1);
    }

    void thisProcessIsFoundInTheRealProc()
    {
        const auto reader = makeProcReader();
        const auto pids = reader->processes();
        QVERIFY(std::find(pids.begin(), pids.end(), getpid()) != pids.end());
        const ResidentMemory memory = ProcessSampler(*reader, getppid()).memory({getpid()});
        QVERIFY(memory.total > 100'000);
        // A program that runs has pages of its own and pages of its file.
        QVERIFY(!memory.fileBacked || (*memory.fileBacked > 0 && *memory.fileBacked < memory.total));
        QVERIFY(systemCpu(*reader).total.count() > 0);
    }
};

QTEST_APPLESS_MAIN(ProcessSamplerTest)
#include "process_sampler_test.moc"
