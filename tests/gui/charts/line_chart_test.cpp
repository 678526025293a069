// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart.h"
#include "ui/theme/series.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QLineSeries>
#include <QTest>

#include <memory>

using namespace weighbridge;
using charts::ChartLine;
using charts::LineChart;

class LineChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLineIsDrawnInItsColour();
    void zeroesDoNotMakeALogLineVanish();
    void aRemovedLineLeavesNothingBehind();
    void theDescriptionTellsTheLatestFigures();
    void arrowKeysMoveTheCrosshairAndEscapeEndsIt();

private:
    static ChartLine lineOf(const QString &id, double value, int points = 100);
    static int pixelsOf(const QColor &colour, QWidget &chart);

    std::unique_ptr<theme::Theme> m_theme;
};

void LineChartTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
}

ChartLine LineChartTest::lineOf(const QString &id, double value, int points)
{
    ChartLine line;
    line.id = id;
    line.name = id;
    for (int i = 0; i < points; ++i)
        line.points.emplace_back(10.0 * i / points, value);
    return line;
}

int LineChartTest::pixelsOf(const QColor &colour, QWidget &chart)
{
    const QImage image = chart.grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour;
    }
    return count;
}

void LineChartTest::aLineIsDrawnInItsColour()
{
    LineChart chart(QStringLiteral("Throughput"), charts::Scale::logarithmic);
    chart.resize(600, 200);
    chart.show();
    const QColor gin = theme::seriesLook(u"gin", theme::tokens()).colour;
    QCOMPARE(pixelsOf(gin, chart), 0);
    chart.setLines({lineOf(QStringLiteral("gin"), 40'000)});
    QVERIFY(pixelsOf(gin, chart) > 300);
}

void LineChartTest::zeroesDoNotMakeALogLineVanish()
{
    LineChart chart(QStringLiteral("Throughput"), charts::Scale::logarithmic);
    chart.resize(600, 200);
    chart.show();
    ChartLine line = lineOf(QStringLiteral("gin"), 40'000);
    line.points.front().setY(0);
    line.points[1].setY(-5);
    chart.setLines({line});
    QVERIFY(pixelsOf(theme::seriesLook(u"gin", theme::tokens()).colour, chart) > 300);
}

void LineChartTest::aRemovedLineLeavesNothingBehind()
{
    LineChart chart(QStringLiteral("Throughput"), charts::Scale::linear);
    chart.setLines({lineOf(QStringLiteral("gin"), 5), lineOf(QStringLiteral("fastapi"), 2)});
    QCOMPARE(chart.chart()->series().size(), 2);
    chart.setLines({lineOf(QStringLiteral("fastapi"), 2)});
    QCOMPARE(chart.chart()->series().size(), 1);
    chart.setScale(charts::Scale::logarithmic);
    QCOMPARE(chart.chart()->axes().size(), 2);
}

void LineChartTest::theDescriptionTellsTheLatestFigures()
{
    LineChart chart(QStringLiteral("Throughput"), charts::Scale::linear);
    chart.setLines({lineOf(QStringLiteral("gin"), 1234)});
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("gin")));
    QVERIFY(
        chart.accessibleDescription().remove(QLatin1Char(',')).contains(QStringLiteral("1234")));
}

void LineChartTest::arrowKeysMoveTheCrosshairAndEscapeEndsIt()
{
    LineChart chart(QStringLiteral("Throughput"), charts::Scale::linear);
    chart.resize(600, 200);
    chart.show();
    chart.setLines({lineOf(QStringLiteral("gin"), 1234)});
    const QImage before = chart.grab().toImage();
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.grab().toImage() != before);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(chart.grab().toImage(), before);
}

QTEST_MAIN(LineChartTest)
#include "line_chart_test.moc"
