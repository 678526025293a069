// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/columns.h"
#include "core/results/ratio_text.h"
#include "core/results/statistics.h"

#include <QTest>

using namespace weighbridge::results;

namespace
{

QStringList headings(const std::vector<Column> &columns)
{
    QStringList texts;
    for (const Column &column : columns)
        texts << headingOf(column);
    return texts;
}

BenchmarkPlan planOf(const char *workload, int rounds = 3)
{
    BenchmarkPlan plan;
    plan.workload = QString::fromLatin1(workload);
    plan.rounds = rounds;
    return plan;
}

/// Throughput and peak memory are all that is known.
Round smallRound(double rate)
{
    Round round;
    round.requestsPerSecond = rate;
    round.memory.peak = 40;
    return round;
}

BenchmarkResult smallRun(const std::vector<double> &rates)
{
    BenchmarkResult run;
    run.plan = planOf("json", static_cast<int>(rates.size()));
    TargetResult gin;
    gin.target = QStringLiteral("gin");
    for (const double rate : rates)
        gin.rounds.push_back(smallRound(rate));
    TargetResult failed;
    failed.target = QStringLiteral("flask");
    run.results = {gin, failed};
    return run;
}

} // namespace

class ColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyQuantityOfAWorkloadHasAColumn()
    {
        for (const QString &workload : workloadIds()) {
            BenchmarkPlan plan;
            plan.workload = workload;
            QStringList ids;
            for (const Column &column : columnsOf(plan, Detail::full)) {
                if (column.part == Column::Part::value)
                    ids << column.quantity->id;
            }
            for (const Quantity &quantity : quantities())
                QCOMPARE(ids.contains(quantity.id), isMeasuredBy(quantity, workload));
            QCOMPARE(ids.first(), leadingQuantity(workload).id);
            for (const QString &compared : quantitiesOf(workload))
                QVERIFY(ids.contains(compared));
        }
    }

    void theUsualColumnsAreAmongTheFullOnes()
    {
        const QStringList usual = headings(columnsOf(planOf("json")));
        const QStringList full = headings(columnsOf(planOf("json"), Detail::full));
        QVERIFY(usual.size() < full.size());
        for (const QString &heading : usual)
            QVERIFY2(full.contains(heading), qPrintable(heading));
        QCOMPARE(usual.mid(0, 2),
                 (QStringList{QStringLiteral("Requests/s"), QStringLiteral("Range")}));
        QVERIFY(usual.contains(QStringLiteral("p99 ms")));
        QVERIFY(usual.contains(QStringLiteral("Peak MiB")));
    }

    void onlyWhatVariesAndIsRepeatedHasARange()
    {
        QVERIFY(headings(columnsOf(planOf("start"))).contains(QStringLiteral("Range")));
        QVERIFY(!headings(columnsOf(planOf("start", 1))).contains(QStringLiteral("Range")));
        QVERIFY(!headings(columnsOf(planOf("size"))).contains(QStringLiteral("Range")));
    }

    void aRunHasOnlyColumnsThatItHasFiguresFor()
    {
        QCOMPARE(headings(columnsOf(smallRun({10, 30}))),
                 (QStringList{QStringLiteral("Requests/s"), QStringLiteral("Range"),
                              QStringLiteral("Errors"), QStringLiteral("Peak MiB")}));
        QCOMPARE(headings(columnsOf(smallRun({10}))),
                 (QStringList{QStringLiteral("Requests/s"), QStringLiteral("Errors"),
                              QStringLiteral("Peak MiB")}));
    }

    void whatIsMissingIsADash()
    {
        const BenchmarkResult run = smallRun({10, 30});
        QStringList gin;
        QStringList failed;
        for (const Column &column : columnsOf(run)) {
            gin << cellText(run.results[0], column);
            failed << cellText(run.results[1], column);
        }
        QCOMPARE(gin, (QStringList{QStringLiteral("20.0"), QStringLiteral("10.0–30.0"),
                                   QStringLiteral("0"), QStringLiteral("40.0")}));
        QCOMPARE(failed, (QStringList{noFigure(), noFigure(), noFigure(), noFigure()}));
    }

    void ratiosSayWhatTheyCanSay()
    {
        Ratio one = pairedRatio(std::vector<double>{300}, std::vector<double>{100});
        one.quantity = QStringLiteral("requests_per_second");
        QCOMPARE(ratioText(one), QStringLiteral("3.00"));
        QCOMPARE(sameness(one), QStringLiteral("one round: no statement about noise"));
        const Ratio noisy =
            pairedRatio(std::vector<double>{90, 110, 100}, std::vector<double>{100, 100, 100});
        QVERIFY(ratioText(noisy).contains(u'('));
        QVERIFY(sameness(noisy).contains(QStringLiteral("would have seen a difference of")));
        const Ratio clear =
            pairedRatio(std::vector<double>{300, 310, 305}, std::vector<double>{100, 100, 100});
        QVERIFY(clear.different);
        QCOMPARE(sameness(clear), QString());
        const Ratio copies = pairedRatio(std::vector<double>{101, 101, 101},
                                         std::vector<double>{100, 100, 100}, 0.02);
        QCOMPARE(sameness(copies),
                 QStringLiteral("cannot be told apart: two copies of one program differ by up to "
                                "2.00 %"));
        Ratio counted = one;
        counted.quantity = QStringLiteral("files");
        QCOMPARE(sameness(counted), QStringLiteral("the same"));
    }
};

QTEST_APPLESS_MAIN(ColumnsTest)
#include "columns_test.moc"
