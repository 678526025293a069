// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/statistics.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace weighbridge::results;

class StatisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void medianOfKnownValues()
    {
        QCOMPARE(median({}), 0.0);
        QCOMPARE(median({7}), 7.0);
        QCOMPARE(median({3, 1, 2}), 2.0);
        QCOMPARE(median({4, 1, 3, 2}), 2.5);
    }

    void coefficientOfVariationOfKnownValues()
    {
        const std::vector<double> values{90, 100, 110};
        QCOMPARE(coefficientOfVariation(values), 0.1);
        QCOMPARE(coefficientOfVariation(std::vector<double>{5}), 0.0);
    }

    void fewRoundsGiveTheirRangeInsteadOfAnInterval()
    {
        QCOMPARE(bootstrapMedian({100, 120}, 1), (Interval{110, 100, 120}));
        QCOMPARE(bootstrapMedian({100}, 1), (Interval{100, 100, 100}));
        QCOMPARE(bootstrapMedian({}, 1), Interval{});
    }

    void intervalLiesWithinTheValuesAndHoldsTheMedian()
    {
        const Interval interval = bootstrapMedian({9, 10, 11, 12, 13, 14, 15}, 42);
        QCOMPARE(interval.median, 12.0);
        QVERIFY(interval.low >= 9 && interval.low < 12);
        QVERIFY(interval.high > 12 && interval.high <= 15);
        QCOMPARE(bootstrapMedian({9, 10, 11, 12, 13, 14, 15}, 42), interval);
    }

    void equalRoundsGiveAnExactRatio()
    {
        const std::vector<double> a{200, 220, 240, 260};
        const std::vector<double> b{100, 110, 120, 130};
        const Ratio ratio = pairedRatio(a, b, 1);
        QVERIFY(std::abs(ratio.ratio - 2) < 1e-12);
        QVERIFY(std::abs(ratio.low - 2) < 1e-12 && std::abs(ratio.high - 2) < 1e-12);
        QVERIFY(ratio.different);
        QVERIFY(ratio.detectableDifference < 1e-9);
    }

    void pairingRemovesADriftThatBothShare()
    {
        // The machine doubles its speed from round to round; the ratio stays.
        const std::vector<double> a{110, 221, 438, 882};
        const std::vector<double> b{100, 200, 400, 800};
        const Ratio ratio = pairedRatio(a, b, 1);
        QVERIFY(ratio.different);
        QVERIFY(ratio.low > 1.05 && ratio.high < 1.15);
    }

    void swappedTargetsGiveTheReciprocal()
    {
        const std::vector<double> a{110, 125, 98, 133, 120};
        const std::vector<double> b{100, 108, 103, 101, 99};
        const Ratio forward = pairedRatio(a, b, 7);
        const Ratio backward = pairedRatio(b, a, 7);
        QVERIFY(std::abs(forward.ratio * backward.ratio - 1) < 1e-12);
        QCOMPARE(forward.different, backward.different);
    }

    /// Student's interval with one degree of freedom: twelve standard errors to each side.
    void twoRoundsTellOnlyLargeAndSteadyDifferences()
    {
        const Ratio large =
            pairedRatio(std::vector<double>{300, 310}, std::vector<double>{100, 100}, 1);
        const double centre = (std::log(3.0) + std::log(3.1)) / 2;
        const double half = 12.706 * (std::log(3.1) - std::log(3.0)) / 2;
        QVERIFY(std::abs(large.low - std::exp(centre - half)) < 1e-9);
        QVERIFY(std::abs(large.high - std::exp(centre + half)) < 1e-9);
        QVERIFY(large.different);
        const Ratio small =
            pairedRatio(std::vector<double>{105, 110}, std::vector<double>{100, 100}, 1);
        QVERIFY(!small.different);
    }

    void oneRoundNeverCallsAnythingDifferent()
    {
        const Ratio ratio = pairedRatio(std::vector<double>{300}, std::vector<double>{100}, 1);
        QVERIFY(!ratio.different);
        QCOMPARE(ratio.low, ratio.high);
    }

    void valuesThatAreNotPositiveLeaveTheirPairOut()
    {
        const Ratio none = pairedRatio(std::vector<double>{0}, std::vector<double>{5}, 1);
        QCOMPARE(none.ratio, 0.0);
        QVERIFY(!none.different);
    }

    void detectableDifferenceFallsWithMoreRounds()
    {
        QCOMPARE(detectableDifference(0.05, 1), 0.0);
        // (4.303 + 1.061)·0.05/√3
        QVERIFY(std::abs(detectableDifference(0.05, 3) - std::expm1(5.364 * 0.05 / std::sqrt(3))) <
                1e-9);
        QVERIFY(detectableDifference(0.05, 10) < detectableDifference(0.05, 5));
        QVERIFY(detectableDifference(0.05, 1000) < 0.005);
    }

    /// Equal targets must be called different in about one of twenty comparisons, with few rounds
    /// as with many.
    void equalTargetsAreSeldomCalledDifferent_data()
    {
        QTest::addColumn<int>("pairs");
        for (const int pairs : {2, 3, 5, 12})
            QTest::newRow(qPrintable(QString::number(pairs))) << pairs;
    }
    void equalTargetsAreSeldomCalledDifferent()
    {
        QFETCH(int, pairs);
        std::mt19937_64 random(2026);
        std::normal_distribution<double> noise(0, 0.08);
        constexpr int kTrials = 200;
        int falseAlarms = 0;
        for (int trial = 0; trial < kTrials; ++trial) {
            std::vector<double> a;
            std::vector<double> b;
            for (int i = 0; i < pairs; ++i) {
                a.push_back(1000 * std::exp(noise(random)));
                b.push_back(1000 * std::exp(noise(random)));
            }
            falseAlarms += pairedRatio(a, b, static_cast<std::uint64_t>(trial)).different ? 1 : 0;
        }
        QVERIFY2(falseAlarms <= kTrials / 10, qPrintable(QString::number(falseAlarms)));
    }

    void aRealDifferenceIsFoundWithFewRounds()
    {
        const Ratio ratio = pairedRatio(std::vector<double>{20'000, 17'000, 11'000},
                                        std::vector<double>{2'500, 2'200, 1'600}, 1);
        QVERIFY(ratio.different);
        QVERIFY(ratio.low > 4 && ratio.high < 16);
    }
};

QTEST_APPLESS_MAIN(StatisticsTest)
#include "statistics_test.moc"
