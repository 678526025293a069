// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/weight_judgements.h"

#include "core/knowledge/catalogue.h"
#include "core/knowledge/interview.h"
#include "core/knowledge/weighing.h"

#include <QTest>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;

/// Judgements, the weights that follow from them, and how long they are in force.
class WeightJudgementsTest : public QObject
{
    Q_OBJECT

private:
    const Decision &m_table = builtInCatalogue().table;

    QString id(std::size_t need) const { return m_table.needs[need].id; }
    static double weight(const Decision &decision, std::size_t need)
    {
        return decision.needs[need].weight;
    }

private Q_SLOTS:
    void ranksGiveCentroidWeights()
    {
        WeightJudgements judgements;
        judgements.method = WeightJudgements::Method::rank;
        judgements.ranks = {{id(3)}, {id(0), id(1)}};
        const auto decision = withJudgements(m_table, judgements);
        QVERIFY(decision.hasValue());
        // Places 11/18, and the mean of 5/18 and 2/18.
        QCOMPARE(weight(*decision, 3), 10.0);
        QCOMPARE(weight(*decision, 0), 10.0 * 3.5 / 11);
        QCOMPARE(weight(*decision, 1), 10.0 * 3.5 / 11);
        QCOMPARE(weight(*decision, 2), 0.0);
        QVERIFY(judgementsHold(*decision));
    }

    void pairsLeaveTheOthersTheirShare()
    {
        WeightJudgements judgements;
        judgements.method = WeightJudgements::Method::pairs;
        judgements.pairs = {{id(1), id(0), 3}};
        const auto decision = withJudgements(m_table, judgements);
        QVERIFY(decision.hasValue());
        QCOMPARE(weight(*decision, 1), 3 * weight(*decision, 0));
        const auto shareOfTheTwo = [](const Decision &of) {
            double sum = 0;
            for (const Need &need : of.needs)
                sum += need.weight;
            return (weight(of, 0) + weight(of, 1)) / sum;
        };
        QVERIFY(std::abs(shareOfTheTwo(*decision) - shareOfTheTwo(m_table)) < 1e-12);
        QVERIFY(judgementsHold(*decision));
    }

    void anotherWeightEndsThemAndSettingItBackRenewsThem()
    {
        WeightJudgements judgements;
        judgements.method = WeightJudgements::Method::swing;
        judgements.swings = {{id(0), 80}, {id(1), 40}};
        const Decision judged = withJudgements(m_table, judgements).value();
        const Decision other = withWeight(judged, 1, 7);
        QVERIFY(judgementsHold(judged));
        QVERIFY(!judgementsHold(other));
        QVERIFY(judgementsHold(withWeight(other, 1, weight(judged, 1))));
        QVERIFY(!judgementsHold(m_table));
        Decision without = judged;
        without.needs.erase(without.needs.begin()); // judged, and gone
        QVERIFY(!judgementsHold(without));
    }

    void whatIsMissingIsNamed()
    {
        WeightJudgements judgements;
        judgements.method = WeightJudgements::Method::pairs;
        judgements.pairs = {{id(0), id(1), 2}, {id(1), id(2), 2}};
        const auto incomplete = withJudgements(m_table, judgements);
        QVERIFY(!incomplete.hasValue());
        QVERIFY(incomplete.error().what.contains(m_table.needs[0].name));
        QVERIFY(incomplete.error().what.contains(m_table.needs[2].name));
        judgements.pairs.push_back({id(2), id(0), 9});
        const auto contradictory = withJudgements(m_table, judgements);
        QVERIFY(contradictory.hasValue());
        QVERIFY(contradictionIn(judgements, m_table).contains(QStringLiteral("9 times as much")));
    }
};

QTEST_GUILESS_MAIN(WeightJudgementsTest)
#include "weight_judgements_test.moc"
