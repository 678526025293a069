// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/latency_histogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using weighbridge::load::LatencyHistogram;

namespace
{

/// Log-uniform between 1 ns and a minute, as latencies are.
std::vector<nanoseconds> randomLatencies(unsigned seed, std::size_t count)
{
    std::mt19937_64 engine(seed);
    std::uniform_real_distribution<double> exponent(0, std::log(60e9));
    std::vector<nanoseconds> values(count);
    for (auto &value : values)
        value = nanoseconds(static_cast<std::int64_t>(std::exp(exponent(engine))));
    return values;
}

LatencyHistogram histogramOf(const std::vector<nanoseconds> &values)
{
    LatencyHistogram histogram;
    for (const auto value : values)
        histogram.record(value);
    return histogram;
}

} // namespace

class TestLatencyHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyHistogramIsAllZero()
    {
        const LatencyHistogram histogram;
        QCOMPARE(histogram.samples(), std::uint64_t{0});
        QVERIFY(histogram.percentile(0.99) == 0ns);
        QVERIFY(histogram.mean() == 0ns);
        QVERIFY(histogram.min() == 0ns);
    }

    void percentilesStayWithinTheErrorBound()
    {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            auto values = randomLatencies(seed, 997 + seed);
            const auto histogram = histogramOf(values);
            std::sort(values.begin(), values.end());
            for (const double fraction : {0.0, 0.01, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1.0}) {
                const auto rank =
                    std::max<std::size_t>(static_cast<std::size_t>(std::ceil(
                                              fraction * static_cast<double>(values.size()))),
                                          1);
                const auto exact = static_cast<double>(values[rank - 1].count());
                const auto shown = static_cast<double>(histogram.percentile(fraction).count());
                QVERIFY2(std::abs(shown - exact) <= 0.004 * exact + 0.5,
                         qPrintable(QString("%1: %2 for %3").arg(fraction).arg(shown).arg(exact)));
            }
        }
    }

    void everyPowerOfTwoAndItsNeighboursFallIntoTheirBucket()
    {
        for (int bit = 0; bit < 36; ++bit) {
            for (const std::int64_t offset : {-1, 0, 1}) {
                const nanoseconds value((std::int64_t{1} << bit) + offset);
                LatencyHistogram histogram;
                histogram.record(value);
                histogram.forEachBucket(
                    [value](nanoseconds lowest, nanoseconds highest, std::uint64_t) {
                        QVERIFY(lowest <= value && value <= highest);
                    });
                QVERIFY(histogram.percentile(0.5) == value); // clamped to the only value there is
            }
        }
    }

    void meanMinimumAndMaximumAreExact()
    {
        const auto values = randomLatencies(7, 5000);
        const auto histogram = histogramOf(values);
        std::int64_t sum = 0;
        for (const auto value : values)
            sum += value.count();
        QCOMPARE(histogram.mean().count(), sum / 5000);
        QVERIFY(histogram.min() == *std::min_element(values.begin(), values.end()));
        QVERIFY(histogram.max() == *std::max_element(values.begin(), values.end()));
    }

    void valuesBeyondTheRangeAreCountedAndKeepTheMaximum()
    {
        LatencyHistogram histogram;
        histogram.record(1h);
        histogram.record(-5ns);
        QCOMPARE(histogram.samples(), std::uint64_t{2});
        QVERIFY(histogram.max() == 1h);
        QVERIFY(histogram.min() == 0ns);
        QVERIFY(histogram.percentile(1.0) == 1h);
    }

    void mergingEqualsRecordingTogether()
    {
        auto first = randomLatencies(3, 1000);
        const auto second = randomLatencies(4, 500);
        auto merged = histogramOf(first);
        merged.merge(histogramOf(second));
        first.insert(first.end(), second.begin(), second.end());
        QVERIFY(merged == histogramOf(first));
        merged.merge(LatencyHistogram());
        QVERIFY(merged == histogramOf(first));
    }

    void sinceAnOlderCopyHoldsOnlyWhatCameLater()
    {
        auto histogram = histogramOf({1ms, 2ms, 50ms});
        const auto earlier = histogram;
        for (int i = 0; i < 100; ++i)
            histogram.record(10ms);
        const auto recent = histogram.since(earlier);
        QCOMPARE(recent.samples(), std::uint64_t{100});
        QVERIFY(recent.mean() == 10ms);
        QVERIFY(std::chrono::abs(recent.percentile(0.5) - 10ms) <= 40us);
        QVERIFY(std::chrono::abs(recent.max() - 10ms) <= 80us);
        QVERIFY(histogram.since(histogram) == LatencyHistogram());
    }

    void mergeFromTakesOnlyTheSlowOnes()
    {
        auto histogram = histogramOf({10ms});
        histogram.mergeFrom(histogramOf({1ms, 20ms, 30ms}), 10ms);
        QCOMPARE(histogram.samples(), std::uint64_t{3});
        QVERIFY(histogram.min() == 10ms);
        QVERIFY(histogram.max() == 30ms);
    }
};

QTEST_APPLESS_MAIN(TestLatencyHistogram)
#include "latency_histogram_test.moc"
