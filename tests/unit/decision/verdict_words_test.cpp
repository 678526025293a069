// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/scoring.h"
#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "core/decision/views/analysis.h"
#include "core/decision/views/score_sum.h"
#include "core/decision/views/wording.h"
#include "random_decision.h"
#include "verdict_checks.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace weighbridge::decision;

namespace
{

/// Judged, measured, estimated and unknown cells, must-haves, rules, needs without weight.
Decision randomDecision(std::mt19937_64 &random)
{
    std::uniform_real_distribution<double> unit(0, 1);
    std::uniform_int_distribution<int> alternatives(2, 5);
    std::uniform_int_distribution<int> needs(1, 5);
    Decision decision = emptyDecision(alternatives(random), needs(random));
    fillAtRandom(decision, random);
    const bool families = unit(random) < 0.3;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        if (families)
            decision.alternatives[i].language =
                unit(random) < 0.5 ? QStringLiteral("go") : QStringLiteral("python");
        if (unit(random) < 0.05)
            decision.alternatives[i].exclusion = QStringLiteral("A rule keeps it out.");
        if (unit(random) < 0.5)
            decision.alternatives[i].targets = {QStringLiteral("target%1").arg(i)};
    }
    for (Need &need : decision.needs) {
        if (unit(random) < 0.15)
            need.mustReach = 1 + 0.5 * std::floor(unit(random) * 8);
        const bool hasFigures = unit(random) < 0.4;
        if (hasFigures) {
            need.anchors = unit(random) < 0.5
                               ? Anchors{100, 1'600, QStringLiteral("requests/s"), {}}
                               : Anchors{160, 10, QStringLiteral("ms"), {}};
            need.anchors->scale = Anchors::Scale::logarithmic;
            need.workload = QStringLiteral("json");
        }
        for (Rating &rating : need.ratings) {
            if (unit(random) < 0.1) {
                rating.level.reset();
            } else if (hasFigures && unit(random) < 0.8) {
                rating.raw = std::exp(std::log(2.0) + 10 * unit(random));
                rating.spread.kind = Spread::Kind::factor;
                rating.spread.factor = 2;
                if (unit(random) < 0.5) {
                    rating.provenance = weighbridge::decision::Provenance::measured;
                    rating.spread = {
                        Spread::Kind::studentT, 0, 0.3 * unit(random), 2, 1, unit(random)};
                    rating.source.run = QStringLiteral("run-1");
                }
                rating = onAnchors(rating, need.anchors);
            }
        }
    }
    return decision;
}

} // namespace

/// What the words of a result say is so, and no two of them contradict each other.
class TestVerdictWords : public QObject
{
    Q_OBJECT

private:
#ifdef __SANITIZE_ADDRESS__
    static constexpr int kTables = 5'000; // each takes many times as long
#else
    static constexpr int kTables = 100'000;
#endif

    template <typename Check> static void forEachTable(int tables, const Check &check)
    {
        std::mt19937_64 random(20'261'128);
        AnalysisOptions options;
        options.draws = 256;
        for (int t = 0; t < tables && !QTest::currentTestFailed(); ++t) {
            const Decision decision = randomDecision(random);
            QCOMPARE(firstDefect(decision), QString());
            const Analysis analysis = analyse(decision, options);
            check(decision, analysis);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
    }

    void whatTheWordsSayIsSoInRandomTables()
    {
        forEachTable(kTables, [](const Decision &decision, const Analysis &analysis) {
            checkVerdict(decision, analysis);
            checkOrderInWords(decision, analysis);
        });
    }

    void theFamilyIsNamedBeforeTheFramework()
    {
        Decision decision = emptyDecision(3, 2);
        decision.comparison = Comparison::frameworks;
        decision.alternatives[0].language = QStringLiteral("go");
        decision.alternatives[1].language = QStringLiteral("go");
        decision.alternatives[2].language = QStringLiteral("python");
        for (std::size_t i = 0; i < 2; ++i)
            decision.needs[0].ratings[i].level = 5;
        decision.needs[1].ratings[1].level = 3.1;
        decision.needs[0].ratings[2].level = 1.5;
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.verdict.headline,
                 QStringLiteral("A Go framework, clearly, on judged ratings; which one is open"));
        QVERIFY(analysis.verdict.sentence.startsWith(
            QStringLiteral("One of Alternative 1 and Alternative 0 is best with a chance of ")));
    }

    void whereNoWeightFlipsItTheSentenceSaysWhy()
    {
        Decision decision = emptyDecision(2, 3);
        decision.needs[0].ratings[0].level = 5;
        decision.needs[1].ratings[0].level = 4;
        QVERIFY(analyse(decision).verdict.sentence.endsWith(
            QStringLiteral("No single weight flips it: Alternative 1 is ahead on no need.")));
    }

    void whoeverIsBestMoreOftenThanTheLeaderIsSpokenOf()
    {
        // Three needs of nearly the same weight for one, one of little weight for the other: with
        // weights that nobody knows, the little one may weigh anything.
        Decision decision = emptyDecision(2, 2);
        decision.weightModel.kind = WeightModel::Kind::any;
        decision.needs[0].weight = 9;
        decision.needs[0].ratings[0].level = 3.6;
        decision.needs[1].ratings[1].level = 5;
        const Analysis analysis = analyse(decision);
        QCOMPARE(*analysis.verdict.leader, std::size_t{0});
        QVERIFY(analysis.standings[1].chanceBest > analysis.standings[0].chanceBest);
        QCOMPARE(analysis.verdict.headline, QStringLiteral("Too close to call"));
        QVERIFY2(analysis.verdict.sentence.contains(QStringLiteral(
                     "Alternative 0 has the highest score at the weights as they are "
                     "set; with weights and ratings as open as they are, "
                     "Alternative 1 is best more often (")),
                 qPrintable(analysis.verdict.sentence));
    }

    void weightsOutsideTheirBoundsAreCalledThat()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].ratings[0].level = 5;
        decision.needs[1].ratings[1].level = 4;
        decision.weightModel.kind = WeightModel::Kind::bounds;
        decision.needs[0].shareBounds = ShareBounds{0, 0.1};
        AnalysisOptions options;
        options.complete = true;
        const Analysis analysis = analyse(decision, options);
        QVERIFY2(analysis.verdict.sentence.contains(
                     QStringLiteral("The weights as they are set lie outside their bounds")),
                 qPrintable(analysis.verdict.sentence));
        QVERIFY(!analysis.verdict.sentence.contains(QStringLiteral("flip it")));
        QCOMPARE(analysis.changesInWords.size(), std::size_t{1});
        QVERIFY(!analysis.doubtSplit); // "weights as set" would say nothing
        decision.needs[0].shareBounds = ShareBounds{0.4, 0.6};
        QVERIFY(!analyse(decision, options).breaksBounds);
    }

    void aLeaderThatNothingIsKnownOfOnAMustHaveSaysSo()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].ratings[0].level = 5;
        decision.needs[1].mustReach = 3;
        decision.needs[1].ratings[0].level.reset();
        decision.needs[1].ratings[1].level = 4.5;
        const Analysis analysis = analyse(decision);
        QVERIFY2(analysis.verdict.headline.contains(QStringLiteral("must-haves")) ||
                     analysis.verdict.headline == QStringLiteral("Too close to call"),
                 qPrintable(analysis.verdict.headline));
        QVERIFY(analysis.verdict.sentence.endsWith(QStringLiteral(
            "Nothing is known of Alternative 0 on Need 1; the must-have (3) is unproven.")));
    }

    void aScoreWithUnknownRatingsShowsItsRange()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].ratings[0].level.reset();
        decision.needs[1].ratings[0].level = 4;
        const Analysis analysis = analyse(decision);
        QCOMPARE(scoreText(analysis.standings[0]), QStringLiteral("3.50 (2.50–4.50)"));
        QVERIFY2(analysis.verdict.sentence.startsWith(QStringLiteral(
                     "Alternative 0 3.50 (2.50–4.50) vs Alternative 1 3.00 out of 5.")),
                 qPrintable(analysis.verdict.sentence));
    }

    void aLeaderThatMayMissAMustHaveSaysSo()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[0].ratings[0].level = 5;
        decision.needs[1].mustReach = 3;
        decision.needs[1].ratings[1].level = 4.5;
        const Analysis analysis = analyse(decision);
        QVERIFY(analysis.verdict.headline.endsWith(QStringLiteral(", if it meets its must-haves")));
        QVERIFY(analysis.verdict.sentence.endsWith(QStringLiteral(
            "Alternative 0 meets the must-have on Need 1 with a chance of 50% only: 3, and 3 is "
            "asked for.")));
    }

    void limitsReadInTheirDirection()
    {
        Decision decision = emptyDecision(2, 2);
        decision.needs[1].ratings[1].level = 4;
        Need &need = decision.needs[0];
        need.anchors = Anchors{128, 8, QStringLiteral("KiB"), Anchors::Scale::logarithmic};
        for (std::size_t i = 0; i < 2; ++i) {
            need.ratings[i].raw = i == 0 ? 8 : 64;
            need.ratings[i] = onAnchors(need.ratings[i], need.anchors);
        }
        const auto &words = analyse(decision).changesInWords;
        QVERIFY(std::find(words.begin(), words.end(),
                          QStringLiteral("Alternative 0 stays first unless it needs more than 32 "
                                         "KiB on Need 0.")) != words.end());
    }
};

QTEST_GUILESS_MAIN(TestVerdictWords)
#include "verdict_words_test.moc"
