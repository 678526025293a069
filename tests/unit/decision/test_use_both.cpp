// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/capacity.h"
#include "core/decision/split.h"

#include <QTest>

#include <cmath>

using namespace weighbridge::decision;

/// Use both languages, and what the capacity costs.
class TestUseBoth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondLanguagePaysOnlyBelowItsBreakEven()
    {
        const std::vector<Component> components{{0.6, {4.5, 3.0}}, {0.4, {2.5, 4.5}}};
        // Go alone 3.7, Python alone 3.6, both 4.5: a second language may cost 0.8.
        const auto cheap = bestSplit(components, 0.5);
        QCOMPARE(cheap->choice, (std::vector<std::size_t>{0, 1}));
        QVERIFY(std::abs(cheap->value - 4.0) < 1e-12);
        QVERIFY(std::abs(*cheap->breakEvenCost - 0.8) < 1e-12);
        const auto dear = bestSplit(components, 0.9);
        QCOMPARE(dear->choice, (std::vector<std::size_t>{0, 0}));
        QCOMPARE(dear->languages, std::size_t{1});
        QVERIFY(std::abs(dear->value - 3.7) < 1e-12);
    }

    void oneLanguageThatIsBestEverywhereLeavesNothingToGain()
    {
        const auto split = bestSplit({{1, {4, 3}}, {1, {4, 2}}}, 0);
        QCOMPARE(split->languages, std::size_t{1});
        QVERIFY(!split->breakEvenCost);
        QVERIFY(!bestSplit({}, 0));
        QVERIFY(!bestSplit({{0, {1, 2}}}, 0));
    }

    void capacityCarriesTheIntervalOfTheMeasurement()
    {
        CapacityInput input;
        input.peakRequestsPerSecond = 12'000;
        input.headroom = 1.5;
        input.requestsPerSecondPerCore = {7'200, 6'000, 9'000};
        input.memoryMibPerInstance = {100, 90, 120};
        input.coresPerInstance = 2;
        input.memoryMibOfInstance = 512;
        input.pricePerInstanceMonth = 30;
        const Capacity capacity = capacityFor(input);
        QCOMPARE(capacity.cores, (Range{2.5, 2.0, 3.0}));
        QCOMPARE(capacity.instances, (Range{2, 1, 2}));
        QCOMPARE(capacity.memoryMib, (Range{200, 90, 240}));
        QCOMPARE(capacity.monthlyCost, (Range{60, 30, 60}));
        QVERIFY(capacity.fitsInstance);
        input.memoryMibOfInstance = 110;
        QVERIFY(!capacityFor(input).fitsInstance);
    }
};

QTEST_GUILESS_MAIN(TestUseBoth)
#include "test_use_both.moc"
