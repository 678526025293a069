// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/dominance.h"
#include "core/decision/gates.h"
#include "random_decision.h"

#include <QTest>

#include <cmath>

using namespace weighbridge::decision;

/// Gates and dominance.
class TestMustHaves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgedRatingsPassOrFail()
    {
        Decision decision = emptyDecision(2, 1);
        decision.needs[0].ratings[1].level = 2;
        const auto results = checkGates(decision, {{0, 3}});
        QCOMPARE(results[0].state, GateState::passes);
        QCOMPARE(results[1].state, GateState::excluded);
        QCOMPARE(*results[1].probability, 0.0);
    }

    void measuredRatingsPassWithAProbability()
    {
        Decision decision = emptyDecision(1, 1);
        Rating &rating = decision.needs[0].ratings[0];
        rating.level = 3.1;
        rating.spread = {Spread::Kind::studentT, 0, 0.1, 2};
        const auto result = checkGates(decision, {{0, 3}}).front();
        QCOMPARE(result.state, GateState::atRisk);
        QVERIFY(std::abs(*result.probability - 0.8413) < 1e-4);
        rating.level = 4;
        QCOMPARE(checkGates(decision, {{0, 3}}).front().state, GateState::passes);
        rating.level = 2;
        QCOMPARE(checkGates(decision, {{0, 3}}).front().state, GateState::excluded);
    }

    void anUnknownRatingIsUnprovenAndNotFailed()
    {
        Decision decision = emptyDecision(1, 1);
        decision.needs[0].ratings[0].level.reset();
        const auto result = checkGates(decision, {{0, 3}}).front();
        QCOMPARE(result.state, GateState::unproven);
        QVERIFY(!result.probability);
    }

    void theSmallestRelaxationLetsOneThrough()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].ratings[0].level = 2;
        decision.needs[0].ratings[1].level = 2.5;
        const std::vector<Gate> gates{{0, 4}, {1, 2}};
        const auto relaxation = smallestRelaxation(decision, gates);
        QVERIFY(relaxation.has_value());
        QCOMPARE(relaxation->gate, std::size_t{0});
        QCOMPARE(relaxation->alternative, std::size_t{1});
        QCOMPARE(relaxation->level, 2.5);
        QVERIFY(!smallestRelaxation(decision, {{1, 2}}));
    }

    void dominanceNeedsOneStrictAdvantageAndHeedsTheUnknown()
    {
        Decision decision = emptyDecision(2, 2);
        QVERIFY(dominatingPairs(decision).empty());
        decision.needs[0].ratings[0].level = 4;
        QCOMPARE(dominatingPairs(decision).size(), std::size_t{1});
        decision.needs[1].ratings[1].level = 4;
        QVERIFY(dominatingPairs(decision).empty());
        decision.needs[1].weight = 0; // carries no weight, so it does not count
        QCOMPARE(dominatingPairs(decision).size(), std::size_t{1});
        decision.needs[0].ratings[1].level.reset();
        QVERIFY(dominatingPairs(decision).empty());
        decision.needs[0].ratings[0].level = 5.5; // measured beyond the anchors
        QCOMPARE(dominatingPairs(decision).size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestMustHaves)
#include "test_must_haves.moc"
