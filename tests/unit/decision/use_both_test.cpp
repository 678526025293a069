// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/split.h"
#include "core/evidence/capacity.h"
#include "random_decision.h"

#include <QTest>

#include <cmath>

using namespace weighbridge::decision;
using namespace weighbridge::evidence;
using namespace weighbridge;

/// Use both languages, and what the capacity costs.
class TestUseBoth : public QObject
{
    Q_OBJECT

private:
    using Runs = std::vector<std::shared_ptr<const results::BenchmarkResult>>;

    static Decision sizedDecision()
    {
        Decision decision = emptyDecision(2, 1);
        decision.alternatives[0].targets = {QStringLiteral("t0")};
        decision.alternatives[1].targets = {QStringLiteral("t1")};
        decision.capacity.peakRequestsPerSecond = 12'000;
        decision.capacity.p99TargetMs = 10;
        decision.capacity.runs = {QStringLiteral("new"), QStringLiteral("old"),
                                  QStringLiteral("r")};
        decision.capacity.pricePerInstanceMonth = 30;
        return decision;
    }

    /// Three rounds on one busy core, at 90, 100 and 110 per cent of the rate.
    static void setRounds(results::TargetResult &result, double rate, double p99)
    {
        result.rounds.clear();
        for (const double factor : {0.9, 1.0, 1.1}) {
            results::Round round;
            round.requestsPerSecond = factor * rate;
            round.latency.p99 = p99;
            round.latency.samples = 10'000;
            round.cpuMicrosecondsPerRequest = 1e6 / rate;
            round.memory.peak = 50;
            result.rounds.push_back(round);
        }
        result.latency = result.rounds.front().latency;
    }

    static std::shared_ptr<const results::BenchmarkResult> run(const QString &id, int day,
                                                               double rate, double p99)
    {
        results::BenchmarkResult each;
        each.id = id;
        each.startedAt = QDateTime(QDate(2026, 11, day), QTime(12, 0), Qt::UTC);
        results::TargetResult result;
        result.target = QStringLiteral("t0");
        result.name = QStringLiteral("T0");
        result.valid = true;
        setRounds(result, rate, p99);
        each.results = {result};
        return std::make_shared<const results::BenchmarkResult>(std::move(each));
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aSecondLanguagePaysOnlyBelowItsBreakEven()
    {
        const std::vector<Component> components{{0.6, {4.5, 3.0}}, {0.4, {2.5, 4.5}}};
        // Go alone 3.7, Python alone 3.6, both 4.5: a second language may cost 0.8.
        const auto cheap = bestSplit(components, 0.5);
        QCOMPARE(cheap->choice, (std::vector<std::size_t>{0, 1}));
        QVERIFY(std::abs(cheap->value - 4.0) < 1e-12);
        QVERIFY(std::abs(*cheap->breakEvenCost - 0.8) < 1e-12);
        const auto dear = bestSplit(components, 0.9);
        QCOMPARE(dear->choice, (std::vector<std::size_t>{0, 0}));
        QCOMPARE(dear->languages, std::size_t{1});
        QVERIFY(std::abs(dear->value - 3.7) < 1e-12);
    }

    void oneLanguageThatIsBestEverywhereLeavesNothingToGain()
    {
        const auto split = bestSplit({{1, {4, 3}}, {1, {4, 2}}}, 0);
        QCOMPARE(split->languages, std::size_t{1});
        QVERIFY(!split->breakEvenCost);
        QVERIFY(!bestSplit({}, 0));
        QVERIFY(!bestSplit({{0, {1, 2}}}, 0));
    }

    void capacityCarriesTheIntervalOfTheMeasurement()
    {
        CapacityInput input;
        input.peakRequestsPerSecond = 12'000;
        input.headroom = 1.5;
        input.requestsPerSecondPerCore = {7'200, 6'000, 9'000};
        input.memoryMibPerInstance = {100, 90, 120};
        input.coresPerInstance = 2;
        input.memoryMibOfInstance = 512;
        input.pricePerInstanceMonth = 30;
        const Capacity capacity = capacityFor(input);
        QCOMPARE(capacity.cores, (Range{2.5, 2.0, 3.0}));
        QCOMPARE(capacity.instances, (Range{2, 1, 2}));
        QCOMPARE(capacity.memoryMib, (Range{200, 90, 240}));
        QCOMPARE(capacity.monthlyCost, (Range{60, 30, 60}));
        QVERIFY(capacity.fitsInstance);
        input.memoryMibOfInstance = 110;
        QVERIFY(!capacityFor(input).fitsInstance);
    }

    void partsOfADecisionTakeWhatTheirOwnWeightsPrefer()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].ratings[0].level = 5;
        decision.needs[1].ratings[1].level = 5;
        QVERIFY(!splitView(decision));
        decision.parts = {
            {QStringLiteral("gateway"),
             QStringLiteral("Gateway"),
             0.7,
             {{QStringLiteral("n0"), 10}}},
            {QStringLiteral("admin"), QStringLiteral("Admin"), 0.3, {{QStringLiteral("n1"), 10}}}};
        decision.furtherLanguageCost = 0.5;
        const auto view = splitView(decision);
        QCOMPARE(view->parts[0].scores, (std::vector<double>{5, 3}));
        QCOMPARE(view->parts[0].choice, std::size_t{0});
        QCOMPARE(view->parts[1].choice, std::size_t{1});
        QVERIFY(std::abs(view->singleValue - (0.7 * 5 + 0.3 * 3)) < 1e-12);
        QVERIFY(std::abs(view->splitValue - 4.5) < 1e-12);
        QVERIFY(std::abs(*view->breakEvenCost - 0.6) < 1e-12);
        QCOMPARE(view->sentence,
                 QStringLiteral("A second language pays only if its cost stays below 0.60 points; "
                                "it is set to 0.50. Use both: Alternative 0 for Gateway, "
                                "Alternative 1 for Admin."));
        QVERIFY(view->conditions.size() > 2);
        decision.alternatives[1].exclusion = QStringLiteral("Ruled out.");
        QVERIFY(!splitView(decision));
    }

    void oneCoreOfTheNewestRunWithinTheTargetForLatencySizesTheServers()
    {
        const Decision decision = sizedDecision();
        const auto list = capacities(decision, {run(QStringLiteral("new"), 2, 20'000, 40),
                                                run(QStringLiteral("old"), 1, 10'000, 5)});
        // The newest has p99 40 ms, above the target of 10: the older one counts.
        QCOMPARE(list[0].run, QStringLiteral("old"));
        QVERIFY(list[0].meetsP99);
        QCOMPARE(list[0].capacity->cores.median, 12'000 * 1.5 / 10'000);
        QCOMPARE(list[0].capacity->instances.median, 1.0);
        QVERIFY2(list[0].sentence.startsWith(QStringLiteral("1.64–2 cores, one instance, 50 MiB")),
                 qPrintable(list[0].sentence));
        QVERIFY(!list[1].capacity);
        QVERIFY(list[1].sentence.contains(QStringLiteral("Nothing valid was measured")));
    }

    void coresAreThoseThatTheServerKeptBusy()
    {
        results::BenchmarkResult two = *run(QStringLiteral("r"), 1, 20'000, 5);
        for (results::Round &round : two.results[0].rounds)
            round.cpuMicrosecondsPerRequest = 97; // 1.94 cores
        const auto list = capacities(
            sizedDecision(), {std::make_shared<const results::BenchmarkResult>(std::move(two))});
        QCOMPARE(list[0].capacity->cores.median, 12'000 * 1.5 / 10'000);
    }

    void nothingIsSizedFromAnInvalidRunOrWithoutAPeak()
    {
        results::BenchmarkResult invalid = *run(QStringLiteral("r"), 1, 20'000, 5);
        invalid.results[0].valid = false;
        const Runs runs{std::make_shared<const results::BenchmarkResult>(std::move(invalid))};
        QVERIFY(!capacities(sizedDecision(), runs)[0].capacity);
        Decision decision = sizedDecision();
        decision.capacity.peakRequestsPerSecond.reset();
        QVERIFY(capacities(decision, runs).empty());
    }

    void costsPartWhereTheSlowerOneNeedsASecondInstance()
    {
        Decision decision = sizedDecision();
        results::BenchmarkResult both = *run(QStringLiteral("r"), 1, 20'000, 5);
        both.results.push_back(both.results[0]);
        both.results[1].target = QStringLiteral("t1");
        for (results::Round &round : both.results[1].rounds)
            round.requestsPerSecond *= 0.3;
        const Runs runs{std::make_shared<const results::BenchmarkResult>(std::move(both))};
        const double peak = *costBreakEven(decision, runs, 0, 1);
        QCOMPARE(peak, 6'000 * 2 / 1.5);
        const auto instances = [&](double at, std::size_t alternative) {
            decision.capacity.peakRequestsPerSecond = at;
            return capacities(decision, runs)[alternative].capacity->instances.median;
        };
        QCOMPARE(instances(peak - 1, 1), 1.0);
        QCOMPARE(instances(peak + 1, 1), 2.0);
        QCOMPARE(instances(peak + 1, 0), 1.0);
        decision.capacity.pricePerInstanceMonth = 0;
        QVERIFY(!costBreakEven(decision, runs, 0, 1));
    }
};

QTEST_GUILESS_MAIN(TestUseBoth)
#include "use_both_test.moc"
