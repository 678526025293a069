// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/benchmark_run.h"
#include "core/measure/targets/preparation.h"
#include "core/results/quantity.h"

#include "fake_targets.h"
#include "real_targets.h"
#include "single_run.h"

#include <QDir>
#include <QTest>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace weighbridge::results;
using namespace std::chrono_literals;

/// The real frameworks, all of them, for a second each.
class RealTargetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allFrameworksAndTheReferenceAreMeasured()
    {
        BenchmarkPlan plan;
        plan.targets = {QStringLiteral("reference")};
        for (const Target &target : testing::frameworks()) {
            WEIGHBRIDGE_NEEDS_TOOLCHAIN(target.toolchain);
            plan.targets << target.id;
        }
        QCOMPARE(plan.targets.size(), qsizetype{8});
        plan.connections = 100;
        plan.rounds = 1;
        plan.duration = 1s;
        plan.warmUpCap = 1s;
        int samples = 0;
        QStringList log;
        Observer observer;
        observer.sample = [&](const QString &, int, const Sample &, const LatencySummary &) {
            ++samples;
        };
        observer.log = [&log](const QString &line) { log << line; };
        const auto result = testing::runBenchmark(plan, observer, {});
        QVERIFY2(result.hasValue(), qPrintable(result ? QString() : result.error().message()));
        for (const TargetResult &each : result->results) {
            QVERIFY2(each.state == TargetState::measured,
                     qPrintable(each.failure + QLatin1Char('\n') +
                                log.mid(log.size() - 20).join(QLatin1Char('\n'))));
            checkFigures(each);
        }
        const auto count = result->results.size();
        const auto quantities = static_cast<std::size_t>(quantitiesOf(u"json").size());
        QCOMPARE(result->ratios.size(), count * (count - 1) / 2 * quantities);
        QVERIFY(samples > 10);
        QVERIFY(testing::descendants(getpid()).empty());

        const json::Reader reader(toJson(*result));
        QCOMPARE(benchmarkResultFrom(reader), *result);
        QVERIFY2(reader.sound(), qPrintable(reader.mistake()));
    }

    void aPreparedTargetIsReadyAtOnce()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("go"));
        const auto toolchains = findToolchains();
        const auto targets = availableTargets();
        const auto gin = std::find_if(targets.begin(), targets.end(), [](const Target &each) {
            return each.id == QLatin1String("gin");
        });
        QVERIFY(gin != targets.end());
        const auto first = prepareTarget(*gin, toolchains, {}, {});
        QVERIFY2(first.hasValue(), qPrintable(first ? QString() : first.error().message()));
        int steps = 0;
        PreparationObserver observer;
        observer.step = [&steps](const PreparationStep &) { ++steps; };
        const auto second = prepareTarget(*gin, toolchains, observer, {});
        QVERIFY(second.hasValue());
        QCOMPARE(steps, 0);
        QCOMPARE(second->seconds, 0.0);
        QCOMPARE(second->sizeMib, first->sizeMib);
        QVERIFY(second->sizeMib > 1);
        const auto statuses = targetStatuses(toolchains);
        QVERIFY(std::any_of(statuses.begin(), statuses.end(), [](const TargetStatus &status) {
            return status.target.id == QLatin1String("gin") && status.readiness == Readiness::ready;
        }));
    }

    /// Half a build must not count as one, whenever it was interrupted.
    void aCancelledPreparationStartsAgain()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python"));
        testing::FakeTargets folder;
        folder.add(
            QStringLiteral("slow"),
            {QStringLiteral("{python}"), QStringLiteral("fake_server.py"), QStringLiteral("ok")},
            {QStringLiteral("{python}"), QStringLiteral("-c"),
             QStringLiteral("import os, time\nprint('begun', flush=True)\n"
                            "time.sleep(0 if os.path.exists('%1/go') else 300)")
                 .arg(folder.path())});
        const Target target = readTarget(folder.path() + QStringLiteral("/slow")).value();
        const auto toolchains = findToolchains();
        std::stop_source stop;
        PreparationObserver observer;
        observer.log = [&](const QString &, const QString &line) {
            if (line == QLatin1String("begun"))
                stop.request_stop();
        };
        const auto cancelled = prepareTarget(target, toolchains, observer, stop.get_token());
        QVERIFY(!cancelled);
        QVERIFY(cancelled.error().what.contains(QStringLiteral("cancelled")));
        QVERIFY(testing::descendants(getpid()).empty());
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("go")));
        const auto again = prepareTarget(target, toolchains, {}, {});
        QVERIFY2(again.hasValue(), qPrintable(again ? QString() : again.error().message()));
        QVERIFY(again->seconds > 0);
        QVERIFY(cleanCache({QStringLiteral("slow")}).hasValue());
    }

private:
    void checkFigures(const TargetResult &result)
    {
        const Round &round = result.rounds.front();
        const auto figure = [&result](QStringView id) {
            return summaryOf(result, quantityOf(id)).value_or(Interval()).median;
        };
        QVERIFY2(figure(u"requests_per_second") > 100, qPrintable(result.target));
        QCOMPARE(figure(u"errors"), 0.0);
        QVERIFY(figure(u"latency_p50") > 0 && figure(u"latency_p50") <= figure(u"latency_p99"));
        QVERIFY(figure(u"latency_p99") <= figure(u"latency_max"));
        QVERIFY(figure(u"memory_idle") > 0 && figure(u"memory_peak") >= figure(u"memory_load"));
        QVERIFY(figure(u"cpu_us_per_request") > 0);
        QVERIFY(figure(u"start_ms") > 0);
        QVERIFY(!result.command.isEmpty());
        QVERIFY(round.samples.size() > 3);
        // Little's law on the raw mean, or a flag that says why not.
        const bool flagged =
            std::any_of(result.flags.begin(), result.flags.end(),
                        [](const Flag &flag) { return flag.id == FlagId::littlesLaw; });
        QVERIFY2(
            flagged || (round.littlesLaw.ratio > 0.9 && round.littlesLaw.ratio < 1.1),
            qPrintable(QStringLiteral("%1: %2").arg(result.target).arg(round.littlesLaw.ratio)));
    }
};

QTEST_GUILESS_MAIN(RealTargetsTest)
#include "real_targets_test.moc"
