// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_kind.h"
#include "core/measure/runs/estimate.h"
#include "core/measure/runs/suite.h"

#include <QSet>
#include <QTest>

using namespace weighbridge::measure;
using namespace weighbridge::results;
using namespace std::chrono_literals;

namespace
{

const QStringList kSeven{"gin", "fiber", "echo", "fastapi", "django", "flask", "express"};

BenchmarkPlan planOf(const char *workload)
{
    BenchmarkPlan plan;
    plan.targets = {QStringLiteral("gin")};
    plan.workload = QString::fromLatin1(workload);
    plan.rounds = 1;
    return plan;
}

} // namespace

class SuiteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQuickSetHoldsWhatTheArticleTalksAbout()
    {
        const Suite suite = quickSuite(kSeven);
        QStringList cells;
        for (const BenchmarkPlan &plan : suite.plans) {
            QVERIFY2(findWorkload(plan.workload) != nullptr, qPrintable(plan.workload));
            QCOMPARE(plan.targets, kSeven);
            cells << QStringLiteral("%1 %2").arg(plan.workload).arg(plan.connections);
        }
        for (const char *cell : {"json 100", "json 1000", "db 100", "sleep 100", "cpu 100",
                                 "start 1", "memory 1000", "size 1"})
            QVERIFY2(cells.contains(QLatin1String(cell)), cell);
        QCOMPARE(suite.id, QStringLiteral("quick"));
    }

    void theQuickSetOfSevenTakesLessThanSevenMinutes()
    {
        const auto estimate = estimatedTime(quickSuite(kSeven));
        QVERIFY2(estimate < 7min, qPrintable(QString::number(estimate.count() / 1000)));
        QVERIFY(estimate > 3min);
        QVERIFY(estimatedTime(quickSuite({QStringLiteral("gin")})) * 4 < estimate);
    }

    void theGeneratorIsCalibratedOnceForEachNumberOfConnections()
    {
        Suite suite{QStringLiteral("two"), {}, {planOf("json"), planOf("cpu")}};
        QCOMPARE(estimatedTime(suite),
                 estimatedTime(suite.plans[0]) * 2 - calibrationTime(planOf("json")));
        suite.plans[1].connections = 10;
        QCOMPARE(estimatedTime(suite), estimatedTime(suite.plans[0]) * 2);
    }

    void everyWorkloadHasAnEstimateThatFollowsItsPlan()
    {
        for (const Workload &workload : workloads()) {
            BenchmarkPlan plan = planOf(qPrintable(workload.id));
            const auto once = estimatedTime(plan);
            QVERIFY2(once > 0ms, qPrintable(workload.id));
            plan.rounds = 3;
            const auto calibration = calibrationTime(plan);
            QCOMPARE(estimatedTime(plan) - calibration, (once - calibration) * 3);
        }
        QVERIFY(estimatedTime(planOf("size")) < 1s);
        QCOMPARE(calibrationTime(planOf("start")), 0ms);
    }

    void shortRoundsStartLessOftenAndLeaveTheRestOut()
    {
        BenchmarkPlan plan = planOf("start");
        QCOMPARE(startsPerRound(plan), 10);
        QCOMPARE(restAfterLoad(plan), 60s);
        plan.duration = 1500ms;
        QCOMPARE(startsPerRound(plan), 3);
        QCOMPARE(restAfterLoad(plan), 0s);
    }

    void whatDependsOnAWorkloadIsServedWithIt()
    {
        QCOMPARE(servedWorkloads({QStringLiteral("db")}, {}), QStringList{QStringLiteral("db")});
        const QStringList served =
            servedWorkloads({QStringLiteral("json")}, {QStringLiteral("size")});
        QVERIFY(served.contains(QStringLiteral("start")));
        QVERIFY(served.contains(QStringLiteral("short")));
        QVERIFY(!served.contains(QStringLiteral("size")));
        QVERIFY(!served.contains(QStringLiteral("events")));
    }
};

QTEST_APPLESS_MAIN(SuiteTest)
#include "suite_test.moc"
