// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chance_chart.h"

#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace weighbridge::charts
{

namespace
{
constexpr double kTitle = 26;
constexpr double kPlot = 88;
constexpr double kAxis = 22;
constexpr double kDot = 4.5;
constexpr double kLine = 1.75;
constexpr double kFill = 0.26;

struct ChanceChart {
    Q_DECLARE_TR_FUNCTIONS(ChanceChart)
};

/// Everything that maps the density into the plot.
struct Plot {
    QRectF area;
    double halfWidth = 1; ///< of the difference axis
    double peak = 1;

    /// The first alternative's side is left, so a positive difference lies left.
    double x(double difference) const
    {
        return area.center().x() - difference / halfWidth * area.width() / 2;
    }
    double y(double density) const { return area.bottom() - density / peak * area.height(); }
};

void paintSide(QPainter &painter, const Plot &plot, const decision::DifferenceDensity &density,
               bool firstSide, const QColor &colour, double unit)
{
    QPainterPath curve;
    const std::size_t n = density.difference.size();
    bool started = false;
    for (std::size_t i = 0; i < n; ++i) {
        const double difference = density.difference[i];
        if (firstSide ? difference < 0 : difference > 0)
            continue;
        const QPointF point(plot.x(difference), plot.y(density.density[i]));
        started ? curve.lineTo(point) : curve.moveTo(point);
        started = true;
    }
    if (!started)
        return;
    QPainterPath fill = curve;
    fill.lineTo(fill.currentPosition().x(), plot.area.bottom());
    fill.lineTo(curve.elementAt(0).x, plot.area.bottom());
    fill.closeSubpath();
    painter.fillPath(fill, theme::withOpacity(colour, kFill));
    painter.setPen(QPen(colour, kLine * unit));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(curve);
}
} // namespace

double chanceHeight(const ChartLook &look)
{
    return (kTitle + kPlot + kAxis) * look.unit;
}

void paintChance(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                 const decision::Analysis &analysis, const ChartLook &look)
{
    if (analysis.standings.size() < 2)
        return;
    if (analysis.order.empty()) {
        drawText(painter, rect, Qt::AlignCenter, ChanceChart::tr("Nothing to compare yet"),
                 look.label, look.tokens.text2);
        return;
    }
    const double u = look.unit;
    const auto &first = decision.alternatives[analysis.first];
    const auto &second = decision.alternatives[analysis.second];
    const QColor firstColour = theme::seriesLook(first.series, look.tokens).colour;
    const QColor secondColour = theme::seriesLook(second.series, look.tokens).colour;
    const auto chanceOf = [&](std::size_t i) {
        return decision::chanceText(analysis.standings[i].chanceBest);
    };
    const QRectF title(rect.left(), rect.top(), rect.width(), kTitle * u);
    drawText(painter, title, Qt::AlignLeft | Qt::AlignVCenter,
             first.name + QLatin1Char(' ') + chanceOf(analysis.first), look.chance,
             theme::readable(firstColour, look.tokens.surface));
    drawText(painter, title, Qt::AlignRight | Qt::AlignVCenter,
             second.name + QLatin1Char(' ') + chanceOf(analysis.second), look.chance,
             theme::readable(secondColour, look.tokens.surface));

    Plot plot;
    plot.area = QRectF(rect.left(), title.bottom() + 4 * u, rect.width(), (kPlot - 8) * u);
    const decision::DifferenceDensity &density = analysis.density;
    if (!density.difference.empty()) {
        plot.halfWidth = std::max(density.difference.back(), -density.difference.front());
        plot.peak = *std::max_element(density.density.begin(), density.density.end());
    }
    if (plot.peak > 0 && !density.difference.empty()) {
        paintSide(painter, plot, density, true, firstColour, u);
        paintSide(painter, plot, density, false, secondColour, u);
    }
    painter.setPen(QPen(look.tokens.control, u));
    const double tie = plot.area.center().x();
    painter.drawLine(QPointF(tie, plot.area.top()), QPointF(tie, plot.area.bottom() + 3 * u));
    const double dot = std::clamp(plot.x(density.pointEstimate), rect.left(), rect.right());
    painter.setPen(QPen(look.tokens.surface, 1.5 * u));
    painter.setBrush(look.tokens.ink);
    painter.drawEllipse(QPointF(dot, plot.area.bottom()), kDot * u, kDot * u);

    const QRectF axis(rect.left(), plot.area.bottom() + 6 * u, rect.width(), (kAxis - 6) * u);
    drawText(painter, axis, Qt::AlignLeft | Qt::AlignVCenter,
             ChanceChart::tr("← %1 better").arg(first.name), look.caption, look.tokens.text2);
    drawText(painter, axis, Qt::AlignHCenter | Qt::AlignVCenter, ChanceChart::tr("tie"),
             look.caption, look.tokens.text2);
    drawText(painter, axis, Qt::AlignRight | Qt::AlignVCenter,
             ChanceChart::tr("%1 better →").arg(second.name), look.caption, look.tokens.text2);
}

QString chanceChartText(const decision::Decision &decision, const decision::Analysis &analysis)
{
    QStringList parts;
    for (const std::size_t i : analysis.order)
        parts.append(decision.alternatives[i].name + QLatin1Char(' ') +
                     decision::chanceText(analysis.standings[i].chanceBest));
    return ChanceChart::tr("Chance of being best: %1").arg(parts.join(QStringLiteral(", ")));
}

} // namespace weighbridge::charts
