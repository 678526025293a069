// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/analysis.h"
#include "core/decision/views/group.h"
#include "core/decision/views/weight_map.h"
#include "random_decision.h"

#include <QTest>

#include <cmath>

using namespace weighbridge::decision;

/// People who weigh differently, and the map of all weights of three needs.
class TestGroup : public QObject
{
    Q_OBJECT

private:
    /// Two alternatives, each better on one of the first two needs; alike on the third.
    static Decision opposites()
    {
        Decision decision = emptyDecision(2, 3);
        decision.needs[0].ratings[0].level = 5;
        decision.needs[1].ratings[1].level = 5;
        return decision;
    }

    static Person person(const QString &id, double first, double second, double third)
    {
        Person each;
        each.id = id;
        each.name = id;
        each.weights = {{QStringLiteral("n0"), first},
                        {QStringLiteral("n1"), second},
                        {QStringLiteral("n2"), third}};
        return each;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everybodysWinnerComesBeforeTheMean()
    {
        Decision decision = opposites();
        decision.people = {person(QStringLiteral("a"), 8, 2, 0),
                           person(QStringLiteral("b"), 6, 3, 1),
                           person(QStringLiteral("c"), 0, 10, 0)};
        const GroupView view = groupView(decision);
        QCOMPARE(view.votes, (std::vector<std::size_t>{2, 1}));
        QCOMPARE(*view.people[0].leader, std::size_t{0});
        QCOMPARE(*view.people[2].leader, std::size_t{1});
        QVERIFY(std::abs(view.people[0].scores[0] - (0.8 * 5 + 0.2 * 3)) < 1e-12);
        QVERIFY(std::abs(view.commonShares[1] - (0.2 + 0.3 + 1.0) / 3) < 1e-12);
        QCOMPARE(*view.commonLeader, std::size_t{1}); // although two of three have the other first
        QCOMPARE(view.disagreements.front().need, std::size_t{0});
        QCOMPARE(view.disagreements.front().greatest, 0.8);
        QVERIFY(view.disagreements[1].need == 1 && view.disagreements[1].least == 0.2);
        QCOMPARE(view.sentence,
                 QStringLiteral("2 of 3 have Alternative 0 first. They are furthest apart on Need "
                                "0: 0% to 80% of the weight."));
    }

    void influenceCountsInTheMeanAndSilenceDoesNot()
    {
        Decision decision = opposites();
        decision.people = {person(QStringLiteral("a"), 10, 0, 0),
                           person(QStringLiteral("b"), 0, 10, 0),
                           person(QStringLiteral("c"), 0, 0, 0)};
        decision.people[0].influence = 3;
        const GroupView view = groupView(decision);
        QCOMPARE(view.commonShares, (std::vector<double>{0.75, 0.25, 0}));
        QVERIFY(!view.people[2].leader);
        for (std::size_t k = 0; k < decision.needs.size(); ++k)
            decision.needs[k].weight = view.commonShares[k];
        QCOMPARE(*analyse(decision).verdict.leader, *view.commonLeader);
    }

    void aGroupWithoutWeightsSaysSoAndChangesNothing()
    {
        Decision decision = opposites();
        QVERIFY(groupView(decision).sentence.isEmpty());
        decision.people = {person(QStringLiteral("a"), 0, 0, 0)};
        const GroupView view = groupView(decision);
        QVERIFY(!view.commonLeader);
        QCOMPARE(view.sentence, QStringLiteral("Nobody has given weights yet."));
    }

    void theMapHasEachNeedsWinnerInItsCornerAndTheTieBetween()
    {
        const Decision decision = opposites();
        const WeightMap map = weightMap(decision, {0, 1, 2}, 4);
        QCOMPARE(map.points.size(), std::size_t{15});
        QCOMPARE(map.points.front().parts, (std::array<double, 3>{1, 0, 0}));
        QCOMPARE(*map.points.front().leader, std::size_t{0});
        QCOMPARE(map.points.front().lead, 2.0);
        const WeightMap::Point &second = map.points[10]; // first of the last row
        QCOMPARE(second.parts, (std::array<double, 3>{0, 1, 0}));
        QCOMPARE(*second.leader, std::size_t{1});
        for (const WeightMap::Point &point : map.points) {
            QVERIFY(std::abs(point.parts[0] + point.parts[1] + point.parts[2] - 1) < 1e-12);
            QCOMPARE(point.leader.has_value(), point.parts[0] != point.parts[1]);
        }
        QVERIFY(std::abs(map.now[0] - 1.0 / 3) < 1e-12);
    }

    void theMapAgreesWithTheAnalysisAtThePresentWeights()
    {
        std::mt19937_64 random(3);
        Decision decision = emptyDecision(4, 5);
        for (int t = 0; t < 200; ++t) {
            fillAtRandom(decision, random);
            // Weights of the mapped needs that lie on the grid: 2 : 3 : 5 of ten steps.
            decision.needs[0].weight = 2;
            decision.needs[2].weight = 3;
            decision.needs[4].weight = 5;
            const WeightMap map = weightMap(decision, {0, 2, 4}, 10);
            const WeightMap::Point &now = map.points[8 * 9 / 2 + 5];
            QCOMPARE(now.parts, map.now);
            AnalysisOptions exact;
            exact.exactOnly = true;
            const Analysis analysis = analyse(decision, exact);
            QCOMPARE(now.leader.has_value(), analysis.verdict.state == VerdictState::ranked);
            if (now.leader)
                QCOMPARE(*now.leader, *analysis.verdict.leader);
        }
    }

    void theMapTakesTheNeedsThatMakeTheDifference()
    {
        Decision decision = emptyDecision(2, 4);
        decision.needs[3].ratings[0].level = 5;
        decision.needs[1].ratings[1].level = 4;
        decision.needs[2].weight = 4;
        QCOMPARE(*needsToMap(decision), (std::array<std::size_t, 3>{3, 1, 2}));
        decision.needs.resize(2);
        QVERIFY(!needsToMap(decision));
        Decision weightless = emptyDecision(2, 3);
        for (Need &need : weightless.needs)
            need.weight = 0;
        QVERIFY(weightMap(weightless, {0, 1, 2}).points.empty());
    }
};

QTEST_GUILESS_MAIN(TestGroup)
#include "group_test.moc"
