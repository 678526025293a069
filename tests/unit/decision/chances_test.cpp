// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/distributions.h"
#include "core/decision/model/uncertain_cell.h"
#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "core/decision/sampling/quantile_table.h"
#include "core/decision/sampling/random_stream.h"
#include "core/decision/sampling/smaa.h"
#include "core/decision/sampling/uncertainty.h"
#include "core/decision/views/analysis.h"
#include "core/knowledge/catalogue.h"
#include "random_decision.h"

#include <QTest>

#include <array>
#include <cmath>
#include <future>

using namespace weighbridge::decision;
using weighbridge::knowledge::builtInCatalogue;

/// Distributions, exact chances and the Monte Carlo that must agree with them.
class TestChances : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Oracle O15: recomputed independently by quadrature and by sampling.
    void exactChancesOfNormalsMatchThePublishedFigures()
    {
        const auto chances = chanceOfBeingGreatest({0.62, 0.60, 0.55}, {0.03, 0.05, 0.10});
        QVERIFY(std::abs(chances[0] - 0.4929) < 5e-5);
        QVERIFY(std::abs(chances[1] - 0.2974) < 5e-5);
        QVERIFY(std::abs(chances[2] - 0.2097) < 5e-5);
        const auto pair = chanceOfBeingGreatest({0.62, 0.60}, {0.03, 0.05});
        QVERIFY(std::abs(pair[0] - 0.63420) < 5e-6);
        QVERIFY(std::abs(pair[0] - normalCdf(0.02 / std::hypot(0.03, 0.05))) < 1e-9);
    }

    void pointMassesWinShareAndLose()
    {
        QCOMPARE(chanceOfBeingGreatest({2, 1}, {0, 0}), (std::vector<double>{1, 0}));
        QCOMPARE(chanceOfBeingGreatest({2, 2, 1}, {0, 0, 0}), (std::vector<double>{0.5, 0.5, 0}));
        const auto mixed = chanceOfBeingGreatest({0, 0}, {0, 1});
        QVERIFY(std::abs(mixed[0] - 0.5) < 1e-9);
        QVERIFY(chanceOfBeingGreatest({}, {}).empty());
    }

    void aNarrowNormalBesideAWideOneIsNotOverlooked()
    {
        const auto chances = chanceOfBeingGreatest({0, 0.5}, {1, 1e-6});
        QVERIFY(std::abs(chances[1] - normalCdf(0.5)) < 1e-6);
    }

    void distributionsHaveTheirMoments()
    {
        // Against the density of the normal: trapezoidal over the table's own points.
        const auto moments = [](const QuantileTable &table) {
            double mean = 0;
            double square = 0;
            for (int point = 0; point <= kTableSteps; ++point) {
                const double z = QuantileTable::zOf(point);
                const double mass =
                    std::exp(-0.5 * z * z) / std::sqrt(2 * M_PI) / kTableStepsPerUnit;
                const auto x = static_cast<double>(table.at(point));
                mean += mass * x;
                square += mass * x * x;
            }
            return std::pair(mean, square - mean * mean);
        };
        for (const double shape : {0.02, 0.3, 0.7, 1.0, 2.5, 20.0, 200.0}) {
            const auto [mean, variance] = moments(QuantileTable::gamma(shape));
            QVERIFY2(std::abs(mean / shape - 1) < 1e-3, qPrintable(QString::number(shape)));
            QVERIFY2(std::abs(variance / shape - 1) < 5e-3, qPrintable(QString::number(shape)));
        }
        QVERIFY(std::abs(moments(QuantileTable::triangular()).second - 1.0 / 6) < 1e-5);
        QVERIFY(std::abs(moments(QuantileTable::uniform()).second - 1.0 / 3) < 1e-5);
        QVERIFY(std::abs(moments(QuantileTable::studentT(30)).second - 30.0 / 28) < 1e-4);
    }

    void quantilesMatchTheTextbooks()
    {
        const auto at = [](const QuantileTable &table, double z) {
            const double place = (z + kTableReach) * kTableStepsPerUnit;
            const int below = static_cast<int>(place);
            const double part = place - below;
            return (1 - part) * static_cast<double>(table.at(below)) +
                   part * static_cast<double>(table.at(below + 1));
        };
        constexpr double kUpper = 1.959963985; // 0.975
        QVERIFY(std::abs(at(QuantileTable::studentT(1), kUpper) / 12.7062 - 1) < 1e-3);
        QVERIFY(std::abs(at(QuantileTable::studentT(2), kUpper) / 4.30265 - 1) < 1e-3);
        QVERIFY(std::abs(at(QuantileTable::studentT(3), kUpper) / 3.18245 - 1) < 1e-3);
        QVERIFY(std::abs(at(QuantileTable::studentT(10), kUpper) / 2.22814 - 1) < 1e-3);
        // Exponential: −ln(1 − u); gamma(½) is half a squared normal.
        QVERIFY(std::abs(at(QuantileTable::gamma(1), kUpper) / -std::log(0.025) - 1) < 1e-3);
        QVERIFY(std::abs(at(QuantileTable::gamma(0.5), kUpper) / (0.5 * 5.02389) - 1) < 1e-3);
        // Deep in the upper tail as well: z = 5.
        const double tail = -std::log(normalCdf(-5));
        QVERIFY(std::abs(at(QuantileTable::gamma(1), 5) / tail - 1) < 1e-3);
    }

    void normalsAreNormalAndStreamsIndependent()
    {
        std::array<float, kBlockDraws> a;
        std::array<float, kBlockDraws> b;
        constexpr int kBlocks = 800;
        constexpr double kDraws = kBlocks * static_cast<double>(kBlockDraws);
        double mean = 0;
        double square = 0;
        double fourth = 0;
        double product = 0;
        double beyond = 0;
        for (int n = 0; n < kBlocks; ++n) {
            const auto first = static_cast<std::uint64_t>(n) * kBlockDraws;
            fillNormals(streamKey(1, u"one"), first, a.data());
            fillNormals(streamKey(1, u"two"), first, b.data());
            for (std::size_t d = 0; d < kBlockDraws; ++d) {
                const auto z = static_cast<double>(a[d]);
                mean += z / kDraws;
                square += z * z / kDraws;
                fourth += z * z * z * z / kDraws;
                product += z * static_cast<double>(b[d]) / kDraws;
                beyond += std::abs(z) > 1.959963985 ? 1 / kDraws : 0;
            }
        }
        const double error = 1 / std::sqrt(kDraws);
        QVERIFY(std::abs(mean) < 4 * error);
        QVERIFY(std::abs(square - 1) < 4 * std::sqrt(2.0) * error);
        QVERIFY(std::abs(fourth - 3) < 4 * std::sqrt(96.0) * error);
        QVERIFY(std::abs(product) < 4 * error);
        QVERIFY(std::abs(beyond - 0.05) < 4 * std::sqrt(0.05 * 0.95) * error);
    }

    void theMonteCarloAgreesWithTheExactChances()
    {
        Decision decision = emptyDecision(3, 1);
        const double means[] = {3.2, 3.0, 2.5};
        const double deviations[] = {0.3, 0.5, 1.0};
        for (std::size_t i = 0; i < 3; ++i) {
            decision.needs[0].ratings[i].level = means[i];
            decision.needs[0].ratings[i].spread = {Spread::Kind::studentT, 0, deviations[i], 0};
        }
        const ScoreTable table = scoreTable(decision);
        QVERIFY(isExactlySolvable(decision, table));
        const Uncertainty exact = atFixedWeights(decision, table);
        const Uncertainty sampled = sampleUncertainty(decision, table, 0, 1, 20'000);
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(std::abs(exact.chanceBest[i] - sampled.chanceBest[i]) <
                    4 * sampled.chanceError[i]);
            QCOMPARE(exact.chanceError[i], 0.0);
        }
    }

    void judgedErrorsOfOneAlternativeGoTogether_data()
    {
        QTest::addColumn<int>("needs");
        QTest::addColumn<double>("correlation");
        for (const int needs : {6, 14}) { // drawn one by one, and together
            for (const double correlation : {0.0, 0.3, 0.75, 1.0})
                QTest::addRow("%d needs, %g", needs, correlation) << needs << correlation;
        }
    }

    /// V_i is nearly normal with the variance h²/6 · ((1 − ρ) Σw² + ρ (Σw)²).
    void judgedErrorsOfOneAlternativeGoTogether()
    {
        QFETCH(int, needs);
        QFETCH(double, correlation);
        Decision decision = emptyDecision(2, needs);
        decision.judgementCorrelation = correlation;
        for (Need &need : decision.needs)
            need.ratings[0].level = 3.2;
        const ScoreTable table = scoreTable(decision);
        const double variance = ((1 - correlation) / needs + correlation) / 6;
        const double expected = normalCdf(0.2 / std::sqrt(2 * variance));
        const double sampled = chanceOfFirst(decision, table, Uncertain::ratings, 0, 100'000);
        QVERIFY2(std::abs(sampled - expected) < 0.012,
                 qPrintable(QStringLiteral("%1, not %2").arg(sampled).arg(expected)));
        QVERIFY(std::abs(atFixedWeights(decision, table).chanceBest[0] - expected) < 1e-9);
    }

    void theDriftOfOneRunIsNoDoubtAboutADifference()
    {
        Decision decision = emptyDecision(2, 1);
        const auto chanceWith = [&](double drift, const QString &secondRun) {
            for (std::size_t i = 0; i < 2; ++i) {
                Rating &rating = decision.needs[0].ratings[i];
                rating.level = i == 0 ? 3.1 : 3.0;
                rating.source.run = i == 0 ? QStringLiteral("run-1") : secondRun;
                rating.spread = {Spread::Kind::studentT, 0, 0.2, 0, 1, drift};
            }
            return sampleUncertainty(decision, scoreTable(decision), 0, 1, 100'000).chanceBest[0];
        };
        // Independent: Φ(0.1 / (0.2 √2)); of which nine tenths are common: Φ(0.1 / (0.2 √0.2)).
        QVERIFY(std::abs(chanceWith(0, QStringLiteral("run-1")) -
                         normalCdf(0.1 / 0.2 / std::sqrt(2))) < 0.01);
        QVERIFY(std::abs(chanceWith(0.9, QStringLiteral("run-1")) -
                         normalCdf(0.1 / 0.2 / std::sqrt(0.2))) < 0.01);
        QCOMPARE(chanceWith(1, QStringLiteral("run-1")), 1.0);
        // Another run drifted by itself.
        QVERIFY(std::abs(chanceWith(0.9, QStringLiteral("run-2")) -
                         normalCdf(0.1 / 0.2 / std::sqrt(2))) < 0.01);
    }

    void thePlateausAreInTheDraws()
    {
        // A figure twice as good as level 5 asks for, within a factor of two: never below 5.
        Decision decision = emptyDecision(2, 1);
        Need &need = decision.needs[0];
        need.anchors =
            Anchors{1'000, 16'000, QStringLiteral("requests/s"), Anchors::Scale::logarithmic};
        for (std::size_t i = 0; i < 2; ++i) {
            need.ratings[i].raw = i == 0 ? 32'000 : 64'000;
            need.ratings[i].spread.kind = Spread::Kind::factor;
            need.ratings[i].spread.factor = 2;
            need.ratings[i] = onAnchors(need.ratings[i], need.anchors);
        }
        QCOMPARE(analyse(decision).standings[0].chanceBest, 0.5); // surplus is worth nothing
        QCOMPARE(analyse(decision).standings[1].score, 5.0);
        // At the very anchor half of the triangle lies beyond it: mean and variance of min(X, 5)
        // with X triangular on 4–6 are 5 − 1/6 and 1/12 − 1/36.
        need.ratings[0].raw = 16'000;
        need.ratings[0] = onAnchors(need.ratings[0], need.anchors);
        const Moments moments = uncertainCell(decision, 0, 0).moments();
        QVERIFY(std::abs(moments.mean - (5 - 1.0 / 6)) < 1e-3);
        QVERIFY(std::abs(moments.variance - (1.0 / 12 - 1.0 / 36)) < 1e-3);
    }

    void manyCellsDrawnTogetherGiveTheChancesOfCellsDrawnOneByOne()
    {
        // Eleven needs are drawn cell by cell, twelve as one normal; the twelfth hardly weighs.
        std::mt19937_64 random(4);
        Decision many = emptyDecision(3, 12);
        fillAtRandom(many, random);
        for (Need &need : many.needs)
            need.weight = 5;
        many.needs.back().weight = 1e-9;
        Decision few = many;
        few.needs.pop_back();
        const Analysis together = analyse(many);
        const Analysis oneByOne = analyse(few);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(std::abs(together.standings[i].chanceBest - oneByOne.standings[i].chanceBest) <
                    4 * std::sqrt(2 * 0.25 / 10'000));
    }

    void draggingASliderDoesNotFlicker()
    {
        // Along a slider the chance of the one it favours never falls by more than the noise of
        // independent samples would allow in a single step; with common draws it hardly falls.
        Decision decision = builtInCatalogue().table;
        AnalysisOptions options;
        options.draws = 4'000;
        double before = 0;
        for (double weight = 3; weight <= 7; weight += 0.25) {
            decision.findNeed(u"high-traffic")->weight = weight;
            const double chance = analyse(decision, options).standings[0].chanceBest;
            QVERIFY2(chance >= before - 0.001, qPrintable(QString::number(weight)));
            before = chance;
        }
    }

    void theSeedDecidesAndNothingElse()
    {
        Decision decision = builtInCatalogue().table;
        const Analysis one = analyse(decision);
        decision.seed = 2;
        const Analysis other = analyse(decision);
        QVERIFY(one.standings[0].chanceBest != other.standings[0].chanceBest);
        QVERIFY(std::abs(one.standings[0].chanceBest - other.standings[0].chanceBest) <
                6 * one.standings[0].chanceError);
    }

    void anyNumberOfThreadsGivesTheSameBits()
    {
        const Decision decision = builtInCatalogue().table;
        AnalysisOptions options;
        options.draws = 20'100; // the last block is not full
        const Analysis expected = analyse(decision, options);
        for (const int threads : {2, 8}) {
            options.threads = threads;
            const Analysis analysis = analyse(decision, options);
            QCOMPARE(analysis.standings, expected.standings);
            QCOMPARE(analysis.density, expected.density);
        }
    }

    void concurrentAnalysesGiveTheSameBits()
    {
        const Decision decision = builtInCatalogue().table;
        AnalysisOptions options;
        options.draws = 2'000;
        const Analysis expected = analyse(decision, options);
        std::vector<std::future<Analysis>> others;
        for (int i = 0; i < 8; ++i)
            others.push_back(
                std::async(std::launch::async, [&] { return analyse(decision, options); }));
        for (auto &other : others) {
            const Analysis analysis = other.get();
            QCOMPARE(analysis.standings, expected.standings);
            QCOMPARE(analysis.pairwise, expected.pairwise);
            QCOMPARE(analysis.density, expected.density);
        }
    }

    void theDensityIsCentredOnTheTieAndIntegratesToOne()
    {
        const DifferenceDensity density = analyse(builtInCatalogue().table).density;
        QCOMPARE(density.difference.front(), -density.difference.back());
        double area = 0;
        for (const double each : density.density)
            area += each * (density.difference[1] - density.difference[0]);
        QVERIFY(std::abs(area - 1) < 0.005);
        QCOMPARE(density.pointEstimate, 5.0 / 35);
    }

    void textNeverSaysCertain()
    {
        QCOMPARE(chanceText(0), QStringLiteral("<1%"));
        QCOMPARE(chanceText(0.664), QStringLiteral("66%"));
        QCOMPARE(chanceText(1), QStringLiteral(">99%"));
    }
};

QTEST_GUILESS_MAIN(TestChances)
#include "chances_test.moc"
