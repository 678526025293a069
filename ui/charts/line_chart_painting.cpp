// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of LineChart that paint: grid, band, markers, names at the ends, crosshair.
#include "ui/charts/chart_look.h"
#include "ui/charts/end_labels.h"
#include "ui/charts/line_chart.h"
#include "ui/theme/series.h"
#include "ui/theme/typography.h"

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QPainter>

#include <algorithm>

namespace weighbridge::charts
{

namespace
{
using theme::TextRole;

constexpr double kTickGap = 8;
constexpr double kLabelGap = 12;       // between a line's end and its name
constexpr double kLabelDistance = 3.5; // between two names, beside the font's height
constexpr double kMarker = 4;
constexpr double kPointMarker = 3;
constexpr double kLeastTickDistance = 44;

double widestName(const std::vector<ChartLine> &lines, const QFont &font)
{
    double width = 0;
    for (const ChartLine &line : lines)
        width = std::max(width, textWidth(line.name, font));
    return width;
}

QFont endFont()
{
    QFont font = theme::font(TextRole::caption);
    font.setWeight(QFont::DemiBold);
    return font;
}
} // namespace

void LineChart::placePlotArea()
{
    const QFont tickFont = theme::numberFont(TextRole::caption);
    const double lineHeight = QFontMetricsF(tickFont).height();
    double left = 0;
    for (const double tick : m_vertical.ticks)
        left = std::max(left, textWidth(shortNumber(tick), tickFont));
    const double right =
        m_lines.empty() ? 2 * kLabelGap : kLabelGap + widestName(m_lines, endFont()) + kTickGap / 2;
    const QRectF area(left + kTickGap, lineHeight / 2,
                      viewport()->width() - left - kTickGap - right,
                      viewport()->height() - 2 * lineHeight - kTickGap / 2);
    if (area.width() <= 0 || area.height() <= 0 || area == chart()->plotArea())
        return;
    chart()->setPlotArea(area);
    chart()->layout()->invalidate();
    chart()->layout()->activate();
}

void LineChart::drawBackground(QPainter *painter, const QRectF &)
{
    paintBand(*painter);
    paintGrid(*painter);
}

void LineChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF area = chart()->plotArea();
    const bool empty = std::all_of(m_lines.begin(), m_lines.end(),
                                   [](const ChartLine &line) { return line.points.empty(); });
    if (empty) {
        painter->setFont(theme::font(TextRole::label));
        painter->setPen(theme::tokens().text2);
        painter->drawText(area, int(Qt::AlignCenter | Qt::TextWordWrap), m_emptyText);
        return;
    }
    paintCrosshair(*painter);
    paintMarkers(*painter);
    paintEndLabels(*painter);
}

void LineChart::paintBand(QPainter &painter) const
{
    if (m_bandEnd <= 0)
        return;
    const QRectF area = chart()->plotArea();
    const double right = std::min(position({m_bandEnd, m_vertical.low}).x(), area.right());
    const QRectF band(area.left(), area.top(), right - area.left(), area.height());
    painter.fillRect(band, theme::tokens().sunken);
    const QFont font = theme::font(TextRole::caption);
    if (textWidth(m_bandName, font) + kTickGap < band.width())
        drawText(painter, band.adjusted(0, 0, -kTickGap / 2, -kTickGap / 2),
                 Qt::AlignRight | Qt::AlignBottom, m_bandName, font, theme::tokens().text2);
}

void LineChart::paintGrid(QPainter &painter) const
{
    const theme::Tokens &tokens = theme::tokens();
    const QRectF area = chart()->plotArea();
    const QFont font = theme::numberFont(TextRole::caption);
    const double lineHeight = QFontMetricsF(font).height();
    painter.setPen(QPen(tokens.line, 1));
    for (const double tick : m_vertical.ticks) {
        const double y = position({m_horizontal.low, tick}).y();
        painter.setPen(QPen(tokens.line, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        drawText(painter, QRectF(0, y - lineHeight / 2, area.left() - kTickGap, lineHeight),
                 Qt::AlignRight | Qt::AlignVCenter, shortNumber(tick), font, tokens.text2);
    }
    double last = -kLeastTickDistance;
    for (std::size_t i = 0; i < m_horizontal.ticks.size(); ++i) {
        const double x = position({m_horizontal.ticks[i], m_vertical.low}).x();
        painter.setPen(QPen(tokens.line, 1));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + kTickGap / 2));
        if (x - last < kLeastTickDistance)
            continue;
        last = x;
        const QRectF label(x - kLeastTickDistance, area.bottom() + kTickGap / 2,
                           2 * kLeastTickDistance, lineHeight);
        drawText(painter, label, Qt::AlignHCenter | Qt::AlignVCenter, m_horizontal.labels[i], font,
                 tokens.text2);
    }
}

void LineChart::paintMarkers(QPainter &painter) const
{
    const theme::Tokens &tokens = theme::tokens();
    for (const ChartLine &line : m_lines) {
        if (line.points.empty())
            continue;
        const theme::SeriesLook look = theme::seriesLook(line.id, tokens);
        if (line.markers) {
            for (const QPointF &point : line.points)
                theme::drawMarker(painter, look, position(point), kPointMarker,
                                  theme::MarkerFill::filled, tokens.surface);
        }
        theme::drawMarker(painter, look, position(line.points.back()), kMarker,
                          theme::MarkerFill::filled, tokens.surface);
    }
}

void LineChart::paintEndLabels(QPainter &painter) const
{
    const theme::Tokens &tokens = theme::tokens();
    const QRectF area = chart()->plotArea();
    const QFont font = endFont();
    const double height = QFontMetricsF(font).height();
    std::vector<const ChartLine *> named;
    std::vector<double> wanted;
    for (const ChartLine &line : m_lines) {
        if (line.points.empty())
            continue;
        named.push_back(&line);
        wanted.push_back(position(line.points.back()).y());
    }
    const std::vector<double> placed =
        spreadLabels(wanted, height * 0.75 + kLabelDistance, area.top(), area.bottom());
    for (std::size_t i = 0; i < named.size(); ++i) {
        const QColor colour = theme::seriesLook(named[i]->id, tokens).colour;
        const QPointF end = position(named[i]->points.back());
        const QPointF label(area.right() + kLabelGap, placed[i]);
        const bool endsEarly = area.right() - end.x() > 2 * kMarker;
        painter.setPen(QPen(theme::withOpacity(colour, 0.5), 1,
                            endsEarly ? Qt::DotLine : Qt::SolidLine));
        if (endsEarly || std::abs(placed[i] - wanted[i]) > 1) {
            const QPointF knee(area.right() + 2, end.y());
            if (endsEarly)
                painter.drawLine(end + QPointF(kMarker + 2, 0), knee);
            painter.drawLine(knee, label - QPointF(3, 0));
        }
        drawText(painter, QRectF(label.x(), label.y() - height / 2, 200, height), Qt::AlignVCenter,
                 named[i]->name, font, theme::readable(colour, tokens.surface));
    }
}

void LineChart::paintCrosshair(QPainter &painter) const
{
    if (!m_crosshair)
        return;
    const theme::Tokens &tokens = theme::tokens();
    const QRectF area = chart()->plotArea();
    const double x = position({*m_crosshair, m_vertical.low}).x();
    painter.setPen(QPen(tokens.control, 1));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    for (const ChartLine &line : m_lines) {
        if (const auto point = pointNear(line, *m_crosshair))
            theme::drawMarker(painter, theme::seriesLook(line.id, tokens), position(*point),
                              kMarker, theme::MarkerFill::filled, tokens.surface);
    }
}

} // namespace weighbridge::charts
