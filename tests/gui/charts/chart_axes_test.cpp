// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/end_labels.h"
#include "ui/charts/nice_axis.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace weighbridge::charts;

class ChartAxesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void aLinearAxisHoldsItsValueOnRoundTicks();
    void aLogAxisNamesDecades();
    void shortNumbersStayShort();
    void thinningKeepsPeaksAndOrder();
    void labelsKeepTheirDistanceAndOrder();
};

void ChartAxesTest::aLinearAxisHoldsItsValueOnRoundTicks()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 2000; ++i) {
        const double high = std::pow(10, random.generateDouble() * 12 - 4);
        const NiceAxis axis = niceLinearAxis(high, 4);
        QVERIFY(axis.high >= high * (1 - 1e-9));
        QVERIFY(axis.high <= 2.5 * high);
        QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 6);
        QCOMPARE(axis.ticks.front(), 0.0);
        QVERIFY(std::abs(axis.ticks.back() - axis.high) <= 1e-9 * axis.high);
    }
    QVERIFY(niceLinearAxis(0, 4).high > 0);
    QVERIFY(std::isfinite(niceLinearAxis(std::nan(""), 4).high));
}

void ChartAxesTest::aLogAxisNamesDecades()
{
    const NiceAxis axis = niceLogAxis(4500, 102000);
    QCOMPARE(axis.low, 1000.0);
    QCOMPARE(axis.high, 200000.0);
    QCOMPARE(axis.ticks, (std::vector<double>{1000, 10000, 100000}));
    const NiceAxis nothing = niceLogAxis(0, 0);
    QVERIFY(nothing.low > 0 && nothing.high > nothing.low);
}

void ChartAxesTest::shortNumbersStayShort()
{
    QCOMPARE(shortNumber(0.5), QStringLiteral("0.5"));
    QCOMPARE(shortNumber(950), QStringLiteral("950"));
    QCOMPARE(shortNumber(1000), QStringLiteral("1k"));
    QCOMPARE(shortNumber(999.9), QStringLiteral("1k"));
    QCOMPARE(shortNumber(999'900), QStringLiteral("1M"));
    QCOMPARE(shortNumber(100000), QStringLiteral("100k"));
    QCOMPARE(shortNumber(1.5e6), QStringLiteral("1.5M"));
}

void ChartAxesTest::thinningKeepsPeaksAndOrder()
{
    QRandomGenerator random(2);
    std::vector<QPointF> points;
    for (int i = 0; i < 10'000; ++i)
        points.emplace_back(i, random.generateDouble());
    points[1234].setY(99);
    points[8765].setY(-99);
    const std::vector<QPointF> kept = thinned(points, 600);
    QVERIFY(kept.size() <= 600);
    QVERIFY(std::is_sorted(kept.begin(), kept.end(),
                           [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
    QVERIFY(std::find(kept.begin(), kept.end(), points[1234]) != kept.end());
    QVERIFY(std::find(kept.begin(), kept.end(), points[8765]) != kept.end());
    const std::vector<QPointF> few(points.begin(), points.begin() + 10);
    QCOMPARE(thinned(few, 600), few);
}

void ChartAxesTest::labelsKeepTheirDistanceAndOrder()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 500; ++round) {
        std::vector<double> wanted;
        const int count = 1 + int(random.bounded(8));
        for (int i = 0; i < count; ++i)
            wanted.push_back(random.generateDouble() * 100);
        const std::vector<double> placed = spreadLabels(wanted, 12, 0, 100);
        for (std::size_t a = 0; a < placed.size(); ++a) {
            QVERIFY(placed[a] >= -1e-9 && placed[a] <= 100 + 1e-9);
            for (std::size_t b = 0; b < placed.size(); ++b) {
                if (wanted[a] < wanted[b])
                    QVERIFY(placed[b] - placed[a] >= 12 - 1e-9);
            }
        }
    }
}

QTEST_GUILESS_MAIN(ChartAxesTest)
#include "chart_axes_test.moc"
