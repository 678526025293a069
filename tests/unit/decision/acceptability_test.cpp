// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/value_of_information.h"
#include "core/decision/sampling/smaa.h"
#include "core/decision/views/analysis.h"
#include "core/knowledge/catalogue.h"
#include "random_decision.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace weighbridge::decision;
using weighbridge::knowledge::builtInCatalogue;

/// SMAA-2 and the value of information.
class TestAcceptability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAndColumnsOfTheRankAcceptabilitySumToOne()
    {
        std::mt19937_64 random(9);
        Decision decision = emptyDecision(4, 5);
        for (int t = 0; t < 20; ++t) {
            fillAtRandom(decision, random);
            const Acceptability result = acceptability(decision, 500);
            for (std::size_t i = 0; i < 4; ++i) {
                double column = 0;
                for (const auto &row : result.rank)
                    column += row[i];
                const double row =
                    std::accumulate(result.rank[i].begin(), result.rank[i].end(), 0.0);
                QVERIFY(std::abs(row - 1) < 1e-9);
                QVERIFY(std::abs(column - 1) < 1e-9);
            }
        }
    }

    void theFirstRankAgreesWithTheAnalysis()
    {
        const Decision &sample = builtInCatalogue().table;
        const Acceptability result = acceptability(sample);
        const Analysis analysis = analyse(sample);
        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY(std::abs(result.rank[i][0] - analysis.standings[i].chanceBest) < 1e-9);
        QVERIFY(result.entropy > 0.95 && result.entropy < 0.98); // bits, at 61 : 39
    }

    void centralWeightsFavourTheirAlternative()
    {
        const Decision &sample = builtInCatalogue().table;
        const Acceptability result = acceptability(sample);
        const std::size_t traffic = 0;
        const std::size_t machineLearning = 1;
        const auto &go = *result.centralWeights[0];
        const auto &python = *result.centralWeights[1];
        QVERIFY(go[traffic] > python[traffic]);
        QVERIFY(go[machineLearning] < python[machineLearning]);
        QVERIFY(std::abs(std::accumulate(go.begin(), go.end(), 0.0) - 1) < 1e-9);
        QVERIFY(*result.confidence[0] > result.rank[0][0]);
        QVERIFY(*result.confidence[1] > result.rank[1][0]);
    }

    void anAlternativeThatNeverWinsHasNoCentralWeights()
    {
        Decision decision = emptyDecision(2, 2);
        for (Need &need : decision.needs) {
            need.ratings[0].level = 5;
            need.ratings[1].level = 1;
        }
        const Acceptability result = acceptability(decision, 1000);
        QVERIFY(!result.centralWeights[1]);
        QVERIFY(!result.confidence[1]);
        QCOMPARE(result.entropy, 0.0);
    }

    void theDoubtSplitsIntoRatingsAndWeights()
    {
        AnalysisOptions options;
        options.complete = true;
        const Analysis analysis = analyse(builtInCatalogue().table, options);
        const DoubtSplit &split = *analysis.doubtSplit;
        QCOMPARE(split.chance, analysis.standings[0].chanceBest);
        // Each half of the doubt alone leaves the leader surer than both together.
        QVERIFY(split.ratingsOnly > split.chance);
        QVERIFY(split.weightsOnly > split.chance);
        QCOMPARE(split.measuredOnly, 1.0); // nothing is measured
        QVERIFY(!split.sentence.isEmpty());
        QVERIFY(!analyse(builtInCatalogue().table).doubtSplit); // on demand only
    }

    void centralWeightsAreToldInWords()
    {
        AnalysisOptions options;
        options.complete = true;
        Decision decision = builtInCatalogue().table;
        decision.weightModel.kind = WeightModel::Kind::any;
        const Analysis analysis = analyse(decision, options);
        QVERIFY2(analysis.centralWeightsInWords[1].startsWith(
                     QStringLiteral("Python is typically best where more weight lies on AI / ML")),
                 qPrintable(analysis.centralWeightsInWords[1]));
    }

    void theMostUncertainCellOfTheHeaviestNeedIsWorthMost()
    {
        Decision decision = builtInCatalogue().table;
        decision.findNeed(u"microservices")->ratings[1].level.reset();
        const auto values = valueOfInformation(decision);
        QVERIFY(!values.empty());
        QCOMPARE(decision.needs[values[0].need].id, QStringLiteral("microservices"));
        QCOMPARE(values[0].alternative, std::size_t{1});
        for (std::size_t i = 1; i < values.size(); ++i)
            QVERIFY(values[i - 1].gain >= values[i].gain);
        for (const InformationValue &value : values)
            QCOMPARE(value.measurable, !decision.needs[value.need].workload.isEmpty());
    }

    void knowledgeIsWorthNothingWhereNothingIsInDoubt()
    {
        Decision decision = emptyDecision(2, 1);
        for (Rating &rating : decision.needs[0].ratings)
            rating.spread = {Spread::Kind::triangular, 0, 0, 0};
        QVERIFY(valueOfInformation(decision).empty());
    }
};

QTEST_GUILESS_MAIN(TestAcceptability)
#include "acceptability_test.moc"
