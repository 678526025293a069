// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/throughput_memory_chart.h"

#include "core/results/quantity.h"
#include "ui/charts/end_labels.h"
#include "ui/charts/nice_axis.h"
#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace weighbridge::compare
{

namespace
{
constexpr double kLeft = 44;
constexpr double kBottom = 44;
constexpr double kPointRadius = 6;
constexpr double kTop = 8;
constexpr double kRight = 16;

struct ThroughputMemoryChart {
    Q_DECLARE_TR_FUNCTIONS(ThroughputMemoryChart)
};

struct Point {
    const results::TargetResult *result = nullptr;
    double rate = 0;
    double memory = 0;
    QPointF at;
};

const results::Quantity &throughput()
{
    return results::quantityOf(u"requests_per_second");
}
const results::Quantity &memory()
{
    return results::quantityOf(u"memory_peak");
}

struct Axes {
    QRectF area;
    charts::NiceAxis throughput;
    charts::NiceAxis memory;

    QPointF at(double requestsPerSecond, double mib) const
    {
        const double x = std::log(requestsPerSecond / throughput.low) /
                         std::log(throughput.high / throughput.low);
        const double y = mib / memory.high;
        return {area.left() + x * area.width(), area.bottom() - y * area.height()};
    }
};

void paintAxes(QPainter &painter, const QRectF &rect, const Axes &axes,
               const charts::ChartLook &look)
{
    const double u = look.unit;
    const theme::Tokens &tokens = look.tokens;
    painter.setPen(QPen(tokens.line, u));
    for (const double tick : axes.memory.ticks) {
        const double y = axes.at(axes.throughput.low, tick).y();
        painter.setPen(QPen(tokens.line, u));
        painter.drawLine(QPointF(axes.area.left(), y), QPointF(axes.area.right(), y));
        charts::drawText(painter, QRectF(rect.left(), y - 10 * u, (kLeft - 8) * u, 20 * u),
                         Qt::AlignRight | Qt::AlignVCenter, charts::shortNumber(tick), look.caption,
                         tokens.text2);
    }
    for (const double tick : axes.throughput.ticks) {
        const double x = axes.at(tick, 0).x();
        painter.setPen(QPen(tokens.line, u));
        painter.drawLine(QPointF(x, axes.area.top()), QPointF(x, axes.area.bottom()));
        charts::drawText(painter, QRectF(x - 40 * u, axes.area.bottom() + 4 * u, 80 * u, 16 * u),
                         Qt::AlignHCenter | Qt::AlignVCenter, charts::shortNumber(tick),
                         look.caption, tokens.text2);
    }
    const QRectF names(axes.area.left(), axes.area.bottom() + 22 * u, axes.area.width(), 18 * u);
    charts::drawText(painter, names, Qt::AlignLeft | Qt::AlignVCenter,
                     ThroughputMemoryChart::tr("%1 ↓ is better").arg(memory().unit), look.caption,
                     tokens.text2);
    charts::drawText(painter, names, Qt::AlignRight | Qt::AlignVCenter,
                     ThroughputMemoryChart::tr("%1, log →").arg(throughput().unit), look.caption,
                     tokens.text2);
}

void paintPoints(QPainter &painter, const std::vector<Point> &points, const Axes &axes,
                 const charts::ChartLook &look)
{
    const double u = look.unit;
    const double height = QFontMetricsF(look.strong).height();
    std::vector<double> wanted;
    for (const Point &point : points)
        wanted.push_back(point.at.y());
    const std::vector<double> placed = charts::spreadLabels(wanted, height * 0.8, axes.area.top(),
                                                            axes.area.bottom() - height / 2);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point &point = points[i];
        const theme::SeriesLook series = theme::seriesLook(point.result->target, look.tokens);
        theme::drawMarker(painter, series, point.at, kPointRadius * u, theme::MarkerFill::filled,
                          look.tokens.surface);
        const double width = charts::textWidth(point.result->name, look.strong);
        const double gap = (kPointRadius + 6) * u;
        const bool left = point.at.x() + gap + width > axes.area.right();
        const QRectF label(left ? point.at.x() - gap - width : point.at.x() + gap,
                           placed[i] - height / 2, width + u, height);
        charts::drawText(painter, label, Qt::AlignVCenter, point.result->name, look.strong,
                         theme::readable(series.colour, look.tokens.surface));
    }
}
} // namespace

void paintThroughputMemory(QPainter &painter, const QRectF &rect,
                           const std::vector<const results::TargetResult *> &measured,
                           const charts::ChartLook &look)
{
    const double u = look.unit;
    double least = 0;
    double most = 0;
    double mostMemory = 0;
    std::vector<Point> points;
    for (const results::TargetResult *each : measured) {
        const results::TargetResult &result = *each;
        const auto rate = results::summaryOf(result, throughput());
        const auto peak = results::summaryOf(result, memory());
        if (!rate || !peak || rate->median <= 0)
            continue;
        points.push_back({&result, rate->median, peak->median, {}});
        least = least <= 0 ? rate->median : std::min(least, rate->median);
        most = std::max(most, rate->median);
        mostMemory = std::max(mostMemory, peak->median);
    }
    Axes axes;
    axes.area = rect.adjusted(kLeft * u, kTop * u, -kRight * u, -kBottom * u);
    axes.throughput = charts::niceLogAxis(least, most);
    axes.memory = charts::niceLinearAxis(mostMemory, 3);
    paintAxes(painter, rect, axes, look);
    for (Point &point : points)
        point.at = axes.at(point.rate, point.memory);
    paintPoints(painter, points, axes, look);
}

} // namespace weighbridge::compare
