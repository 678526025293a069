// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/suite.h"
#include "core/measure/targets/preparation.h"
#include "core/results/quantity.h"
#include "core/results/workload.h"

#include "fake_targets.h"
#include "page_cache_probe.h"
#include "result_flags.h"
#include "single_run.h"

#include <QFile>
#include <QTest>

#include <algorithm>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using testing::flagOf;
using testing::flagTexts;
using testing::isSound;
using namespace weighbridge::results;
using namespace std::chrono_literals;

namespace
{

BenchmarkPlan shortPlan(const QString &target, const char *workload)
{
    BenchmarkPlan plan;
    plan.targets = {target};
    plan.workload = QString::fromLatin1(workload);
    plan.connections = 16;
    plan.rounds = 1;
    plan.duration = 300ms;
    plan.warmUpCap = 200ms;
    return plan;
}

double valueOf(const TargetResult &result, const char *quantity)
{
    const auto summary = summaryOf(result, *findQuantity(QString::fromLatin1(quantity)));
    return summary ? summary->median : -1;
}

} // namespace

/// The measurements that are more than a load, against servers whose figures are known in advance,
/// and the quick set against real ones.
class MeasurementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WEIGHBRIDGE_NEEDS_TOOLCHAIN("python"); }
    void cleanup() { QVERIFY(testing::descendants(getpid()).empty()); }

    void startsAreTimedToTheFirstAnswers()
    {
        const TargetResult result = measured("ok", "start");
        QVERIFY2(isSound(result), qPrintable(flagTexts(result)));
        QVERIFY(valueOf(result, "start_ms") > 10); // an interpreter takes its time
        QVERIFY(valueOf(result, "start_json_ms") >= valueOf(result, "start_ms"));
        QVERIFY(valueOf(result, "start_slowest_ms") >= valueOf(result, "start_ms"));
        QCOMPARE(valueOf(result, "requests_per_second"), -1.0);
    }

    void memoryIsReadAtEveryLevel()
    {
        const TargetResult result = measured("ok", "memory");
        QVERIFY2(isSound(result), qPrintable(flagTexts(result)));
        QVERIFY(valueOf(result, "memory_idle") > 1);
        QVERIFY(valueOf(result, "memory_idle_anonymous") > 1); // an interpreter's heap
        QVERIFY(valueOf(result, "memory_idle_file_backed") > 0.1);
        QVERIFY(valueOf(result, "memory_at_100") >= valueOf(result, "memory_idle"));
        QVERIFY(valueOf(result, "memory_at_1000") > valueOf(result, "memory_at_100"));
        QVERIFY(valueOf(result, "memory_per_worker") <= valueOf(result, "memory_idle"));
        QCOMPARE(valueOf(result, "memory_after"), -1.0); // left out of short rounds
    }

    void aLaunchFindsAllFilesOfTheTargetInThePageCache()
    {
        testing::FakeTargets folder;
        folder.addServer(QStringLiteral("ok"));
        QFile unread(folder.path() + QStringLiteral("/ok/unread"));
        QVERIFY(unread.open(QIODevice::WriteOnly) && unread.write(QByteArray(500'000, 'x')) > 0);
        unread.close();
        const auto targets = availableTargets();
        const auto target = std::find_if(targets.begin(), targets.end(), [](const Target &each) {
            return each.id == QLatin1String("ok");
        });
        QVERIFY(target != targets.end());
        const auto prepared = prepareTarget(*target, findToolchains(), {}, {});
        QVERIFY2(prepared.hasValue(),
                 qPrintable(prepared ? QString() : prepared.error().message()));
        const QString copy = prepared->sourceFolder + QStringLiteral("/unread");
        testing::dropFromPageCache(copy);
        if (testing::missingPages(copy) <= 0)
            QSKIP("the file system of the cache keeps its pages in memory");
        QVERIFY(testing::runBenchmark(shortPlan(QStringLiteral("ok"), "memory")).hasValue());
        QCOMPARE(testing::missingPages(copy), 0);
    }

    void sizeCountsFilesAndRuntimeWithoutStartingAnything()
    {
        const TargetResult result = measured("exits-at-start", "size");
        QVERIFY2(isSound(result) && result.flags.empty(), qPrintable(flagTexts(result)));
        QVERIFY(valueOf(result, "files") >= 2); // the server and its manifest
        QCOMPARE(valueOf(result, "dependencies"), 0.0);
        QVERIFY(valueOf(result, "size_mib") > 0 && valueOf(result, "size_mib") < 1);
        QVERIFY(valueOf(result, "size_with_runtime_mib") > valueOf(result, "size_mib") + 5);
        QVERIFY(valueOf(result, "image_estimate_mib") > 100);
        QVERIFY(result.command.isEmpty());
    }

    void idleConnectionsCostMemory()
    {
        const TargetResult result = measured("ok", "idle");
        QVERIFY2(isSound(result), qPrintable(flagTexts(result)));
        QVERIFY(valueOf(result, "idle_connections") > 900);
        QVERIFY(valueOf(result, "memory_per_connection_kib") > 1);
        QVERIFY(valueOf(result, "memory_per_connection_kib") < 200);
    }

    void aServerThatKeepsNoConnectionHoldsNone()
    {
        const TargetResult result = measured("half", "idle");
        QCOMPARE(result.state, TargetState::failed);
        QVERIFY(!result.failure.isEmpty());
    }

    void streamsAreCompleteAndTheirJitterSmall()
    {
        const TargetResult result = measured("ok", "events");
        QVERIFY2(isSound(result), qPrintable(flagTexts(result)));
        QCOMPARE(valueOf(result, "streams_complete"), 100.0);
        QVERIFY(valueOf(result, "jitter_p99_ms") >= 0);
        QVERIFY(flagOf(result, FlagId::incompleteStreams) == nullptr);
    }

    void aServerOfOneStreamAtATimeIsSeenAsThat()
    {
        const TargetResult result = measured("one-stream", "events");
        QVERIFY(valueOf(result, "streams_complete") < 20);
        const Flag *flag = flagOf(result, FlagId::incompleteStreams);
        QVERIFY(flag != nullptr && flag->grade == Grade::noted);
        QVERIFY2(isSound(result), qPrintable(flagTexts(result)));
    }

    void wrongEventsMakeTheResultInvalid()
    {
        BenchmarkPlan plan = shortPlan(QStringLiteral("wrong-events"), "events");
        plan.duration = 1100ms; // eleven events
        const TargetResult result = measured(plan);
        QVERIFY(!result.valid);
        QVERIFY(flagOf(result, FlagId::conformance) != nullptr);
    }

    void shortConnectionsAreNoComplaint()
    {
        const TargetResult result = measured("ok", "short");
        QVERIFY2(isSound(result), qPrintable(flagTexts(result)));
        QVERIFY(valueOf(result, "requests_per_second") > 50);
        QVERIFY(flagOf(result, FlagId::serverClosed) == nullptr);
        QVERIFY(flagOf(result, FlagId::littlesLaw) == nullptr);
    }

    void aStoppedMeasurementLeavesNothingBehind()
    {
        testing::FakeTargets folder;
        folder.addServer(QStringLiteral("ok"));
        for (const char *workload : {"start", "memory", "idle", "events"}) {
            BenchmarkPlan plan = shortPlan(QStringLiteral("ok"), workload);
            plan.duration = 60s;
            plan.warmUpCap = 5s;
            std::stop_source stop;
            Observer observer;
            observer.progress = [&](const RunProgress &progress) {
                if (progress.phase == Phase::warmingUp || progress.phase == Phase::measuring)
                    stop.request_stop();
            };
            const auto result = testing::runBenchmark(plan, observer, stop.get_token());
            QVERIFY2(result.hasValue(), workload);
            QVERIFY2(result->cancelled, workload);
            QVERIFY2(testing::descendants(getpid()).empty(), workload);
        }
    }

    void theQuickSetRunsThrough()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN("go");
        Suite suite = quickSuite({QStringLiteral("reference"), QStringLiteral("gin")});
        for (BenchmarkPlan &plan : suite.plans) {
            plan.rounds = 1;
            plan.duration = 400ms;
            plan.warmUpCap = 200ms;
        }
        QStringList started;
        double fraction = 0;
        bool isMonotonic = true;
        SuiteObserver observer;
        observer.planStarted = [&](const BenchmarkPlan &plan, int, int) {
            started << plan.workload;
        };
        observer.run.progress = [&](const RunProgress &progress) {
            isMonotonic = isMonotonic && progress.fractionDone >= fraction - 1e-9;
            fraction = progress.fractionDone;
        };
        const auto runs = runSuite(suite, observer, {});
        QVERIFY2(runs.hasValue(), qPrintable(runs ? QString() : runs.error().message()));
        QCOMPARE(runs->size(), suite.plans.size());
        QCOMPARE(started.size(), static_cast<qsizetype>(suite.plans.size()));
        QVERIFY(isMonotonic);
        QVERIFY(fraction > 0.99);
        for (const auto &run : *runs)
            checkRun(*run);
    }

    void aStopEndsTheSuiteAndKeepsWhatWasFinished()
    {
        testing::FakeTargets folder;
        folder.addServer(QStringLiteral("ok"));
        const BenchmarkPlan size = shortPlan(QStringLiteral("ok"), "size");
        const Suite suite{QStringLiteral("three"), {}, {size, size, size}};
        std::stop_source stop;
        SuiteObserver observer;
        observer.planFinished = [&](auto) { stop.request_stop(); };
        const auto runs = runSuite(suite, observer, stop.get_token());
        QVERIFY(runs.hasValue());
        QCOMPARE(runs->size(), std::size_t{1});
    }

    void aPlanThatNobodyServesIsLeftOut()
    {
        const Suite suite{QStringLiteral("two"),
                          {},
                          {shortPlan(QStringLiteral("reference"), "page"),
                           shortPlan(QStringLiteral("reference"), "json")}};
        const auto runs = runSuite(suite, {}, {});
        QVERIFY(runs.hasValue());
        QCOMPARE(runs->size(), std::size_t{1});
        QVERIFY(!runSuite({QStringLiteral("one"), {}, {suite.plans.front()}}, {}, {}));
    }

private:
    static TargetResult measured(const BenchmarkPlan &plan)
    {
        testing::FakeTargets folder;
        folder.addServer(QString(plan.targets.front()).replace(u'-', u'_'));
        const auto result = testing::runBenchmark(plan);
        if (!result)
            qWarning("%s", qPrintable(result.error().message()));
        return result ? result->results.front() : TargetResult();
    }
    static TargetResult measured(const char *mode, const char *workload)
    {
        return measured(shortPlan(QString::fromLatin1(mode), workload));
    }

    /// Every target has the quantities of the workload; an invalid row says why.
    static void checkRun(const BenchmarkResult &run)
    {
        const QString leading = quantitiesOf(run.plan.workload).first();
        for (const TargetResult &result : run.results) {
            const QString what =
                run.plan.workload + u' ' + result.target + u' ' + flagTexts(result);
            QVERIFY2(result.state == TargetState::measured, qPrintable(what));
            QVERIFY2(summaryOf(result, *findQuantity(leading)), qPrintable(what));
            QVERIFY2(result.valid || !result.flags.empty(), qPrintable(what));
        }
        const json::Reader reader(toJson(run));
        QCOMPARE(benchmarkResultFrom(reader), run);
        QVERIFY2(reader.sound(), qPrintable(reader.mistake()));
    }
};

QTEST_GUILESS_MAIN(MeasurementsTest)
#include "measurements_test.moc"
