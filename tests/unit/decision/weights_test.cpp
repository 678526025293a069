// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/weights.h"

#include <QTest>

#include <cmath>

using namespace weighbridge::decision;

/// Weights from ranks, swings and pairwise judgements, against published examples.
class TestWeights : public QObject
{
    Q_OBJECT

private:
    static void compare(const std::vector<double> &actual, const std::vector<double> &expected,
                        double tolerance)
    {
        QCOMPARE(actual.size(), expected.size());
        for (std::size_t i = 0; i < actual.size(); ++i)
            QVERIFY2(std::abs(actual[i] - expected[i]) <= tolerance,
                     qPrintable(QStringLiteral("%1: %2").arg(i).arg(actual[i], 0, 'g', 10)));
    }

private Q_SLOTS:
    /// Oracle O16, recomputed.
    void rankOrderCentroidMatchesThePublishedTables()
    {
        constexpr double kPrinted = 5.1e-5;
        compare(rankOrderCentroid({1, 2}), {.75, .25}, kPrinted);
        compare(rankOrderCentroid({1, 2, 3}), {.6111, .2778, .1111}, kPrinted);
        compare(rankOrderCentroid({1, 2, 3, 4}), {.5208, .2708, .1458, .0625}, kPrinted);
        compare(rankOrderCentroid({1, 2, 3, 4, 5}), {.4567, .2567, .1567, .09, .04}, kPrinted);
        compare(rankOrderCentroid({1, 2, 3, 4, 5, 6}), {.4083, .2417, .1583, .1028, .0611, .0278},
                kPrinted);
        compare(rankOrderCentroid({1, 2, 3, 4, 5, 6, 7}),
                {.3704, .2276, .1561, .1085, .0728, .0442, .0204}, kPrinted);
    }

    void ranksNeedNotBeInOrderAndTiesShareTheMean()
    {
        compare(rankOrderCentroid({3, 1, 2}), {.1111, .6111, .2778}, 5.1e-5);
        compare(rankOrderCentroid({1, 1}), {.5, .5}, 1e-12);
        const auto tied = rankOrderCentroid({1, 2, 2});
        QCOMPARE(tied[1], tied[2]);
        QVERIFY(std::abs(tied[0] + tied[1] + tied[2] - 1) < 1e-12);
        QVERIFY(rankOrderCentroid({}).empty());
    }

    /// Oracle O17: Goodwin & Wright, Decision Analysis for Management Judgment, office example.
    void swingWeightsAndTotalsOfTheOfficeExample()
    {
        const auto weights = swingWeights({100, 80, 70, 30, 20, 10});
        QVERIFY(weights.hasValue());
        compare(*weights, {.3226, .2581, .2258, .0968, .0645, .0323}, 5.1e-5);
        const std::vector<std::vector<double>> offices{
            {100, 60, 100, 75, 0, 90}, {20, 80, 10, 30, 100, 30}, {80, 70, 0, 0, 10, 100},
            {70, 50, 30, 55, 30, 90},  {40, 60, 90, 100, 60, 70}, {0, 0, 70, 0, 80, 0},
            {60, 100, 20, 50, 50, 80}};
        const std::vector<double> totals{80.484, 39.677, 47.742, 52.419, 64.516, 20.968, 60.323};
        for (std::size_t i = 0; i < offices.size(); ++i) {
            double total = 0;
            for (std::size_t k = 0; k < weights->size(); ++k)
                total += (*weights)[k] * offices[i][k];
            QVERIFY(std::abs(total - totals[i]) < 5.1e-4);
        }
    }

    void uselessSwingsAreRefused()
    {
        QVERIFY(!swingWeights({0, 0}).hasValue());
        QVERIFY(!swingWeights({}).hasValue());
        QVERIFY(swingWeights({100, -1}).error().what.contains(QStringLiteral("Swing 2")));
        QVERIFY(!swingWeights({100, NAN}).hasValue());
    }

    /// Oracle O7: Saaty 2008, relative consumption of drinks.
    void drinksOfSaaty()
    {
        const auto result = pairwiseWeights({{1, 9, 5, 2, 1, 1, 1. / 2},
                                             {1. / 9, 1, 1. / 3, 1. / 9, 1. / 9, 1. / 9, 1. / 9},
                                             {1. / 5, 3, 1, 1. / 3, 1. / 4, 1. / 3, 1. / 9},
                                             {1. / 2, 9, 3, 1, 1. / 2, 1, 1. / 3},
                                             {1, 9, 4, 2, 1, 2, 1. / 2},
                                             {1, 9, 3, 1, 1. / 2, 1, 1. / 3},
                                             {2, 9, 9, 3, 2, 3, 1}});
        QVERIFY(result.hasValue());
        compare(result->weights, {.177, .019, .042, .116, .190, .129, .327}, 6e-4);
        QVERIFY(std::abs(result->lambdaMax - 7.1766) < 6e-5);
        QVERIFY(std::abs(result->consistencyRatio - .022) < 6e-4);
        QVERIFY(result->isConsistent());
    }

    /// Oracle O8: the leader example of Wikipedia's article on the analytic hierarchy process.
    void leaderHierarchy()
    {
        const auto criteria = pairwiseWeights(
            {{1, 4, 3, 7}, {1. / 4, 1, 1. / 3, 3}, {1. / 3, 3, 1, 5}, {1. / 7, 1. / 3, 1. / 5, 1}});
        QVERIFY(criteria.hasValue());
        compare(criteria->weights, {.5476, .1266, .2699, .0559}, 5.1e-5);
        QVERIFY(std::abs(criteria->lambdaMax - 4.1184) < 5.1e-5);
        QVERIFY(std::abs(criteria->consistencyRatio - .0439) < 5.1e-5);

        const auto of = [](double a, double b, double c) {
            return pairwiseWeights({{1, a, b}, {1 / a, 1, c}, {1 / b, 1 / c, 1}})->weights;
        };
        compare(of(1. / 4, 4, 9), {.2172, .7171, .0658}, 5.1e-5);
        const std::vector<std::vector<double>> parts{of(1. / 4, 4, 9), of(3, 1. / 5, 1. / 7),
                                                     of(5, 9, 4), of(1. / 3, 5, 9)};
        std::vector<double> totals(3, 0.0);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            for (std::size_t i = 0; i < totals.size(); ++i)
                totals[i] += criteria->weights[k] * parts[k][i];
        }
        compare(totals, {.3581, .4928, .1491}, 5.1e-5);
    }

    /// Recomputed independently: λmax 4.4347, CR .161.
    void inconsistentJudgementsWarnAndNameTheWorstTriad()
    {
        const auto result =
            pairwiseWeights({{1, .25, 4, 1. / 6}, {4, 1, 4, .25}, {.25, .25, 1, .2}, {6, 4, 5, 1}});
        QVERIFY(result.hasValue());
        compare(result->weights, {.1159, .2469, .0600, .5773}, 5.1e-5);
        QVERIFY(std::abs(result->lambdaMax - 4.4347) < 5.1e-5);
        QVERIFY(std::abs(result->consistencyIndex - .1449) < 5.1e-5);
        QVERIFY(std::abs(result->consistencyRatio - .161) < 5.1e-4);
        QVERIFY(!result->isConsistent());
        QVERIFY(result->worstTriad.has_value());
    }

    void twoNeedsAreAlwaysConsistent()
    {
        const auto result = pairwiseWeights({{1, 3}, {1. / 3, 1}});
        compare(result->weights, {.75, .25}, 1e-9);
        QCOMPARE(result->consistencyRatio, 0.0);
        QVERIFY(!result->worstTriad);
    }

    void unusableMatricesAreRefusedWithTheirCell()
    {
        const auto what = [](const JudgementMatrix &matrix) {
            const auto result = pairwiseWeights(matrix);
            return result.hasValue() ? QString() : result.error().what;
        };
        QVERIFY(what({{1, 2}, {2, 1}}).contains(QStringLiteral("Judgement 1 against 2")));
        QVERIFY(what({{1, 0}, {2, 1}}).contains(QStringLiteral("Judgement 1 against 2")));
        QVERIFY(what({{1, 2}, {-.5, 1}}).contains(QStringLiteral("Judgement 2 against 1")));
        QVERIFY(what({{2}}).contains(QStringLiteral("Judgement 1 against 1")));
        QVERIFY(what({{1, 2}, {.5}}).contains(QStringLiteral("Row 2")));
    }
};

QTEST_GUILESS_MAIN(TestWeights)
#include "weights_test.moc"
