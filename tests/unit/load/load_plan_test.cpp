// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/socket_address.h"
#include "core/load/littles_law.h"
#include "core/load/pacing.h"
#include "core/load/plan.h"
#include "core/load/request.h"
#include "core/load/steady_state.h"

#include <QTest>

#include <random>
#include <set>
#include <thread>

using namespace std::chrono_literals;
using namespace weighbridge::load;

namespace
{

/// Levels of `length` bins each with 2 % of noise.
std::vector<std::uint64_t> series(const std::vector<double> &levels, std::size_t length = 20)
{
    std::mt19937 engine(42);
    std::normal_distribution<double> noise(1, 0.02);
    std::vector<std::uint64_t> bins;
    for (const double level : levels) {
        for (std::size_t i = 0; i < length; ++i)
            bins.push_back(static_cast<std::uint64_t>(level * noise(engine)));
    }
    return bins;
}

} // namespace

class TestLoadPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreMadeReadyToSend()
    {
        Plan plan;
        plan.port = 8080;
        plan.request.target = "/json?a=b";
        QCOMPARE(*requestBytes(plan),
                 std::string("GET /json?a=b HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n"));
        plan.host = "::1";
        plan.keepAlive = false;
        plan.request.method = "POST";
        plan.request.body = "abc";
        plan.request.headers = {{"content-type", "text/plain"}};
        QCOMPARE(*requestBytes(plan),
                 std::string("POST /json?a=b HTTP/1.1\r\nHost: [::1]:8080\r\ncontent-type: "
                             "text/plain\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"));
        plan.request.headers = {{"HOST", "x"}, {"CONTENT-LENGTH", "3"}, {"connection", "upgrade"}};
        QCOMPARE(*requestBytes(plan),
                 std::string("POST /json?a=b HTTP/1.1\r\nHOST: x\r\nCONTENT-LENGTH: "
                             "3\r\nconnection: upgrade\r\n\r\nabc"));
    }

    void aLineBreakInARequestIsRefused()
    {
        Plan plan;
        plan.request.target = "/ HTTP/1.1\r\nX: y";
        QVERIFY(!requestBytes(plan));
        plan.request = Request();
        plan.request.headers = {{"A", "b\r\nC: d"}};
        QVERIFY(!requestBytes(plan));
        plan.request.headers = {{"A:", "b"}};
        QVERIFY(!requestBytes(plan));
        plan.request.headers.clear();
        plan.request.method.clear();
        QVERIFY(!requestBytes(plan));
    }

    void loopbackIsRecognised()
    {
        for (const char *host : {"127.0.0.1", "127.8.9.1", "::1", "[::1]", "localhost"})
            QVERIFY2(weighbridge::http::isLoopback(host), host);
        for (const char *host : {"", "0.0.0.0", "10.0.0.1", "128.0.0.1", "::", "fe80::1", "[::1",
                                 "example.org", "127.0.0.1.example.org", "127.1"})
            QVERIFY2(!weighbridge::http::isLoopback(host), host);
    }

    void littlesLawTakesTheWholeSum()
    {
        // Ten connections of a server that takes 650 ms, seen for 1.5 s: two replies each, of which
        // the first began 100 ms before the window.
        LoadResult result;
        result.connections = 10;
        result.window = 1500ms;
        result.connectionTime = {
            .ended = 20 * 650ms, .agesAtStart = 10 * 100ms, .agesAtEnd = 10 * 300ms};
        QCOMPARE(littlesLaw(result).impliedConnections, 10.0);
        QCOMPARE(littlesLaw(result).idleShare, 0.0);
        // Two of them were being opened again all the time.
        result.connectionTime.ended = 16 * 650ms;
        result.connectionTime.agesAtStart = 8 * 100ms;
        result.connectionTime.agesAtEnd = 8 * 300ms;
        QCOMPARE(littlesLaw(result).impliedConnections, 8.0);
        QVERIFY(qAbs(littlesLaw(result).idleShare - 0.2) < 1e-12);
        result.window = 0ms;
        QCOMPARE(littlesLaw(result), LittlesLaw());
    }

    void theScheduleHandsOutEachStartOnceAndEvenly()
    {
        Pacing pacing(3000);
        QVERIFY(!pacing.hasBegun());
        const Time begin{5s};
        pacing.begin(begin);
        std::vector<Time> first;
        std::vector<Time> second;
        {
            std::jthread other([&] {
                for (int i = 0; i < 2000; ++i)
                    first.push_back(pacing.claim());
            });
            for (int i = 0; i < 1000; ++i)
                second.push_back(pacing.claim());
        }
        std::set<Time> all(first.begin(), first.end());
        all.insert(second.begin(), second.end());
        QCOMPARE(all.size(), std::size_t{3000});
        QVERIFY(*all.begin() == begin);
        QVERIFY(*all.rbegin() < begin + 1s);
        QVERIFY(*all.rbegin() >= begin + 999ms);
    }

    void theScheduleCountsWhatWasIntended()
    {
        Pacing pacing(7);
        QCOMPARE(pacing.intendedBy(Time{1s}), std::uint64_t{0});
        pacing.begin(Time{1s});
        QCOMPARE(pacing.intendedBy(Time{1s}), std::uint64_t{0});
        QCOMPARE(pacing.intendedBy(Time{1s + 1ns}), std::uint64_t{1});
        QCOMPARE(pacing.intendedBy(Time{2s}), std::uint64_t{7});
        QCOMPARE(pacing.intendedBy(Time{11s}), std::uint64_t{70});
        for (std::uint64_t i = 0; i < 1000; ++i)
            QCOMPARE(pacing.intendedBy(pacing.intendedStart(i)), i);
    }

    void steadySeriesAreClassified()
    {
        const auto flat = classifySteadyState(series({10'000}, 40));
        QCOMPARE(flat.kind, SteadyState::flat);
        QCOMPARE(flat.steadyFrom, std::size_t{0});

        const auto warmUp = classifySteadyState(series({3000, 7000, 10'000}));
        QCOMPARE(warmUp.kind, SteadyState::warmUp);
        QCOMPARE(warmUp.steadyFrom, std::size_t{40});

        const auto slowdown = classifySteadyState(series({10'000, 8000}));
        QCOMPARE(slowdown.kind, SteadyState::slowdown);
        QCOMPARE(slowdown.steadyFrom, std::size_t{20});
    }

    void unsteadySeriesAreClassified()
    {
        auto bins = series({10'000});
        bins.insert(bins.end(), 5, 5000);
        QCOMPARE(classifySteadyState(bins).kind, SteadyState::noSteadyState);
        QCOMPARE(classifySteadyState({}).kind, SteadyState::noSteadyState);
        QCOMPARE(classifySteadyState(std::vector<std::uint64_t>(5, 10)).kind,
                 SteadyState::noSteadyState);
        QCOMPARE(classifySteadyState(std::vector<std::uint64_t>(100, 0)).kind,
                 SteadyState::noSteadyState);
    }

    void aSmallStepIsNotALevelOfItsOwn()
    {
        const auto report = classifySteadyState(series({10'000, 9700}));
        QCOMPARE(report.kind, SteadyState::flat);
    }

    void aLongSeriesIsThinnedNotCut()
    {
        const auto report = classifySteadyState(series({5000, 10'000}, 2000));
        QCOMPARE(report.kind, SteadyState::warmUp);
        QVERIFY(report.steadyFrom >= 1990 && report.steadyFrom <= 2010);
    }
};

QTEST_APPLESS_MAIN(TestLoadPlan)
#include "load_plan_test.moc"
