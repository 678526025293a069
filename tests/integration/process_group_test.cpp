// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/process/process_group.h"

#include "fake_targets.h"

#include <QTest>

#include <thread>

#include <signal.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace std::chrono_literals;

namespace
{

std::unique_ptr<ProcessGroup> startShell(const char *script)
{
    LaunchOrder order;
    order.arguments = {QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                       QString::fromLatin1(script)};
    order.environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    auto process = ProcessGroup::start(order);
    return process ? std::move(process).value() : nullptr;
}

/// Waits until the command has as many descendants as that; returns the whole tree.
std::vector<pid_t> treeOf(const ProcessGroup &process, std::size_t atLeast)
{
    std::vector<pid_t> tree;
    const bool complete = QTest::qWaitFor(
        [&] {
            tree = testing::descendants(process.watchdogPid());
            return tree.size() >= atLeast;
        },
        20'000);
    return complete ? tree : std::vector<pid_t>();
}

/// What is waited for takes milliseconds; beside other work nobody knows how many.
constexpr int kLongestMs = 60'000;

bool anyAlive(const std::vector<pid_t> &pids)
{
    return std::any_of(pids.begin(), pids.end(), testing::isAlive);
}

} // namespace

class ProcessGroupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputAndExitCodeArePassedOn()
    {
        auto process = startShell("echo one; echo two >&2; exit 3");
        QVERIFY(process != nullptr);
        QVERIFY(process->waitForExit(60s));
        QCOMPARE(process->exitState(), (ExitState{3, 0}));
        QTRY_COMPARE_WITH_TIMEOUT(process->lastOutput(), QStringLiteral("one\ntwo\n"), kLongestMs);
        QCOMPARE(process->takeLines(), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        QVERIFY(process->takeLines().isEmpty());
    }

    void aSignalIsToldByItsName()
    {
        auto process = startShell("kill -SEGV $$");
        QVERIFY(process != nullptr && process->waitForExit(60s));
        QCOMPARE(process->exitState(), (ExitState{0, SIGSEGV}));
        QVERIFY(process->exitState()->text().contains(QStringLiteral("Segmentation fault")));
    }

    void aMissingProgramIsNamed()
    {
        LaunchOrder order;
        order.arguments = {QStringLiteral("/nonexistent/server")};
        const auto process = ProcessGroup::start(order);
        QVERIFY(!process);
        QVERIFY(
            process.error().what.contains(QStringLiteral("Could not start /nonexistent/server")));
    }

    void nothingOfTheEnvironmentIsInherited()
    {
        qputenv("WEIGHBRIDGE_SECRET", "1");
        auto process = startShell("echo \"[$WEIGHBRIDGE_SECRET]\"");
        qunsetenv("WEIGHBRIDGE_SECRET");
        QVERIFY(process != nullptr && process->waitForExit(60s));
        QTRY_COMPARE_WITH_TIMEOUT(process->lastOutput(), QStringLiteral("[]\n"), kLongestMs);
    }

    void aPoliteServerMayLeaveInPeace()
    {
        auto process = startShell("trap 'exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        QVERIFY(process != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(process->lastOutput().contains(QStringLiteral("ready")),
                                 kLongestMs);
        process->stop(60s);
        QVERIFY(!process->running());
        QCOMPARE(process->exitState(), (ExitState{0, 0}));
    }

    void descendantsThatLeftTheGroupEndToo()
    {
        auto process =
            startShell("trap '' TERM; setsid sh -c 'trap \"\" TERM; sleep 300 & sleep 300' & "
                       "(sleep 300 & sleep 300) & sleep 300 & wait");
        QVERIFY(process != nullptr);
        const auto tree = treeOf(*process, 6);
        QVERIFY(tree.size() >= 6);
        process->stop(50ms);
        QVERIFY(!anyAlive(tree));
    }

    void descendantsEndWithTheCommandItself()
    {
        auto process = startShell("setsid sleep 300 & echo $!; sleep 300 & echo $!; kill -9 $$");
        QVERIFY(process != nullptr);
        QVERIFY(process->waitForExit(60s));
        QStringList lines;
        QTRY_VERIFY_WITH_TIMEOUT((lines += process->takeLines()).size() == 2, kLongestMs);
        for (const QString &pid : std::as_const(lines))
            QVERIFY(!testing::isAlive(pid.toInt()));
    }

    void theObjectTakesItsTreeWithIt()
    {
        auto process = startShell("sleep 300 & sleep 300 & wait");
        QVERIFY(process != nullptr);
        const auto tree = treeOf(*process, 3);
        QVERIFY(tree.size() >= 3);
        process.reset();
        QVERIFY(!anyAlive(tree));
    }

    void theCommandEndsWithItsWatchdog()
    {
        auto process = startShell("sleep 300");
        QVERIFY(process != nullptr);
        const pid_t pid = process->pid();
        QVERIFY(testing::isAlive(pid));
        QCOMPARE(::kill(process->watchdogPid(), SIGKILL), 0);
        QVERIFY(process->waitForExit(60s));
        QTRY_VERIFY_WITH_TIMEOUT(!testing::isAlive(pid), kLongestMs);
    }

    void waitingEndsWithAStopRequest()
    {
        auto process = startShell("sleep 300");
        QVERIFY(process != nullptr);
        std::stop_source stop;
        std::jthread later([&stop] { stop.request_stop(); });
        QVERIFY(!process->waitForExit(300s, stop.get_token()));
        QVERIFY(process->running());
    }

    void aTalkativeServerIsNotHeldUpAndOnlyTheEndIsKept()
    {
        auto process = startShell(
            "i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done; echo last");
        QVERIFY(process != nullptr && process->waitForExit(60s));
        QTRY_VERIFY_WITH_TIMEOUT(process->lastOutput().endsWith(QStringLiteral("last\n")),
                                 kLongestMs);
        QVERIFY(process->lastOutput().size() <= 64 * 1024);
    }
};

QTEST_GUILESS_MAIN(ProcessGroupTest)
#include "process_group_test.moc"
