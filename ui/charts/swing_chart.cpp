// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/swing_chart.h"

#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace weighbridge::charts
{

namespace
{
constexpr double kRow = 27;
constexpr double kBar = 10;
constexpr double kAxis = 24;
constexpr double kText = 150;
constexpr double kLabel = 172;
constexpr double kNarrow = 640; ///< below, labels take a share of the width instead
constexpr double kLabelShare = 0.29;
constexpr double kTextShare = 0.25;
constexpr int kGridLines = 5;
constexpr double kPale = 0.45;
constexpr double kEdge = 0.05; ///< weights this near to 0 or 10 tie "at" the edge

struct SwingChart {
    Q_DECLARE_TR_FUNCTIONS(SwingChart)
};

bool crosses(const decision::Swing &swing)
{
    return swing.tieWeight.has_value();
}

std::vector<std::size_t> widestFirst(const decision::Analysis &analysis)
{
    std::vector<std::size_t> order(analysis.swings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto span = [&](std::size_t i) {
        return std::abs(analysis.swings[i].differenceAtTen - analysis.swings[i].differenceAtZero);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return span(a) > span(b); });
    return order;
}

/// Where things stand across the chart.
struct Columns {
    double labelWidth = 0;
    QRectF plot;
    double textLeft = 0;
    double halfWidth = 1; ///< of the difference axis, tie in the middle

    double x(double difference) const
    {
        return plot.center().x() - difference / halfWidth * plot.width() / 2;
    }
};

Columns columnsOf(const QRectF &rect, const decision::Analysis &analysis, double unit)
{
    const bool narrow = rect.width() < kNarrow * unit;
    const double label = narrow ? rect.width() * kLabelShare : kLabel * unit;
    const double text = narrow ? rect.width() * kTextShare : kText * unit;
    Columns columns;
    columns.labelWidth = label;
    columns.plot = QRectF(rect.left() + label, rect.top(), rect.width() - label - text - 14 * unit,
                          double(analysis.swings.size()) * kRow * unit);
    columns.textLeft = columns.plot.right() + 14 * unit;
    columns.halfWidth = std::abs(analysis.netDifference);
    for (const decision::Swing &swing : analysis.swings)
        columns.halfWidth = std::max(
            {columns.halfWidth, std::abs(swing.differenceAtZero), std::abs(swing.differenceAtTen)});
    if (columns.halfWidth <= 0)
        columns.halfWidth = 1;
    return columns;
}

void paintSpan(QPainter &painter, const Columns &columns, const decision::Swing &swing, double y,
               double height, const QColor &firstColour, const QColor &secondColour)
{
    const double low = std::min(swing.differenceAtZero, swing.differenceAtTen);
    const double high = std::max(swing.differenceAtZero, swing.differenceAtTen);
    const double opacity = crosses(swing) ? 1 : kPale;
    const double radius = height * 0.3;
    if (high > 0)
        drawBar(painter, columns.x(high), columns.x(std::max(0.0, low)), y, height,
                theme::withOpacity(firstColour, opacity), radius);
    if (low < 0)
        drawBar(painter, columns.x(low), columns.x(std::min(0.0, high)), y, height,
                theme::withOpacity(secondColour, opacity), radius);
}

void paintAxis(QPainter &painter, const Columns &columns, const decision::Decision &decision,
               const decision::Analysis &analysis, const ChartLook &look)
{
    const double u = look.unit;
    const double bottom = columns.plot.bottom();
    const double now = columns.x(analysis.netDifference);
    painter.setPen(QPen(look.tokens.text, 1.25 * u, Qt::DotLine));
    painter.drawLine(QPointF(now, columns.plot.top()), QPointF(now, bottom));
    painter.setPen(QPen(look.tokens.control, u));
    const double tie = columns.plot.center().x();
    painter.drawLine(QPointF(tie, columns.plot.top()), QPointF(tie, bottom + 3 * u));

    const QRectF axis(columns.plot.left(), bottom + 4 * u, columns.plot.width(), (kAxis - 4) * u);
    drawText(painter, axis, Qt::AlignLeft | Qt::AlignVCenter,
             SwingChart::tr("← %1 better").arg(decision.alternatives[analysis.first].name),
             look.caption, look.tokens.text2);
    drawText(painter, axis, Qt::AlignRight | Qt::AlignVCenter,
             SwingChart::tr("%1 better →").arg(decision.alternatives[analysis.second].name),
             look.caption, look.tokens.text2);
    const double half = 24 * u;
    const double nowText = std::clamp(now, axis.left() + 110 * u, axis.right() - 110 * u);
    if (std::abs(nowText - tie) > half)
        drawText(painter, QRectF(tie - half, axis.top(), 2 * half, axis.height()), Qt::AlignCenter,
                 SwingChart::tr("tie"), look.caption, look.tokens.text2);
    drawText(painter, QRectF(nowText - half, axis.top(), 2 * half, axis.height()), Qt::AlignCenter,
             SwingChart::tr("now"), look.caption, look.tokens.text);
}

QString swingText(const decision::Decision &decision, std::size_t need,
                  const decision::Swing &swing)
{
    if (!swing.tieWeight)
        return decision.alternatives.size() > 2 ? SwingChart::tr("never flips these two")
                                                : SwingChart::tr("never flips alone");
    const bool atEdge =
        *swing.tieWeight < kEdge || *swing.tieWeight > decision::kGreatestWeight - kEdge;
    return (atEdge ? SwingChart::tr("ties at %1 (now %2)") : SwingChart::tr("flips at %1 (now %2)"))
        .arg(QLocale().toString(*swing.tieWeight, 'f', 1),
             QLocale().toString(decision.needs[need].weight, 'g', 3));
}

} // namespace

double swingsHeight(std::size_t needs, const ChartLook &look)
{
    return (double(needs) * kRow + kAxis) * look.unit;
}

void paintSwings(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                 const decision::Analysis &analysis, const ChartLook &look)
{
    if (analysis.standings.size() < 2 || analysis.swings.empty())
        return;
    const double u = look.unit;
    const Columns columns = columnsOf(rect, analysis, u);
    const QColor firstColour =
        theme::seriesLook(decision.alternatives[analysis.first].series, look.tokens).colour;
    const QColor secondColour =
        theme::seriesLook(decision.alternatives[analysis.second].series, look.tokens).colour;
    painter.setPen(QPen(look.tokens.line, u));
    for (int i = 0; i < kGridLines; ++i) {
        const double x = columns.plot.left() + columns.plot.width() * i / (kGridLines - 1);
        painter.drawLine(QPointF(x, columns.plot.top()), QPointF(x, columns.plot.bottom()));
    }
    double top = columns.plot.top();
    for (const std::size_t need : widestFirst(analysis)) {
        const decision::Swing &swing = analysis.swings[need];
        const QColor textColour = crosses(swing) ? look.tokens.text : look.tokens.text2;
        drawText(painter, QRectF(rect.left(), top, columns.labelWidth - 8 * u, kRow * u),
                 Qt::AlignVCenter, decision.needs[need].name, look.label, textColour);
        paintSpan(painter, columns, swing, top + (kRow - kBar) * u / 2, kBar * u, firstColour,
                  secondColour);
        drawText(painter, QRectF(columns.textLeft, top, rect.right() - columns.textLeft, kRow * u),
                 Qt::AlignVCenter, swingText(decision, need, swing), look.number,
                 look.tokens.text2);
        top += kRow * u;
    }
    paintAxis(painter, columns, decision, analysis, look);
}

QString swingsText(const decision::Decision &decision, const decision::Analysis &analysis)
{
    QStringList parts;
    for (const std::size_t need : widestFirst(analysis))
        parts.append(decision.needs[need].name + QStringLiteral(": ") +
                     swingText(decision, need, analysis.swings[need]));
    return parts.join(QStringLiteral("; "));
}

} // namespace weighbridge::charts
