// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/analysis.h"
#include "random_decision.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace weighbridge;
using namespace weighbridge::decision;

/// The table of degenerate cases of the decision engine's specification.
class TestDegenerateDecisions : public QObject
{
    Q_OBJECT

private:
    static Decision pair(double first, double second)
    {
        Decision decision = emptyDecision(2, 1);
        decision.needs[0].ratings[0].level = first;
        decision.needs[0].ratings[1].level = second;
        return decision;
    }

    static bool isFinite(const Analysis &analysis)
    {
        bool finite = std::isfinite(analysis.netDifference);
        for (const Standing &standing : analysis.standings)
            finite = finite && std::isfinite(standing.score) && std::isfinite(standing.chanceBest);
        for (const WeightStability &each : analysis.stability)
            finite = finite && std::isfinite(each.low) && std::isfinite(each.high);
        for (const Swing &each : analysis.swings)
            finite = finite && std::isfinite(each.differenceAtZero) &&
                     std::isfinite(each.differenceAtTen);
        for (const Flip &flip : analysis.flips)
            finite = finite && std::isfinite(flip.to);
        for (const double density : analysis.density.density)
            finite = finite && std::isfinite(density);
        return finite;
    }

private Q_SLOTS:
    void provenanceNamesReadBack()
    {
        for (const Provenance each : {Provenance::judged, Provenance::article,
                                      Provenance::publicBenchmark, Provenance::measured})
            QCOMPARE(kindOf<Provenance>(nameOf(each)), std::optional(each));
        QVERIFY(!kindOf<Provenance>(u"guessed"));
    }

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void nothingAtAllIsAnEmptyState()
    {
        QCOMPARE(analyse({}).verdict.state, VerdictState::noAlternatives);
        const Analysis analysis = analyse(emptyDecision(2, 0));
        QCOMPARE(analysis.verdict.state, VerdictState::noNeeds);
        QVERIFY(isFinite(analysis));
        QVERIFY(analysis.order.empty());
    }

    void oneAlternativeHasAScoreAndNothingToCompare()
    {
        const Analysis analysis = analyse(emptyDecision(1, 3));
        QCOMPARE(analysis.verdict.state, VerdictState::nothingToCompare);
        QCOMPARE(analysis.standings[0].score, 3.0);
        QCOMPARE(analysis.standings[0].chanceBest, 1.0);
        QVERIFY(analysis.flips.empty());
        QVERIFY(isFinite(analysis));
    }

    void allWeightsZeroGiveNoRanking()
    {
        Decision decision = emptyDecision(3, 3);
        for (Need &need : decision.needs)
            need.weight = 0;
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.verdict.state, VerdictState::noWeights);
        QVERIFY(analysis.order.empty());
        QVERIFY(analysis.verdict.sentence.contains(QStringLiteral("equal weights")));
        QVERIFY(isFinite(analysis));
    }

    void aWeightOfZeroIsIgnoredButStillShown()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].weight = 0;
        decision.needs[0].ratings[0].level = 5;
        decision.needs[1].ratings[1].level = 4;
        const Analysis analysis = analyse(decision);
        QCOMPARE(*analysis.verdict.leader, std::size_t{1});
        QCOMPARE(analysis.shares[0], 0.0);
        QCOMPARE(analysis.swings.size(), std::size_t{2});
        for (const Flip &flip : analysis.flips)
            QVERIFY(flip.kind != Flip::Kind::rating || flip.need != 0);
    }

    void unusableNumbersAreNamed_data()
    {
        QTest::addColumn<double>("weight");
        QTest::addColumn<double>("level");
        QTest::addColumn<QString>("defect");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("negative weight") << -1.0 << 3.0 << "weight of 'Need 0' is negative";
        QTest::newRow("NaN weight") << nan << 3.0 << "weight of 'Need 0' is not a number";
        QTest::newRow("infinite weight") << infinite << 3.0 << "weight of 'Need 0' is not a number";
        QTest::newRow("great weight") << 11.0 << 3.0 << "weight of 'Need 0' is greater than 10";
        QTest::newRow("NaN level")
            << 1.0 << nan << "rating 'Need 0' of 'Alternative 0' is not a usable number";
        QTest::newRow("1e300") << 1.0 << 1e300
                               << "rating 'Need 0' of 'Alternative 0' is not a usable number";
        QTest::newRow("below the scale")
            << 1.0 << 0.5 << "rating 'Need 0' of 'Alternative 0' is 0.5; levels go from 1 to 5";
        QTest::newRow("above the scale")
            << 1.0 << 7.0 << "rating 'Need 0' of 'Alternative 0' is 7; levels go from 1 to 5";
        QTest::newRow("1e-300 of weight") << 1e-300 << 3.0 << "";
    }

    void unusableNumbersAreNamed()
    {
        QFETCH(double, weight);
        QFETCH(double, level);
        QFETCH(QString, defect);
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].weight = weight;
        decision.needs[0].ratings[0].level = level;
        QCOMPARE(firstDefect(decision), defect);
        if (defect.isEmpty())
            QVERIFY(isFinite(analyse(decision)));
    }

    void equalAnchorsAndDuplicateIdsAreNamed()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].anchors = Anchors{5, 5, QStringLiteral("ms"), {}};
        QCOMPARE(firstDefect(decision), QStringLiteral("the anchors of 'Need 0' are equal"));
        decision.needs[0].anchors = Anchors{0, 5, {}, Anchors::Scale::logarithmic};
        QVERIFY(firstDefect(decision).contains(QStringLiteral("not positive")));
        decision.needs[0].anchors.reset();
        decision.needs[1].id = decision.needs[0].id;
        QCOMPARE(firstDefect(decision), QStringLiteral("two needs have the id 'n0'"));
        decision.needs[1].id = QStringLiteral("n1");
        decision.needs[1].ratings.pop_back();
        QCOMPARE(firstDefect(decision),
                 QStringLiteral("'Need 1' has 1 ratings for 2 alternatives"));
    }

    void aConstantColumnIsNotedAndHarmless()
    {
        Decision decision = pair(4, 2);
        decision.needs.push_back(emptyDecision(2, 2).needs[1]);
        const Analysis analysis = analyse(decision);
        QVERIFY(isFinite(analysis));
        QVERIFY(!analysis.swings[1].tieWeight);
        QVERIFY(analysis.notes[0].contains(QStringLiteral("does not discriminate")));
    }

    void anUnknownRatingWidensTheScoreAndStaysAnOpenQuestion()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].ratings[0].level.reset();
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.standings[0].lowestScore, 2.0);
        QCOMPARE(analysis.standings[0].highestScore, 4.0);
        QCOMPARE(analysis.standings[1].lowestScore, analysis.standings[1].highestScore);
        QVERIFY(analysis.notes[0].startsWith(QStringLiteral("Open question")));
        QVERIFY(std::abs(analysis.standings[0].chanceBest - 0.5) < 0.02);
    }

    void exactTiesShareTheRankAndTheNamesOrderThem()
    {
        Decision decision = emptyDecision(3, 1);
        decision.alternatives[0].name = QStringLiteral("Zebra");
        decision.needs[0].ratings[2].level = 2;
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.order, (std::vector<std::size_t>{1, 0, 2}));
        QCOMPARE(analysis.standings[0].rank, 1);
        QCOMPARE(analysis.standings[1].rank, 1);
        QCOMPARE(analysis.standings[2].rank, 3);
        QCOMPARE(analysis.verdict.state, VerdictState::tie);
        QCOMPARE(analysis.verdict.sentence,
                 QStringLiteral("Alternative 1 and Zebra have 3.00 out of 5 each."));
        QVERIFY(analysis.flips.empty());
    }

    void duplicatesAreWarnedAboutAndShareTheChance()
    {
        Decision decision = emptyDecision(2, 2);
        for (Need &need : decision.needs) {
            for (Rating &rating : need.ratings)
                rating.spread = {Spread::Kind::triangular, 0, 0, 0};
        }
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.standings[0].chanceBest, 0.5);
        QCOMPARE(analysis.standings[1].chanceBest, 0.5);
        QVERIFY(analysis.notes[0].contains(QStringLiteral("rated alike")));
    }

    void noSpreadAtAllIsAPointMass()
    {
        Decision decision = pair(4, 3);
        for (Rating &rating : decision.needs[0].ratings)
            rating.spread = {Spread::Kind::studentT, 0, 0, 2};
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.standings[0].chanceBest, 1.0);
        QCOMPARE(analysis.draws, 0);
        QCOMPARE(analysis.standings[0].tier, 1);
        QCOMPARE(analysis.standings[1].tier, 2);
    }

    void theOnlyNeedHasNothingToKeepInProportion()
    {
        const Analysis analysis = analyse(pair(4, 3));
        QCOMPARE(analysis.stability[0].low, 0.0);
        QCOMPARE(analysis.stability[0].high, 1.0);
        QVERIFY(isFinite(analysis));
    }

    void whatIsNotSurelyBehindTheLeaderIsOfItsTierUnlessItIsDominated()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].ratings[0].level = 4;
        decision.needs[1].ratings[1].level = 3.5;
        QCOMPARE(analyse(decision).standings[1].tier, 1);
        decision.needs[1].ratings[1].level = 3; // better on no need
        QCOMPARE(analyse(decision).standings[1].tier, 2);
        const Analysis apart = analyse(pair(5, 1));
        QCOMPARE(apart.standings[1].tier, 2);
    }
};

QTEST_GUILESS_MAIN(TestDegenerateDecisions)
#include "degenerate_decisions_test.moc"
