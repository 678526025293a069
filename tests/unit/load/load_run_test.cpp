// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/littles_law.h"
#include "core/load/load_run.h"
#include "core/reference/server.h"

#include <QTest>

#include <numeric>
#include <thread>

using namespace std::chrono_literals;
using namespace weighbridge;
using std::chrono::nanoseconds;

namespace
{

/// The reference server in a thread of its own.
class RunningServer
{
public:
    RunningServer() : m_thread([this](std::stop_token stop) { m_server.run(stop); }) {}
    [[nodiscard]] std::uint16_t port() const { return m_server.port(); }
    /// Ends the server; how many requests it says it answered.
    std::uint64_t stop()
    {
        m_thread.request_stop();
        m_thread.join();
        return m_server.answered();
    }

private:
    reference::Server m_server;
    std::jthread m_thread;
};

load::Plan planFor(const RunningServer &server)
{
    load::Plan plan;
    plan.port = server.port();
    plan.request.target = "/json";
    plan.expected.bodyBytes = 27;
    plan.connections = 32;
    plan.duration = 300ms;
    return plan;
}

std::uint64_t sum(const std::vector<std::uint64_t> &bins, std::size_t from)
{
    return std::accumulate(bins.begin() + static_cast<std::ptrdiff_t>(from), bins.end(),
                           std::uint64_t{0});
}

} // namespace

class TestLoadRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAgreeWithTheServersOwn()
    {
        for (const int threads : {1, 2}) {
            RunningServer server;
            auto plan = planFor(server);
            plan.threads = threads;
            plan.warmUp = 200ms;
            const auto outcome = load::run(plan);
            const auto &result = std::get<load::LoadResult>(outcome);
            const auto answered = server.stop();
            const auto counted = result.requestsBeforeWindow + result.requests;
            QVERIFY(result.requests > 0);
            QVERIFY(counted <= answered);
            QVERIFY(answered - counted <= 32); // what was under way at the end
            QCOMPARE(result.errors.total(), std::uint64_t{0});
            QCOMPARE(result.status.success, result.requests);
            QCOMPARE(result.latency.samples(), result.requests);
            QVERIFY(result.window == 300ms);
            QVERIFY(result.unfinished.samples() <= 32);
        }
    }

    void binsOfTheWindowAddUpToItsRequests()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.warmUp = 200ms;
        const auto outcome = load::run(plan);
        const auto &result = std::get<load::LoadResult>(outcome);
        QCOMPARE(result.requestsPer100ms.size() - result.windowFirstBin, std::size_t{3});
        QCOMPARE(sum(result.requestsPer100ms, result.windowFirstBin), result.requests);
        QVERIFY(qAbs(result.requestsPerSecond * 0.3 - double(result.requests)) < 1e-6);
    }

    void littlesLawAndFairnessHold()
    {
        // A stall of the whole machine may leave some without their turn once, not always.
        double jain = 0;
        for (int attempt = 0; attempt < 4 && jain < 0.9; ++attempt) {
            RunningServer server;
            auto plan = planFor(server);
            plan.duration = 600ms;
            const auto outcome = load::run(plan);
            const auto &result = std::get<load::LoadResult>(outcome);
            // To the nanosecond, whatever the machine does.
            QCOMPARE(result.connectionTime.busy().count(), (32 * result.window).count());
            QCOMPARE(load::littlesLaw(result).idleShare, 0.0);
            jain = result.fairness.jain;
            QVERIFY(result.fairness.least <= result.fairness.most);
            QVERIFY(result.fairness.latestFirstAnswer > 0ns);
        }
        QVERIFY2(jain >= 0.9, qPrintable(QString::number(jain)));
    }

    void latencyIsThatOfTheServer()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.request.target = "/sleep?ms=40";
        plan.expected.bodyBytes = 14;
        const auto outcome = load::run(plan);
        const auto &result = std::get<load::LoadResult>(outcome);
        QVERIFY(result.requests > 0);
        QVERIFY(result.latency.min() >= 40ms);
    }

    void withoutKeepAliveEachRequestHasItsOwnConnection()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.keepAlive = false;
        plan.connections = 4;
        const auto outcome = load::run(plan);
        const auto &result = std::get<load::LoadResult>(outcome);
        QVERIFY(result.requests > 4);
        QCOMPARE(result.errors.total(), std::uint64_t{0});
        QCOMPARE(result.errors.reconnects, std::uint64_t{0});
        QCOMPARE(result.closedByServer, std::uint64_t{0});
        // Making the connection is part of the latency: else the clients would wait unseen.
        QVERIFY(load::littlesLaw(result).impliedConnections > 0.8 * plan.connections);
    }

    void whatTheThreadsHadOfTheirCpusIsKnown()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.threads = 2;
        const auto outcome = load::run(plan);
        const auto &result = std::get<load::LoadResult>(outcome);
        QCOMPARE(result.threadTimes.size(), std::size_t{2});
        nanoseconds sum{};
        for (const load::ThreadTime &time : result.threadTimes) {
            QVERIFY(time.cpu > 0ns);
            QVERIFY(!time.waiting || *time.waiting >= 0ns);
            sum += time.cpu;
        }
        QCOMPARE(sum.count(), result.cpuTime.count());
        QVERIFY(result.pinned);
    }

    void aCpuThatDoesNotExistIsTold()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.cpus = {1023};
        QVERIFY(!std::get<load::LoadResult>(load::run(plan)).pinned);
    }

    void headAndUnexpectedRepliesAreNoRequests()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.request.target = "/nowhere";
        const auto missing = load::run(plan);
        const auto &notFound = std::get<load::LoadResult>(missing);
        QCOMPARE(notFound.requests, std::uint64_t{0});
        QVERIFY(notFound.errors.status > 0);
        QCOMPARE(notFound.status.clientError, notFound.errors.status);
        QCOMPARE(notFound.firstError, std::string("unexpected status 404"));

        plan.request.target = "/json";
        plan.expected.bodyBytes = 28;
        const auto wrong = load::run(plan);
        QCOMPARE(std::get<load::LoadResult>(wrong).requests, std::uint64_t{0});
        QVERIFY(std::get<load::LoadResult>(wrong).errors.wrongBody > 0);
    }

    void openLoopKeepsItsRate()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.requestsPerSecond = 500;
        plan.duration = 400ms;
        const auto outcome = load::run(plan);
        const auto &result = std::get<load::LoadResult>(outcome);
        QVERIFY(result.openLoop.has_value());
        QCOMPARE(result.openLoop->offered, std::uint64_t{200});
        const auto counted = result.requests + result.unfinished.samples();
        QVERIFY(counted >= 200); // replies to starts before the window may come in it, too
        QVERIFY(result.openLoop->serviceTime.samples() == result.requests);
        QVERIFY(result.latency.mean() >= result.openLoop->serviceTime.mean());
        QCOMPARE(result.openLoop->pendingPer100ms.size(), std::size_t{4});
        QVERIFY(result.openLoop->ended >= result.requests);
    }

    void openLoopCountsFromTheIntendedStart()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.request.target = "/sleep?ms=50";
        plan.expected.bodyBytes = 14;
        plan.connections = 2; // can do 40 a second
        plan.requestsPerSecond = 400;
        plan.duration = 500ms;
        const auto outcome = load::run(plan);
        const auto &result = std::get<load::LoadResult>(outcome);
        QVERIFY(result.openLoop->backlogAtEnd > 100);
        const auto &pending = result.openLoop->pendingPer100ms;
        QCOMPARE(pending.size(), std::size_t{5});
        for (std::size_t i = 1; i < pending.size(); ++i) // 40 more are due, 4 or so are answered
            QVERIFY(pending[i] > pending[i - 1] + 20);
        QVERIFY(result.latency.max() > 2 * result.openLoop->serviceTime.min());
        QVERIFY(result.unfinished.samples() >= result.openLoop->backlogAtEnd);
    }

    void snapshotsShowTheRun()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.warmUp = 300ms;
        plan.duration = 500ms;
        std::vector<load::Snapshot> snapshots;
        const auto caller = std::this_thread::get_id();
        bool isCaller = true;
        const auto outcome = load::run(plan, {}, [&](const load::Snapshot &snapshot) {
            isCaller = isCaller && std::this_thread::get_id() == caller;
            snapshots.push_back(snapshot);
        });
        QVERIFY(isCaller);
        QVERIFY(!snapshots.empty() && snapshots.size() <= 10);
        for (std::size_t i = 1; i < snapshots.size(); ++i) {
            QVERIFY(snapshots[i].sinceStart >= snapshots[i - 1].sinceStart + 100ms);
            QVERIFY(!snapshots[i].warmingUp || snapshots[i - 1].warmingUp);
        }
        QVERIFY(snapshots.back().requests <= std::get<load::LoadResult>(outcome).requests);
        QCOMPARE(snapshots.back().openConnections, 32);
    }

    void aStopRequestEndsTheRunInAnyPhase()
    {
        RunningServer server;
        for (const bool inWindow : {false, true}) {
            auto plan = planFor(server);
            plan.warmUp = inWindow ? 0ms : 1h;
            plan.duration = 1h;
            std::stop_source source;
            const auto outcome =
                load::run(plan, source.get_token(), [&](const load::Snapshot &snapshot) {
                    if (snapshot.warmingUp != inWindow)
                        source.request_stop();
                });
            const auto &result = std::get<load::LoadResult>(outcome);
            QVERIFY(result.interrupted);
            QVERIFY(result.window < 1h);
            QCOMPARE(result.window > 0ns, inWindow);
            QCOMPARE(result.requests > 0, inWindow);
        }
        std::stop_source already;
        already.request_stop();
        const auto outcome = load::run(planFor(server), already.get_token());
        QVERIFY(std::get<load::LoadResult>(outcome).interrupted);
    }

    void aSteadyServerEndsTheWarmUpEarly()
    {
        RunningServer server;
        auto plan = planFor(server);
        plan.request.target = "/sleep?ms=5"; // steady whatever else the machine does
        plan.expected.bodyBytes = 13;
        plan.connections = 4;
        plan.warmUp = 1h;
        plan.endWarmUpWhenSteady = true;
        plan.duration = 100ms;
        const auto outcome = load::run(plan);
        QVERIFY(std::get<load::LoadResult>(outcome).warmUp < 1h);
        QVERIFY(!std::get<load::LoadResult>(outcome).interrupted);
    }

    void plansWithoutSenseAreRefused()
    {
        load::Plan plan;
        plan.port = 9;
        const auto isRefused = [](const load::Plan &bad) {
            const auto outcome = load::run(bad);
            const auto *failure = std::get_if<load::Failure>(&outcome);
            return failure && !failure->what.empty() && !failure->remedy.empty();
        };
        for (auto *number : {&plan.connections, &plan.threads}) {
            *number = 0;
            QVERIFY(isRefused(plan));
            *number = 1;
        }
        auto bad = plan;
        bad.host = "no.such.host";
        QVERIFY(isRefused(bad));
        bad = plan;
        bad.port = 0;
        QVERIFY(isRefused(bad));
        bad = plan;
        bad.duration = 0s;
        QVERIFY(isRefused(bad));
        bad = plan;
        bad.requestsPerSecond = 0;
        QVERIFY(isRefused(bad));
        bad = plan;
        bad.request.target = "/a b";
        QVERIFY(isRefused(bad));
        bad = plan;
        bad.connections = 100'000'000;
        QVERIFY(isRefused(bad));
    }
};

QTEST_APPLESS_MAIN(TestLoadRun)
#include "load_run_test.moc"
