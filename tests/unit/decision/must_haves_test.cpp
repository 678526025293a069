// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/dominance.h"
#include "core/decision/exact/gates.h"
#include "core/decision/views/analysis.h"
#include "random_decision.h"

#include <QTest>

#include <cmath>

using namespace weighbridge::decision;

/// Gates and dominance.
class TestMustHaves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void judgedRatingsPassByTheirTriangle()
    {
        Decision decision = emptyDecision(4, 1);
        const double levels[] = {4, 3, 2.5, 2};
        for (std::size_t i = 0; i < 4; ++i)
            decision.needs[0].ratings[i].level = levels[i];
        const auto results = checkGates(decision, {{0, 3}}); // half-width 1
        QCOMPARE(results[0].state, GateState::passes);
        QCOMPARE(*results[1].probability, 0.5);
        QCOMPARE(*results[2].probability, 0.125);
        QCOMPARE(results[2].state, GateState::atRisk);
        QCOMPARE(results[3].state, GateState::excluded);
        QCOMPARE(*results[3].probability, 0.0);
    }

    void measuredRatingsPassWithAProbability()
    {
        Decision decision = emptyDecision(1, 1);
        Rating &rating = decision.needs[0].ratings[0];
        rating.level = 3.1;
        rating.spread = {Spread::Kind::studentT, 0, 0.1, 2};
        const auto result = checkGates(decision, {{0, 3}}).front();
        QCOMPARE(result.state, GateState::atRisk);
        // Student's t with two degrees of freedom: (1 + t/√(2 + t²))/2 at t = 1.
        QVERIFY(std::abs(*result.probability - 0.5 * (1 + 1 / std::sqrt(3))) < 1e-12);
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
        QCOMPARE(relaxation->alternative, std::size_t{1});
        QCOMPARE(relaxation->lowered, (std::vector<Gate>{{0, 2.5}}));
        QVERIFY(!smallestRelaxation(decision, {{1, 2}}));
    }

    void whereNoSingleMustHaveHelpsSeveralAreLoweredTogether()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].mustReach = 5;
        decision.needs[1].mustReach = 4.5;
        decision.needs[0].ratings[1].level = 2;
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.verdict.sentence,
                 QStringLiteral("Every alternative is excluded. Ask for 3 instead of 5 on Need 0 "
                                "and 3 instead of 4.5 on Need 1, and Alternative 0 is through."));
    }

    void theExcludedKeepTheirScoreAndLeaveTheRanking()
    {
        Decision decision = emptyDecision(3, 2);
        decision.needs[0].ratings[0].level = 5;
        decision.needs[0].ratings[1].level = 4;
        decision.needs[1].mustReach = 2.5;
        decision.needs[1].ratings[0].level = 1.5;
        decision.needs[1].ratings[1].level = 4;
        decision.needs[1].ratings[2].level = 4;
        const Analysis analysis = analyse(decision);
        const Standing &out = analysis.standings[0];
        QVERIFY(out.excluded);
        QCOMPARE(out.exclusion, QStringLiteral("Alternative 0 falls short of the must-have on Need "
                                               "1: 1.5, and 2.5 is asked for."));
        QCOMPARE(out.score, 3.25);
        QCOMPARE(out.rank, 0);
        QCOMPARE(out.tier, 0);
        QCOMPARE(out.chanceBest, 0.0);
        QCOMPARE(out.chanceToPass, 0.0);
        QCOMPARE(analysis.order, (std::vector<std::size_t>{1, 2}));
        QCOMPARE(*analysis.verdict.leader, std::size_t{1});
        QVERIFY(std::abs(analysis.standings[1].chanceBest + analysis.standings[2].chanceBest - 1) <
                1e-9);
        QCOMPARE(analysis.mustHaves.size(), std::size_t{3});
        for (const Flip &flip : analysis.flips)
            QVERIFY(flip.alternative != 0);
    }

    void chancesOfTheOthersAreThoseOfATableWithoutTheExcluded()
    {
        std::mt19937_64 random(11);
        Decision decision = emptyDecision(4, 5);
        AnalysisOptions options;
        options.draws = 1'000;
        for (int t = 0; t < 20; ++t) {
            fillAtRandom(decision, random);
            decision.alternatives[1].exclusion = QStringLiteral("Ruled out.");
            const Analysis with = analyse(decision, options);
            Decision smaller = decision;
            smaller.alternatives.erase(smaller.alternatives.begin() + 1);
            for (Need &need : smaller.needs)
                need.ratings.erase(need.ratings.begin() + 1);
            const Analysis without = analyse(smaller, options);
            for (std::size_t i = 0; i < 3; ++i) {
                const Standing &a = with.standings[i < 1 ? i : i + 1];
                const Standing &b = without.standings[i];
                QVERIFY(std::abs(a.chanceBest - b.chanceBest) < 1e-12);
                QCOMPARE(a.rank, b.rank);
                QCOMPARE(a.tier, b.tier);
            }
        }
    }

    void whereNothingIsLeftTheSmallestRelaxationIsNamedAndNothingRecommended()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].mustReach = 5;
        decision.needs[0].ratings[1].level = 3.5;
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.verdict.state, VerdictState::noneLeft);
        QVERIFY(!analysis.verdict.leader);
        QVERIFY(analysis.order.empty());
        QCOMPARE(analysis.verdict.sentence,
                 QStringLiteral("Every alternative is excluded. Ask for 3.5 instead of 5 on Need "
                                "0, and Alternative 1 is through."));
        decision.alternatives[1].exclusion = QStringLiteral("Ruled out.");
        QVERIFY(analyse(decision).relaxation->contains(QStringLiteral("Alternative 0")));
        decision.alternatives[0].exclusion = QStringLiteral("Ruled out.");
        QVERIFY(!analyse(decision).relaxation);
    }

    void theOnlyOneLeftIsNamedWithWhatKeepsTheBestOfTheOthersOut()
    {
        Decision decision = emptyDecision(2, 2);
        decision.alternatives[0].exclusion = QStringLiteral("A rule keeps it out.");
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.verdict.state, VerdictState::onlyOneLeft);
        QCOMPARE(*analysis.verdict.leader, std::size_t{1});
        QVERIFY(!analysis.verdict.runnerUp);
        QCOMPARE(analysis.standings[1].chanceBest, 1.0);
        QCOMPARE(analysis.verdict.sentence,
                 QStringLiteral("Alternative 1 has 3.00 out of 5. A rule keeps it out."));
        QCOMPARE(analysis.contributions.size(), std::size_t{2}); // both are still compared
    }

    void whatARuleLeavesIsNamedBeforeThereAreNeeds()
    {
        Decision decision = emptyDecision(2, 0);
        decision.alternatives[0].exclusion = QStringLiteral("A rule keeps it out.");
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.verdict.headline, QStringLiteral("Only Alternative 1 is left"));
        QCOMPARE(analysis.verdict.sentence, QStringLiteral("A rule keeps it out."));
        decision.alternatives[1].exclusion = QStringLiteral("Another does, too.");
        QCOMPARE(analyse(decision).verdict.state, VerdictState::noneLeft);
    }

    void mustHavesInRawUnitsSpeakInThem()
    {
        Decision decision = emptyDecision(2, 1);
        Need &need = decision.needs[0];
        need.anchors = Anchors{1'000, 16'000, QStringLiteral("requests/s"), {}};
        need.anchors->scale = Anchors::Scale::logarithmic;
        need.mustReach = 3;
        need.ratings[0].raw = 2'000;
        need.ratings[0].level = 2;
        need.ratings[0].spread = {Spread::Kind::studentT, 0, 0.05, 2};
        QCOMPARE(analyse(decision).standings[0].exclusion,
                 QStringLiteral("Alternative 0 falls short of the must-have on Need 0: about 2,000 "
                                "requests/s, and 4,000 requests/s is asked for."));
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
        decision.needs[0].ratings[0].level = 5; // no better than what may be unknown
        QVERIFY(dominatingPairs(decision).empty());
    }
};

QTEST_GUILESS_MAIN(TestMustHaves)
#include "must_haves_test.moc"
