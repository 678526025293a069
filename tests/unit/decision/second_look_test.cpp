// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/scoring.h"
#include "core/decision/views/analysis.h"
#include "core/knowledge/catalogue.h"
#include "random_decision.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace weighbridge::decision;
using weighbridge::knowledge::builtInCatalogue;

/// What the analysis says beside the verdict: second opinion, leaving out needs, all weights, open
/// questions, evidence that is stale or foreign.
class TestSecondLook : public QObject
{
    Q_OBJECT

private:
    static AnalysisOptions exact()
    {
        AnalysisOptions options;
        options.exactOnly = true;
        return options;
    }

    static void makeSure(Decision &decision)
    {
        for (Need &need : decision.needs) {
            for (Rating &rating : need.ratings)
                rating.spread = {Spread::Kind::triangular, 0, 0, 0};
        }
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theSecondOpinionAgreesWhereEverythingPointsOneWay()
    {
        Decision decision = emptyDecision(3, 3);
        for (Need &need : decision.needs)
            need.ratings[1].level = 5;
        const SecondOpinion opinion = analyse(decision, exact()).secondOpinion;
        QCOMPARE(*opinion.leader, std::size_t{1});
        QVERIFY(opinion.agrees);
        QVERIFY(std::abs(std::accumulate(opinion.net.begin(), opinion.net.end(), 0.0)) < 1e-12);
        QVERIFY(opinion.sentence.contains(QStringLiteral("agrees: Alternative 1")));
    }

    void theSecondOpinionDisagreesWhereSmallLeadsWinTheScores()
    {
        // Six needs with a lead of half a level each against one lead of two levels.
        Decision decision = emptyDecision(2, 7);
        for (std::size_t k = 0; k < 6; ++k)
            decision.needs[k].ratings[0].level = 3.5;
        decision.needs[6].ratings[1].level = 5;
        decision.doubt = Doubt::little; // half a level is within the noise, two levels are not
        const Analysis analysis = analyse(decision, exact());
        QCOMPARE(*analysis.verdict.leader, std::size_t{0});
        QCOMPARE(*analysis.secondOpinion.leader, std::size_t{1});
        QVERIFY(!analysis.secondOpinion.agrees);
        QCOMPARE(analysis.secondOpinion.sentence,
                 QStringLiteral("A second method (PROMETHEE II) disagrees and has Alternative 1 "
                                "ahead, because small differences do not count there, and the one "
                                "on Need 6 does."));
    }

    void theSecondOpinionLeavesTheExcludedOutAndKnowsTies()
    {
        Decision decision = emptyDecision(3, 2);
        decision.needs[0].ratings[2].level = 5;
        decision.alternatives[2].exclusion = QStringLiteral("Ruled out.");
        const SecondOpinion opinion = analyse(decision, exact()).secondOpinion;
        QCOMPARE(opinion.net, (std::vector<double>{0, 0, 0}));
        QVERIFY(!opinion.leader && opinion.agrees);
        const SecondOpinion alone = analyse(emptyDecision(1, 2), exact()).secondOpinion;
        QCOMPARE(alone.net, (std::vector<double>{0}));
    }

    void leavingOutANeedIsTheAnalysisWithoutIt()
    {
        std::mt19937_64 random(21);
        Decision decision = emptyDecision(4, 6);
        for (int t = 0; t < 200; ++t) {
            fillAtRandom(decision, random);
            const Analysis analysis = analyse(decision, exact());
            QCOMPARE(analysis.withoutNeed.size(), std::size_t{6});
            Decision without = decision;
            without.needs[2].weight = 0;
            const Analysis expected = analyse(without, exact());
            const bool ranked = expected.verdict.state == VerdictState::ranked;
            QCOMPARE(analysis.withoutNeed[2].leader.has_value(), ranked);
            if (ranked)
                QCOMPARE(*analysis.withoutNeed[2].leader, *expected.verdict.leader);
            if (!expected.order.empty())
                QVERIFY(std::abs(analysis.withoutNeed[2].difference -
                                 (expected.standings[analysis.order[0]].score -
                                  expected.standings[analysis.order[1]].score)) < 1e-9);
        }
    }

    void theOnlyNeedCannotBeLeftOut()
    {
        const Analysis analysis = analyse(emptyDecision(2, 1), exact());
        QVERIFY(!analysis.withoutNeed[0].leader);
        QCOMPARE(analysis.withoutNeed[0].difference, 0.0);
    }

    void pairsOverAllWeightsAreComplementaryAndDominanceIsCertain()
    {
        std::mt19937_64 random(22);
        Decision decision = emptyDecision(5, 8);
        for (int t = 0; t < 100; ++t) {
            fillAtRandom(decision, random);
            for (Need &need : decision.needs) {
                need.weight = std::max(1.0, need.weight);
                need.ratings[3].level = std::min(*need.ratings[2].level, 3.0);
            }
            decision.needs[0].ratings[2].level = 5;
            decision.needs[0].ratings[3].level = 1;
            const Analysis analysis = analyse(decision, exact());
            for (const auto *matrix : {&analysis.anyWeights, &analysis.orderedWeights}) {
                for (std::size_t i = 0; i < 5; ++i) {
                    for (std::size_t j = 0; j < 5; ++j)
                        QVERIFY(std::abs((*matrix)[i][j] + (*matrix)[j][i] - 1) < 1e-12);
                }
                QCOMPARE((*matrix)[2][3], 1.0);
            }
            const std::pair<std::size_t, std::size_t> pair(2, 3);
            QVERIFY(std::find(analysis.dominance.begin(), analysis.dominance.end(), pair) !=
                    analysis.dominance.end());
        }
    }

    /// Oracle O14 through the analysis: levels whose differences are (3, −1), and in order.
    void pairsOverAllWeightsMatchThePublishedFigures()
    {
        Decision decision = emptyDecision(2, 3);
        decision.needs[0].weight = 3;
        decision.needs[1].weight = 2;
        decision.needs[2].weight = 0; // carries no weight, so it does not count
        decision.needs[0].ratings[0].level = 4;
        decision.needs[0].ratings[1].level = 1;
        decision.needs[1].ratings[1].level = 4;
        QCOMPARE(analyse(decision, exact()).anyWeights[0][1], 0.75);
        decision.needs[2].weight = 1;
        decision.needs[0].ratings[0].level = 3;
        decision.needs[0].ratings[1].level = 3.3;
        decision.needs[1].ratings[0].level = 3.2;
        decision.needs[1].ratings[1].level = 3;
        decision.needs[2].ratings[0].level = 3.5;
        QVERIFY(std::abs(analyse(decision, exact()).orderedWeights[0][1] - 0.22378) < 5e-6);
    }

    void theNextMeasurementIsNamedWithTargetAndWorkload()
    {
        Decision decision = builtInCatalogue().table;
        decision.findNeed(u"high-traffic")->ratings[1].level.reset();
        const Analysis analysis = analyse(decision, exact());
        QVERIFY(!analysis.openQuestions.empty());
        const OpenQuestion &first = analysis.openQuestions.front();
        QCOMPARE(decision.needs[first.value.need].id, QStringLiteral("high-traffic"));
        QVERIFY(!first.target.isEmpty());
        QCOMPARE(first.sentence,
                 QStringLiteral("Measure this next: %1 of %2 (target %3, workload json).")
                     .arg(decision.needs[first.value.need].name,
                          decision.alternatives[first.value.alternative].name, first.target));
        decision.findNeed(u"high-traffic")->ratings[1].level = 3;
        makeSure(decision);
        QVERIFY(analyse(decision, exact()).openQuestions.empty());
    }

    void staleAndForeignMeasurementsAreCalledSo()
    {
        Decision decision = emptyDecision(2, 1);
        for (Rating &rating : decision.needs[0].ratings) {
            rating.provenance = weighbridge::decision::Provenance::measured;
            rating.source.date = QDate(2026, 8, 1);
            rating.source.machine = QStringLiteral("here");
        }
        decision.needs[0].ratings[1].source.date = QDate(2026, 10, 1);
        const auto notesWith = [&](const QDate &today, const QString &machine) {
            AnalysisOptions options = exact();
            options.today = today;
            options.machine = machine;
            QStringList evidence;
            for (const QString &note : analyse(decision, options).notes) {
                if (note.contains(QStringLiteral("evidence:")))
                    evidence.append(note);
            }
            return evidence;
        };
        QVERIFY(notesWith({}, {}).isEmpty());
        QVERIFY(notesWith(QDate(2026, 10, 30), QStringLiteral("here")).isEmpty()); // 90 days
        QCOMPARE(notesWith(QDate(2026, 10, 31), QStringLiteral("here")),
                 QStringList(QStringLiteral("Stale evidence: 1 of 2 measured ratings are older "
                                            "than 90 days, the oldest from 2026-08-01. Measure "
                                            "again.")));
        QVERIFY(notesWith({}, QStringLiteral("elsewhere"))
                    .first()
                    .startsWith(QStringLiteral("Foreign evidence: 2 of 2")));
    }
};

QTEST_GUILESS_MAIN(TestSecondLook)
#include "second_look_test.moc"
