// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/quantity.h"
#include "core/results/run_choice.h"
#include "tests/support/simple_runs.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace weighbridge::results;
using weighbridge::testing::simpleRun;

/// Which run counts: one that has all, valid, of one machine and under the same conditions.
class TestRunChoice : public QObject
{
    Q_OBJECT

private:
    static RunQuestion question(const QString &quantity = QStringLiteral("requests_per_second"))
    {
        RunQuestion asked;
        asked.workload = QStringLiteral("json");
        asked.quantity = quantity;
        asked.contenders = {{QStringLiteral("Go"), {QStringLiteral("gin"), QStringLiteral("echo")}},
                            {QStringLiteral("Python"), {QStringLiteral("fastapi")}}};
        return asked;
    }

    /// Ids in the order of the contenders; "-" where nobody has a figure.
    static QString idsOf(const RunChoice &choice)
    {
        QStringList ids;
        for (const RunPointer &run : choice.of)
            ids.append(run ? run->id : QStringLiteral("-"));
        return ids.join(QLatin1Char(' '));
    }

    static QString chosen(const Runs &runs, const RunQuestion &asked = question())
    {
        return idsOf(chooseRun(asked, runs));
    }

    static std::shared_ptr<BenchmarkResult> both(const QString &id, int day, int connections = 1000)
    {
        return simpleRun(id, day, {{"gin", {40'000, 41'000}}, {"fastapi", {7'000, 7'100}}},
                         connections);
    }

    static std::shared_ptr<BenchmarkResult> only(const char *target, const QString &id, int day)
    {
        return simpleRun(id, day, {{target, {40'000, 41'000}}});
    }

    const QString m_a = QStringLiteral("a");
    const QString m_b = QStringLiteral("b");
    const QString m_c = QStringLiteral("c");

private Q_SLOTS:
    void theNewestRunThatHasAllCounts()
    {
        QCOMPARE(chosen({both(m_a, 1), both(m_b, 2)}), QStringLiteral("b b"));
        QCOMPARE(chosen({both(m_b, 2), both(m_a, 1)}), QStringLiteral("b b"));
        // A newer run of one of them is no comparison.
        const RunChoice choice = chooseRun(question(), {both(m_a, 1), only("gin", m_b, 2)});
        QCOMPARE(idsOf(choice), QStringLiteral("a a"));
        QVERIFY(choice.isOneRun());
        QCOMPARE(choice.passedOver->id, m_b);
        QCOMPARE(choice.whyPassedOver, QStringLiteral("The run of 2026-11-02 12:00 UTC does not "
                                                      "count here: it has no valid figure of "
                                                      "Python."));
    }

    void anyTargetStandsForItsContender()
    {
        const auto run = simpleRun(m_a, 1, {{"echo", {30'000}}, {"fastapi", {7'000}}});
        QCOMPARE(chosen({run}), QStringLiteral("a a"));
    }

    void whoeverWasNeverMeasuredHoldsNobodyUp()
    {
        RunQuestion asked = question();
        asked.contenders.push_back({QStringLiteral("Rust"), {QStringLiteral("axum")}});
        asked.contenders.push_back({QStringLiteral("COBOL"), {}});
        QCOMPARE(chosen({both(m_a, 1), both(m_b, 2)}, asked), QStringLiteral("b b - -"));
    }

    void invalidResultsCountOnlyWhereTheUserInsists()
    {
        auto newest = both(m_b, 2);
        newest->results[1].valid = false;
        const Runs runs{both(m_a, 1), newest};
        QCOMPARE(chosen(runs), QStringLiteral("a a"));
        RunQuestion insisting = question();
        insisting.invalid = InvalidResults::use;
        QCOMPARE(chosen(runs, insisting), QStringLiteral("b b"));
        QCOMPARE(chosen({newest}), QStringLiteral("b -"));
        // To be shown rather than decided with, anything is better than nothing.
        newest->results[0].valid = false;
        QCOMPARE(chosen({newest}), QStringLiteral("- -"));
        QCOMPARE(chooseToShow(question(), {newest}).run->id, m_b);
    }

    void machinesAreNeverMixed()
    {
        auto elsewhere = both(m_b, 2);
        elsewhere->machine.fingerprint = QStringLiteral("elsewhere");
        QCOMPARE(chosen({both(m_a, 1), elsewhere}), QStringLiteral("b b"));
        QCOMPARE(chosen({both(m_a, 1), elsewhere, only("gin", m_c, 3)}), QStringLiteral("a a"));
        elsewhere->results.pop_back();
        QCOMPARE(chosen({only("fastapi", m_a, 1), elsewhere}), QStringLiteral("b -"));
    }

    void profilesAreNeverMixed()
    {
        auto tuned = both(m_b, 2);
        tuned->plan.profile = Profile::tuned;
        const RunChoice choice = chooseRun(question(), {both(m_a, 1), tuned});
        QCOMPARE(idsOf(choice), QStringLiteral("a a"));
        QVERIFY(choice.whyPassedOver.contains(QStringLiteral("its profile is tuned")));
        QCOMPARE(chosen({only("fastapi", m_a, 1), tuned}), QStringLiteral("b b"));
        tuned->results.pop_back();
        QCOMPARE(chosen({only("fastapi", m_a, 1), tuned}), QStringLiteral("- a"));
    }

    void loadsAreNeverMixed()
    {
        const RunChoice choice = chooseRun(question(), {both(m_a, 1), both(m_b, 2, 100)});
        QCOMPARE(idsOf(choice), QStringLiteral("a a"));
        QVERIFY(choice.whyPassedOver.contains(
            QStringLiteral("it was made with 100 connections instead of 1,000")));
        QCOMPARE(chosen({both(m_b, 2, 100)}), QStringLiteral("b b"));
        RunQuestion published = question();
        published.connections = 1000;
        QCOMPARE(chosen({both(m_b, 2, 100)}, published), QStringLiteral("- -"));
        auto postgres = both(m_c, 3);
        postgres->plan.databaseUrl = QStringLiteral("postgresql:");
        postgres->results.pop_back();
        QCOMPARE(chosen({only("fastapi", m_a, 1), postgres}), QStringLiteral("c -"));
    }

    void aFixedRateSaysNothingAboutThroughput()
    {
        auto fixed = both(m_b, 2);
        fixed->plan.requestsPerSecond = 500;
        const Runs runs{only("gin", m_a, 1), fixed};
        QCOMPARE(chosen(runs), QStringLiteral("a -"));
        QCOMPARE(chosen(runs, question(QStringLiteral("latency_p99"))), QStringLiteral("b b"));
    }

    void whereNoRunHasAllTheFewestCompleteEachOther()
    {
        RunQuestion asked = question();
        asked.contenders.push_back({QStringLiteral("Node"), {QStringLiteral("express")}});
        const RunChoice choice =
            chooseRun(asked, {both(m_a, 1), only("express", m_b, 2), only("gin", m_c, 3)});
        QCOMPARE(idsOf(choice), QStringLiteral("a a b"));
        QVERIFY(!choice.isOneRun());
        QCOMPARE(choice.fromDifferentRuns,
                 QStringLiteral("From different runs: Go, Python of 2026-11-01 12:00 UTC; Node of "
                                "2026-11-02 12:00 UTC. Ranges are wider for it, by 7 % between "
                                "runs: reckoned from one repeat."));
        // What is compared within the run stays as sharp as it is.
        QCOMPARE(choice.addedDeviation(0), 0.0);
        QCOMPARE(choice.addedDeviation(1), 0.0);
        QCOMPARE(choice.addedDeviation(2), std::sqrt(2.0) * choice.spread.deviation);
        QCOMPARE(summaryOf(*choice.find(u"express"), *findQuantity(u"requests_per_second"))->median,
                 40'500.0);
        QCOMPARE(choice.results().size(), std::size_t{3});
    }

    void unrepeatedRunsHaveAnAssumedSpread()
    {
        const RunChoice choice =
            chooseRun(question(), {only("gin", m_a, 1), only("fastapi", m_b, 2)});
        QCOMPARE(idsOf(choice), QStringLiteral("a b"));
        QCOMPARE(choice.spread, (RunSpread{kAssumedRunSpread, 0}));
        QVERIFY(choice.fromDifferentRuns.contains(QStringLiteral("by 10 % between runs: assumed")));
        QCOMPARE(choice.addedDeviation(0) + choice.addedDeviation(1),
                 std::sqrt(2.0) * kAssumedRunSpread);
    }

    /// √((0.1² + Σ(x − x̄)²) ÷ (1 + Σ(n − 1))) over two targets of three and two runs.
    void theSpreadIsThatOfRepeatedRuns()
    {
        const auto rated = [](const QString &id, int day, double gin, double echo) {
            return simpleRun(id, day, {{"gin", {gin}}, {"echo", {echo}}});
        };
        Runs runs{rated(m_a, 1, 1000, 2000), rated(m_b, 2, 1200, 2000), rated(m_c, 3, 1440, 2200)};
        auto otherMachine = rated(QStringLiteral("d"), 4, 9000, 9000);
        otherMachine->machine.fingerprint = QStringLiteral("elsewhere");
        auto otherVersion = rated(QStringLiteral("e"), 5, 9000, 9000);
        for (TargetResult &result : otherVersion->results)
            result.frameworkVersion = QStringLiteral("2");
        auto invalid = rated(QStringLiteral("f"), 6, 9000, 9000);
        for (TargetResult &result : invalid->results)
            result.valid = false;
        for (const auto &other : {otherMachine, otherVersion, invalid})
            runs.push_back(other);
        const RunSpread spread =
            spreadBetweenRuns(runs, QStringLiteral("here"), QStringLiteral("json"),
                              QStringLiteral("requests_per_second"));
        QCOMPARE(spread.repeats, 4);
        const double gin = 2 * std::pow(std::log(1.2), 2);
        const double echo = std::pow(std::log(1.1), 2) * 2 / 3;
        QVERIFY(std::abs(spread.deviation - std::sqrt((0.01 + gin + echo) / 5)) < 1e-12);
    }

    void whatIsDeployedDoesNotVary()
    {
        QCOMPARE(spreadBetweenRuns({}, QStringLiteral("here"), QStringLiteral("size"),
                                   QStringLiteral("files")),
                 RunSpread());
    }

    void aWiderIntervalAddsInSquares()
    {
        const Interval interval{100, 80, 125};
        QCOMPARE(widened(interval, 0), interval);
        const Interval wide = widened(interval, 0.1);
        const double reach = std::exp(std::hypot(std::log(1.25), 1.959964 * 0.1));
        QVERIFY(std::abs(wide.high - 100 * reach) < 1e-9);
        QVERIFY(std::abs(wide.low - 100 / reach) < 1e-9);
        QCOMPARE(widened({0, 0, 1}, 0.1), (Interval{0, 0, 1}));
    }

    void eachConditionsAreListedOnce()
    {
        auto tuned = both(m_b, 2);
        tuned->plan.profile = Profile::tuned;
        auto older = only("gin", m_a, 1);
        older->machine.fingerprint = QStringLiteral("elsewhere");
        auto invalid = both(QStringLiteral("d"), 4);
        for (TargetResult &result : invalid->results)
            result.valid = false;
        const auto list =
            chooseForEach({older, tuned, both(m_c, 3), invalid}, question().contenders);
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(list[0].run->id, m_c);
        QCOMPARE(list[0].passedOver->id, QStringLiteral("d"));
        QCOMPARE(list[1].run->id, m_b);
        QVERIFY(!list[1].passedOver);
        // Of targets that nobody compares, and of another machine: better than nothing to show.
        const auto rest = chooseForEach({older, tuned}, {{QStringLiteral("C"), {m_c}}});
        QCOMPARE(rest.size(), std::size_t{2});
        QCOMPARE(rest[0].run->id, m_a);
        QCOMPARE(rest[1].run->id, m_b);
    }

    void badRunsAreLeftOut()
    {
        QCOMPARE(chosen({}), QStringLiteral("- -"));
        QVERIFY(chooseForEach({}, {}).empty());
        auto empty = both(m_b, 2);
        for (TargetResult &result : empty->results)
            result.rounds.clear();
        auto bare = both(m_c, 3);
        bare->results.clear();
        auto notFinite = both(QStringLiteral("d"), 4);
        for (TargetResult &result : notFinite->results)
            result.rounds = {
                weighbridge::testing::simpleRound(1, std::numeric_limits<double>::quiet_NaN(), 1)};
        const Runs runs{nullptr, both(m_a, 1), empty, bare, notFinite};
        QCOMPARE(chosen(runs), QStringLiteral("a a"));
        QCOMPARE(chosen({nullptr, empty, bare}), QStringLiteral("- -"));
        QVERIFY(!chooseToShow(question(), {nullptr, empty, bare}).run);
        QVERIFY(chooseForEach({nullptr, empty, bare}, {}).empty());
        QCOMPARE(newestOf({nullptr, both(m_a, 1), empty, bare})->id, m_a);
        RunQuestion unknown = question();
        unknown.workload = QStringLiteral("quantum");
        QCOMPARE(chosen(runs, unknown), QStringLiteral("- -"));
        RunQuestion nobody;
        nobody.workload = QStringLiteral("json");
        QCOMPARE(chooseRun(nobody, runs).run->id, QStringLiteral("d"));
        QVERIFY(chooseRun(nobody, runs).of.empty());
    }
};

QTEST_GUILESS_MAIN(TestRunChoice)
#include "run_choice_test.moc"
