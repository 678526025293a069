// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/statistics.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace weighbridge::results;

namespace
{

/// The draw of this rank among the drawn ones.
double draw(const std::array<std::size_t, 8> &drawn, const std::vector<double> &values,
            std::size_t rank)
{
    std::size_t at = 0;
    for (std::size_t seen = drawn[0]; seen <= rank; seen += drawn[at])
        ++at;
    return values[at];
}

} // namespace

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

    void aComparisonReadsTheSameFromTheOtherSide()
    {
        const std::vector<double> a{110, 120, 131};
        const std::vector<double> b{50, 61, 60};
        const Ratio turned = inverse(pairedRatio(a, b));
        const Ratio other = pairedRatio(b, a);
        QCOMPARE(turned.ratio, other.ratio);
        QVERIFY(turned.low < turned.ratio && turned.ratio < turned.high);
        QCOMPARE(turned.different, other.different);
        QCOMPARE(inverse(turned).high, pairedRatio(a, b).high);
    }

    void fewRoundsGiveTheirRangeInsteadOfAnInterval()
    {
        QCOMPARE(bootstrapMedian({100, 120}), (Interval{110, 100, 120}));
        QCOMPARE(bootstrapMedian({100}), (Interval{100, 100, 100}));
        QCOMPARE(bootstrapMedian({}), Interval{});
    }

    /// Every one of the nⁿ resamples, with an odd and an even number of values.
    void theIntervalIsThatOfAllResamples_data()
    {
        QTest::addColumn<QList<double>>("list");
        QTest::newRow("even") << QList<double>{31, 12, 55, 13, 29, 14};
        QTest::newRow("odd") << QList<double>{9, 10, 11, 12, 13, 14, 15};
        QTest::newRow("ties") << QList<double>{5, 5, 7, 5, 9, 7};
    }
    void theIntervalIsThatOfAllResamples()
    {
        QFETCH(QList<double>, list);
        std::vector<double> values(list.begin(), list.end());
        std::sort(values.begin(), values.end());
        const std::size_t count = values.size();
        std::size_t resamples = 1;
        for (std::size_t i = 0; i < count; ++i)
            resamples *= count;
        std::vector<double> medians;
        medians.reserve(resamples);
        for (std::size_t number = 0; number < resamples; ++number) {
            std::array<std::size_t, 8> drawn{}; // how often each value
            for (std::size_t rest = number, i = 0; i < count; ++i, rest /= count)
                ++drawn[rest % count];
            medians.push_back(
                (draw(drawn, values, (count - 1) / 2) + draw(drawn, values, count / 2)) / 2);
        }
        std::sort(medians.begin(), medians.end());
        const auto tail = static_cast<std::size_t>(0.025 * static_cast<double>(resamples));
        const Interval interval = bootstrapMedian(values);
        QCOMPARE(interval.median, median(values));
        QCOMPARE(interval.low, medians[tail]);
        QCOMPARE(interval.high, medians[resamples - 1 - tail]);
    }

    void manyRoundsNarrowTheInterval()
    {
        std::vector<double> values;
        for (int i = 0; i < 401; ++i)
            values.push_back(i);
        const Interval interval = bootstrapMedian(values);
        QCOMPARE(interval.median, 200.0);
        // 1.96·√n/2 ranks to either side
        QVERIFY(std::abs(interval.low - (200 - 19.6)) < 2);
        QVERIFY(std::abs(interval.high - (200 + 19.6)) < 2);
    }

    void equalRoundsGiveAnExactRatio()
    {
        const std::vector<double> a{200, 220, 240, 260};
        const std::vector<double> b{100, 110, 120, 130};
        const Ratio ratio = pairedRatio(a, b);
        QVERIFY(std::abs(ratio.ratio - 2) < 1e-12);
        QVERIFY(std::abs(ratio.low - 2) < 1e-12 && std::abs(ratio.high - 2) < 1e-12);
        QVERIFY(ratio.different);
        QVERIFY(ratio.detectableDifference && *ratio.detectableDifference < 1e-9);
    }

    void pairingRemovesADriftThatBothShare()
    {
        // The machine doubles its speed from round to round; the ratio stays.
        const std::vector<double> a{110, 221, 438, 882};
        const std::vector<double> b{100, 200, 400, 800};
        const Ratio ratio = pairedRatio(a, b);
        QVERIFY(ratio.different);
        QVERIFY(ratio.low > 1.05 && ratio.high < 1.15);
    }

    void swappedTargetsGiveTheReciprocal()
    {
        const std::vector<double> a{110, 125, 98, 133, 120};
        const std::vector<double> b{100, 108, 103, 101, 99};
        const Ratio forward = pairedRatio(a, b);
        const Ratio backward = pairedRatio(b, a);
        QVERIFY(std::abs(forward.ratio * backward.ratio - 1) < 1e-12);
        QCOMPARE(forward.different, backward.different);
    }

    void whatTwoCopiesOfOneProgramDifferByIsNoDifference()
    {
        // One per cent in every round: as sure as rounds can be.
        const std::vector<double> copy{101, 101.02, 100.98, 101.01};
        const std::vector<double> program{100, 100, 100, 100};
        QVERIFY(pairedRatio(copy, program).different);
        const Ratio ratio = pairedRatio(copy, program, 0.02);
        QVERIFY(ratio.low > 1 && !ratio.different);
        QCOMPARE(ratio.floor, 0.02);
        QVERIFY(*ratio.detectableDifference > 0.02);
        QVERIFY(!pairedRatio(program, copy, 0.02).different);
        QVERIFY(pairedRatio(copy, program, 0.005).different);
        QVERIFY(pairedRatio(program, copy, 0.005).different);
    }

    void aDifferenceIsToBeBeyondTheFloorWithItsWholeInterval()
    {
        const std::vector<double> a{103, 101.5, 104.5, 103};
        const std::vector<double> b{100, 100, 100, 100};
        const Ratio ratio = pairedRatio(a, b, 0.02);
        QVERIFY(ratio.ratio > 1.02 && ratio.low < 1.02 && ratio.low > 1);
        QVERIFY(!ratio.different);
        QVERIFY(pairedRatio(a, b, 0.001).different);
    }

    /// Student's interval with one degree of freedom: twelve standard errors to each side.
    void twoRoundsTellOnlyLargeAndSteadyDifferences()
    {
        const Ratio large =
            pairedRatio(std::vector<double>{300, 310}, std::vector<double>{100, 100});
        const double centre = (std::log(3.0) + std::log(3.1)) / 2;
        const double half = 12.706 * (std::log(3.1) - std::log(3.0)) / 2;
        QVERIFY(std::abs(large.low - std::exp(centre - half)) < 1e-9);
        QVERIFY(std::abs(large.high - std::exp(centre + half)) < 1e-9);
        QVERIFY(large.different);
        const Ratio small =
            pairedRatio(std::vector<double>{105, 110}, std::vector<double>{100, 100});
        QVERIFY(!small.different);
    }

    void oneRoundClaimsNeitherADifferenceNorAnIntervalNorWhatItWouldHaveSeen()
    {
        const Ratio ratio = pairedRatio(std::vector<double>{300}, std::vector<double>{100});
        QCOMPARE(ratio.ratio, 3.0);
        QVERIFY(!ratio.different);
        QVERIFY(!ratio.hasRange());
        QCOMPARE(ratio.detectableDifference, std::nullopt);
        QVERIFY(!bootstrapMedian({300}).hasRange());
    }

    void valuesThatAreNotPositiveLeaveTheirPairOut()
    {
        const Ratio none = pairedRatio(std::vector<double>{0}, std::vector<double>{5});
        QCOMPARE(none.ratio, 0.0);
        QVERIFY(!none.different);
    }

    void detectableDifferenceFallsWithMoreRounds()
    {
        QCOMPARE(detectableDifference(0.05, 1), std::nullopt);
        // (4.303 + 1.061)·0.05/√3
        QVERIFY(std::abs(*detectableDifference(0.05, 3) - std::expm1(5.364 * 0.05 / std::sqrt(3))) <
                1e-9);
        QVERIFY(*detectableDifference(0.05, 10) < *detectableDifference(0.05, 5));
        QVERIFY(*detectableDifference(0.05, 1000) < 0.005);
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
            falseAlarms += pairedRatio(a, b).different ? 1 : 0;
        }
        QVERIFY2(falseAlarms <= kTrials / 10, qPrintable(QString::number(falseAlarms)));
    }

    void aRealDifferenceIsFoundWithFewRounds()
    {
        const Ratio ratio = pairedRatio(std::vector<double>{20'000, 17'000, 11'000},
                                        std::vector<double>{2'500, 2'200, 1'600});
        QVERIFY(ratio.different);
        QVERIFY(ratio.low > 4 && ratio.high < 16);
    }
};

QTEST_APPLESS_MAIN(StatisticsTest)
#include "statistics_test.moc"
