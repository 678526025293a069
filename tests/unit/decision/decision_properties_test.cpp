// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/scoring.h"
#include "core/decision/exact/sensitivity.h"
#include "core/decision/model/value_function.h"
#include "core/decision/views/analysis.h"
#include "random_decision.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace weighbridge::decision;

/// What must hold of every table, tried on random ones with a fixed seed.
class TestDecisionProperties : public QObject
{
    Q_OBJECT

private:
    static constexpr int kTables = 20'000; ///< of each of five shapes: 100 000 in all

    struct Shape {
        int alternatives;
        int needs;
    };
    static constexpr Shape kShapes[] = {{2, 2}, {2, 6}, {3, 4}, {5, 8}, {7, 3}};

    template <typename Check> static void forEachTable(Check check)
    {
        std::mt19937_64 random(20261123);
        for (const Shape shape : kShapes) {
            Decision decision = emptyDecision(shape.alternatives, shape.needs);
            for (int t = 0; t < kTables; ++t) {
                fillAtRandom(decision, random);
                check(decision);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

private Q_SLOTS:
    void contributionsAddUpToTheDifference()
    {
        forEachTable([](const Decision &decision) {
            const ScoreTable table = scoreTable(decision);
            const auto values = scores(table);
            const auto parts = contributions(table, 0, 1);
            const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
            QVERIFY(std::abs(sum - (values[0] - values[1])) < 1e-12);
        });
    }

    void totalsAreEqualAtAStabilityBound()
    {
        forEachTable([](const Decision &decision) {
            const ScoreTable table = scoreTable(decision);
            const auto values = scores(table);
            const std::size_t leader = ranking(decision, table, values).front();
            const std::size_t need = table.needs - 1;
            if (table.shares[need] >= 1)
                return;
            const WeightStability stability = weightStability(table, values, leader, need);
            const auto total = [&](std::size_t i, double share) {
                const double rest = (values[i] - table.shares[need] * table.level(need, i)) /
                                    (1 - table.shares[need]);
                return share * table.level(need, i) + (1 - share) * rest;
            };
            QVERIFY(stability.low <= table.shares[need] && table.shares[need] <= stability.high);
            if (stability.takesLeadBelow)
                QVERIFY(std::abs(total(leader, stability.low) -
                                 total(*stability.takesLeadBelow, stability.low)) < 1e-12);
            if (stability.takesLeadAbove)
                QVERIFY(std::abs(total(leader, stability.high) -
                                 total(*stability.takesLeadAbove, stability.high)) < 1e-12);
        });
    }

    void theTieWeightOfASwingTies()
    {
        forEachTable([](const Decision &decision) {
            ScoreTable table = scoreTable(decision);
            const Swing step = swing(table, 0, 1, 0);
            if (!step.tieWeight)
                return;
            table.weights[0] = *step.tieWeight;
            table.weightSum = std::accumulate(table.weights.begin(), table.weights.end(), 0.0);
            if (table.weightSum <= 0)
                return;
            const auto values = scores(table);
            QVERIFY(std::abs(values[0] - values[1]) < 1e-12);
        });
    }

    void aWholeStepFlipReallyFlipsAndNoSmallerOneDoes()
    {
        forEachTable([](const Decision &decision) {
            ScoreTable table = scoreTable(decision);
            const std::size_t leader = ranking(decision, table, scores(table)).front();
            const auto flip = wholeStepFlip(table, leader, 0);
            const double now = table.weights[0];
            const auto leads = [&](double weight) {
                table.weights[0] = weight;
                table.weightSum = 1; // the order needs no division
                const auto values = scores(table);
                return *std::max_element(values.begin(), values.end()) - values[leader] < 1e-6;
            };
            if (flip)
                QVERIFY(!leads(flip->weight));
            const double reach = flip ? std::abs(flip->weight - now) : kGreatestWeight + 1;
            for (double weight = 0; weight <= kGreatestWeight; ++weight) {
                if (std::abs(weight - now) < reach)
                    QVERIFY(leads(weight));
            }
        });
    }

    void raisingALevelNeverLowersARank()
    {
        forEachTable([](const Decision &decision) {
            const ScoreTable table = scoreTable(decision);
            const auto before = scores(table);
            const int rank = ranks(ranking(decision, table, before), before)[0];
            Decision raised = decision;
            *raised.needs[0].ratings[0].level += 0.5;
            const ScoreTable raisedTable = scoreTable(raised);
            const auto after = scores(raisedTable);
            QVERIFY(ranks(ranking(raised, raisedTable, after), after)[0] <= rank);
        });
    }

    void aNewcomerLeavesTheOtherScoresAlone()
    {
        forEachTable([](const Decision &decision) {
            const auto before = scores(scoreTable(decision));
            Decision larger = decision;
            larger.alternatives.push_back(
                alternativeNamed(QStringLiteral("new"), QStringLiteral("New")));
            for (Need &need : larger.needs) {
                need.ratings.push_back(need.ratings.front());
                *need.ratings.back().level -= 1; // dominated
            }
            const auto after = scores(scoreTable(larger));
            QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
        });
    }

    void anAffineChangeOfTheUnitChangesNoLevel()
    {
        std::mt19937_64 random(7);
        std::uniform_real_distribution<double> number(-100, 100);
        for (int t = 0; t < 100'000; ++t) {
            const Anchors anchors{number(random), number(random) + 300, {}, Anchors::Scale::linear};
            const double factor = std::abs(number(random)) + 0.1;
            const double offset = number(random);
            const double raw = number(random);
            const Anchors changed{factor * anchors.lowest + offset,
                                  factor * anchors.highest + offset,
                                  {},
                                  Anchors::Scale::linear};
            QVERIFY(std::abs(levelOf(factor * raw + offset, changed) - levelOf(raw, anchors)) <
                    1e-9);
        }
    }

    void chancesSumToOneAndPairsAreComplementary()
    {
        std::mt19937_64 random(3);
        AnalysisOptions options;
        options.draws = 40;
        for (const Shape shape : kShapes) {
            Decision decision = emptyDecision(shape.alternatives, shape.needs);
            for (int t = 0; t < 100; ++t) {
                fillAtRandom(decision, random);
                const Analysis analysis = analyse(decision, options);
                double sum = 0;
                for (const Standing &standing : analysis.standings)
                    sum += standing.chanceBest;
                QVERIFY(std::abs(sum - 1) < 1e-9);
                for (std::size_t i = 0; i < analysis.pairwise.size(); ++i) {
                    for (std::size_t j = 0; j < analysis.pairwise.size(); ++j)
                        QVERIFY(std::abs(analysis.pairwise[i][j] + analysis.pairwise[j][i] - 1) <
                                1e-12);
                }
            }
        }
    }

    void reorderingAndANewcomerLeaveEveryPairAsItWas()
    {
        std::mt19937_64 random(5);
        AnalysisOptions options;
        options.draws = 200;
        Decision decision = emptyDecision(3, 5);
        for (int t = 0; t < 100; ++t) {
            fillAtRandom(decision, random);
            const double chance = analyse(decision, options).pairwise[0][2];
            Decision other = decision;
            std::swap(other.alternatives[0], other.alternatives[1]);
            std::rotate(other.needs.begin(), other.needs.begin() + 2, other.needs.end());
            other.alternatives.push_back(
                alternativeNamed(QStringLiteral("new"), QStringLiteral("New")));
            for (Need &need : other.needs) {
                std::swap(need.ratings[0], need.ratings[1]);
                need.ratings.push_back(need.ratings.front());
            }
            // Needs in another order are added in another order: equal but for rounding.
            QVERIFY(std::abs(analyse(other, options).pairwise[1][2] - chance) < 1e-12);
        }
    }
};

QTEST_GUILESS_MAIN(TestDecisionProperties)
#include "decision_properties_test.moc"
