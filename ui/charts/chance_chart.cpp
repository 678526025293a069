// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chance_chart.h"

#include "core/decision/model/value_text.h"
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
// Bars of more than two alternatives, in the same height.
constexpr std::size_t kMostRows = 7;
constexpr double kGreatestRow = 26;
constexpr double kBar = 8;
constexpr double kBarGap = 12;
constexpr double kChance = 44;
constexpr double kNameShare = 0.35;

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

/// With more than two alternatives: their chances as bars, the likeliest first; what finds no room
/// is told together.
void paintBars(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
               const decision::Analysis &analysis, const ChartLook &look)
{
    const double u = look.unit;
    const auto chanceOf = [&](std::size_t i) { return analysis.standings[i].chanceBest; };
    std::vector<std::size_t> order = analysis.order;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return chanceOf(a) > chanceOf(b); });
    double nameWidth = 0;
    for (const std::size_t i : order)
        nameWidth = std::max(nameWidth, textWidth(decision.alternatives[i].name, look.label));
    nameWidth = std::min(nameWidth, rect.width() * kNameShare);
    const double row =
        std::min(kGreatestRow * u, rect.height() / double(std::min(order.size(), kMostRows)));
    const double left = rect.left() + nameWidth + kBarGap * u;
    const double right = rect.right() - kChance * u;
    const auto paintRow = [&](std::size_t line, const QString &name, double chance,
                              const QColor &colour) {
        const double top = rect.top() + double(line) * row;
        const double y = top + (row - kBar * u) / 2;
        const bool first = line == 0;
        drawText(painter, QRectF(rect.left(), top, nameWidth, row), Qt::AlignVCenter, name,
                 look.label, first ? look.tokens.text : look.tokens.text2);
        drawBar(painter, left, right, y, kBar * u, look.tokens.empty, kBar * u / 2);
        drawBar(painter, left, left + chance * (right - left), y, kBar * u, colour, kBar * u / 2);
        drawText(painter, QRectF(right, top, kChance * u, row), Qt::AlignRight | Qt::AlignVCenter,
                 decision::chanceText(chance), first ? look.strongNumber : look.number,
                 first ? look.tokens.text : look.tokens.text2);
    };
    const std::size_t shown = order.size() > kMostRows ? kMostRows - 1 : order.size();
    for (std::size_t line = 0; line < shown; ++line) {
        const decision::Alternative &alternative = decision.alternatives[order[line]];
        paintRow(line, alternative.name, chanceOf(order[line]),
                 theme::seriesLook(alternative.series, look.tokens).colour);
    }
    if (shown == order.size())
        return;
    double rest = 0;
    for (std::size_t line = shown; line < order.size(); ++line)
        rest += chanceOf(order[line]);
    paintRow(shown, ChanceChart::tr("%1 others").arg(order.size() - shown), rest,
             look.tokens.control);
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
    if (analysis.order.size() < 2) {
        const QString text = analysis.order.empty()
                                 ? ChanceChart::tr("Nothing to compare yet")
                                 : ChanceChart::tr("Only %1 is left")
                                       .arg(decision.alternatives[analysis.order.front()].name);
        drawText(painter, rect, Qt::AlignCenter, text, look.label, look.tokens.text2);
        return;
    }
    if (analysis.order.size() > 2) {
        paintBars(painter, rect, decision, analysis, look);
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
