// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/result_summary.h"
#include "core/results/quantity.h"
#include "core/results/ratio_text.h"

#include <QTest>

#include <algorithm>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace weighbridge::results;

namespace
{

/// Three launches that agree within a thousandth of a per cent.
TargetResult steadyTarget(const char *id, double idleMib)
{
    TargetResult target;
    target.target = QString::fromLatin1(id);
    for (const int number : {1, 2, 3}) {
        Round round;
        round.number = number;
        round.memory.idle = idleMib * (1 + number * 1e-5);
        target.rounds.push_back(round);
    }
    return target;
}

/// Of `copy` ÷ a program of 20 MiB.
Ratio idleMemoryRatio(double copyMib)
{
    BenchmarkPlan plan;
    plan.workload = QStringLiteral("memory");
    const auto ratios =
        compareTargets({steadyTarget("copy", copyMib), steadyTarget("program", 20)}, plan);
    const auto found = std::find_if(ratios.begin(), ratios.end(), [](const Ratio &ratio) {
        return ratio.quantity == QLatin1String("memory_idle");
    });
    return found == ratios.end() ? Ratio() : *found;
}

} // namespace

class ResultSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lessThanTheFloorIsNoDifferenceHoweverSureTheRoundsAre()
    {
        const double floor = quantityOf(u"memory_idle").floor;
        QVERIFY(floor > 0);
        for (const double copy : {20 * (1 + floor / 2), 20 / (1 + floor / 2)}) {
            const Ratio ratio = idleMemoryRatio(copy);
            QVERIFY(ratio.low > 1 || ratio.high < 1);
            QVERIFY(!ratio.different);
            QCOMPARE(ratio.floor, floor);
            QVERIFY2(sameness(ratio).contains(QStringLiteral("two copies of one program")),
                     qPrintable(sameness(ratio)));
        }
    }

    void moreThanTheFloorIsADifference()
    {
        const double floor = quantityOf(u"memory_idle").floor;
        for (const double copy : {20 * (1 + 2 * floor), 20 / (1 + 2 * floor)}) {
            const Ratio ratio = idleMemoryRatio(copy);
            QVERIFY(ratio.different);
            QCOMPARE(sameness(ratio), QString());
        }
    }

    void aRoundThatOneTargetLacksIsLeftOut()
    {
        TargetResult program = steadyTarget("program", 20);
        program.rounds.erase(program.rounds.begin());
        BenchmarkPlan plan;
        plan.workload = QStringLiteral("memory");
        TargetResult copy = steadyTarget("copy", 20);
        copy.rounds[0].memory.idle = 4000; // round 1, which has no partner
        const auto ratios = compareTargets({copy, program}, plan);
        QCOMPARE(ratios.size(), std::size_t{1});
        QVERIFY(std::abs(ratios.front().ratio - 1) < 1e-9);
        QVERIFY(!ratios.front().different);
    }
};

QTEST_APPLESS_MAIN(ResultSummaryTest)
#include "result_summary_test.moc"
