// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/benchmark_run.h"

#include "fake_targets.h"
#include "result_flags.h"
#include "single_run.h"

#include <QTest>

#include <algorithm>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace weighbridge::results;
using testing::flagOf;
using testing::flagTexts;
using namespace std::chrono_literals;

namespace
{

BenchmarkPlan planFor(const QString &target)
{
    BenchmarkPlan plan;
    plan.targets = {target};
    plan.connections = 40;
    plan.rounds = 1;
    plan.duration = 1500ms;
    plan.warmUpCap = 300ms;
    return plan;
}

/// All that a target can be blamed for; what the machine is blamed for may come and go.
const std::vector<FlagId> &blames()
{
    static const std::vector<FlagId> all{
        FlagId::stalled,     FlagId::unfair,    FlagId::littlesLaw,
        FlagId::overload,    FlagId::errors,    FlagId::wrongBody,
        FlagId::conformance, FlagId::restarted, FlagId::serverClosed};
    return all;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<weighbridge::results::FlagId>)

/// Targets that pass the check before the load and fail in one way during it: a benchmark names
/// each for what it does, and for nothing else.
class FaultyTargetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python")); }
    void cleanup() { QVERIFY(testing::descendants(getpid()).empty()); }

    void eachFaultIsNamed_data()
    {
        QTest::addColumn<std::vector<FlagId>>("named");
        QTest::addColumn<std::vector<FlagId>>("possible"); // come and go with the machine's speed
        const auto row = [](const char *mode, std::vector<FlagId> named,
                            std::vector<FlagId> possible = {}) {
            QTest::newRow(mode) << std::move(named) << std::move(possible);
        };
        row("ok", {});
        row("slow", {});           // 650 ms for each reply, in a window of 1.5 s
        row("other_spelling", {}); // JSON that says the same
        row("forgets_connections", {FlagId::stalled});
        // Opening connections again takes part of their time, and on a busy machine much of it.
        row("lies", {FlagId::errors}, {FlagId::littlesLaw});
        row("other_contents", {FlagId::wrongBody});
        row("other_length", {FlagId::wrongBody, FlagId::errors}, {FlagId::littlesLaw});
        // A connection that is closed without a word may have had a request on its way.
        row("closes_after_100", {FlagId::serverClosed}, {FlagId::errors, FlagId::littlesLaw});
    }
    void eachFaultIsNamed()
    {
        QFETCH(std::vector<FlagId>, named);
        QFETCH(std::vector<FlagId>, possible);
        const auto has = [](const std::vector<FlagId> &flags, FlagId id) {
            return std::find(flags.begin(), flags.end(), id) != flags.end();
        };
        const auto isAsExpected = [&](const TargetResult &measuredNow) {
            return std::all_of(blames().begin(), blames().end(), [&](FlagId id) {
                return has(possible, id) || (flagOf(measuredNow, id) != nullptr) == has(named, id);
            });
        };
        const BenchmarkPlan plan = planFor(modeToId(QTest::currentDataTag()));
        TargetResult result = measured(plan);
        // A target is judged by a run that nothing else disturbed, if there is one.
        for (int again = 0; again < 3 && !isAsExpected(result) && wasDisturbed(result); ++again)
            result = measured(plan);
        for (const FlagId id : blames()) {
            if (has(possible, id))
                continue;
            QVERIFY2((flagOf(result, id) != nullptr) == has(named, id),
                     qPrintable(nameOf(id) + QStringLiteral(" in:\n") + flagTexts(result)));
        }
        const bool shouldBeInvalid =
            std::any_of(result.flags.begin(), result.flags.end(),
                        [](const Flag &flag) { return flag.grade == Grade::invalid; });
        QCOMPARE(result.valid, !shouldBeInvalid);
        for (const Flag &flag : result.flags)
            QVERIFY2(!flag.remedy.isEmpty(), qPrintable(flag.text));
    }

    void otherContentsAreShown()
    {
        const TargetResult result = measured(planFor(QStringLiteral("other-contents")));
        const Flag *flag = flagOf(result, FlagId::wrongBody);
        QVERIFY(flag != nullptr);
        QVERIFY2(flag->text.contains(QStringLiteral("Wurst")), qPrintable(flag->text));
    }

    void aWorkerThatEndsIsNamed()
    {
        BenchmarkPlan plan = planFor(QStringLiteral("loses-a-worker"));
        plan.warmUpCap = 10ms; // it must still be there when the window begins
        const TargetResult result = measured(plan);
        QVERIFY2(flagOf(result, FlagId::restarted) != nullptr, qPrintable(flagTexts(result)));
        QVERIFY(!result.valid);
    }

    void anOverloadIsInvalidTellsBothRatesAndHasNoPercentiles()
    {
        BenchmarkPlan plan = planFor(QStringLiteral("ok"));
        plan.requestsPerSecond = 60'000;
        const TargetResult result = measured(plan);
        const Flag *flag = flagOf(result, FlagId::overload);
        QVERIFY2(flag != nullptr, qPrintable(flagTexts(result)));
        QVERIFY(!result.valid);
        QVERIFY2(flag->text.contains(QStringLiteral("60,000 requests/s were due")),
                 qPrintable(flag->text));
        QVERIFY(result.rounds.front().requestsPerSecond > 0);
        QCOMPARE(result.latency, LatencySummary());
        QCOMPARE(result.rounds.front().latency, LatencySummary());
    }

    void aSlowServerAtARateItKeepsIsNotOverloaded()
    {
        BenchmarkPlan plan = planFor(QStringLiteral("slow"));
        plan.requestsPerSecond = 40;
        plan.connections = 60;
        plan.duration = 2500ms;
        const TargetResult result = measured(plan);
        QVERIFY2(flagOf(result, FlagId::overload) == nullptr, qPrintable(flagTexts(result)));
        QVERIFY(result.latency.p50 && *result.latency.p50 >= 650);
        QVERIFY(!result.latency.p99); // of a hundred samples there is none
        QVERIFY(flagOf(result, FlagId::fewSamples) != nullptr);
    }

    void aServerAsFastAsTheGeneratorIsToldApart()
    {
        // The reference server as a target of somebody's own, so that it is not the ceiling itself.
        testing::FakeTargets targets;
        targets.add(QStringLiteral("fast"),
                    {qEnvironmentVariable("WEIGHBRIDGE_PROGRAM"),
                     QStringLiteral("reference-server"), QStringLiteral("--port"),
                     QStringLiteral("{port}"), QStringLiteral("--workers"),
                     QStringLiteral("{workers}")});
        // Beside other work one of the two may be the slower one for once.
        for (int attempt = 0; attempt < 5; ++attempt) {
            const auto result = testing::runBenchmark(planFor(QStringLiteral("fast")));
            QVERIFY2(result.hasValue(), qPrintable(result ? QString() : result.error().message()));
            const TargetResult &fast = result->results.front();
            QVERIFY2(fast.state == TargetState::measured, qPrintable(fast.failure));
            if (flagOf(fast, FlagId::generatorBound) != nullptr)
                return;
        }
        QFAIL("The generator's limit was never seen");
    }

private:
    /// Whether so much else ran that the generator itself may have held replies up.
    static bool wasDisturbed(const TargetResult &result)
    {
        return std::any_of(result.flags.begin(), result.flags.end(), [](const Flag &flag) {
            return flag.grade == Grade::invalid &&
                   std::find(blames().begin(), blames().end(), flag.id) == blames().end();
        });
    }

    static QString modeToId(const char *mode)
    {
        return QString::fromLatin1(mode).replace(QLatin1Char('_'), QLatin1Char('-'));
    }

    static TargetResult measured(const BenchmarkPlan &plan)
    {
        testing::FakeTargets targets;
        targets.addServer(QString(plan.targets.front()).replace(u'-', u'_'));
        const auto result = testing::runBenchmark(plan);
        if (!result)
            qWarning("%s", qPrintable(result.error().message()));
        return result ? result->results.front() : TargetResult();
    }
};

QTEST_GUILESS_MAIN(FaultyTargetsTest)
#include "faulty_targets_test.moc"
