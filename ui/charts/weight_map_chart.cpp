// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/weight_map_chart.h"

#include "core/decision/model/value_text.h"
#include "ui/charts/weight_regions.h"
#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace weighbridge::charts
{

namespace
{
constexpr double kHeight = 340;
constexpr double kCorner = 24; ///< room for a corner's label above and below
constexpr double kTint = 0.3;  ///< of the leader's colour over the surface
constexpr double kMarker = 6;
constexpr double kLabelRegion = 0.02; ///< smaller regions go without a name

struct WeightMapChart {
    Q_DECLARE_TR_FUNCTIONS(WeightMapChart)
};

/// Share of the triangle that each alternative leads in.
std::vector<double> regions(const decision::Decision &decision, const decision::WeightMap &map)
{
    std::vector<double> share(decision.alternatives.size(), 0.0);
    for (const decision::WeightMap::Point &point : map.points) {
        if (point.leader)
            share[*point.leader] += 1 / double(map.points.size());
    }
    return share;
}

void paintRegions(QPainter &painter, const decision::Decision &decision,
                  const decision::WeightMap &map, const WeightTriangle &triangle,
                  const ChartLook &look)
{
    const WeightRegions regions =
        weightRegions(map, decision.alternatives.size(),
                      [&](const auto &parts) { return triangle.pointOf(parts); });
    for (std::size_t i = 0; i < regions.areas.size(); ++i) {
        const QColor series =
            theme::seriesLook(decision.alternatives[i].series, look.tokens).colour;
        painter.fillPath(regions.areas[i], theme::mixed(series, look.tokens.surface, kTint));
    }
    painter.fillPath(regions.tie, look.tokens.empty);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.tokens.surface, 2 * look.unit));
    painter.drawPath(regions.borders);
    QPainterPath outline;
    const auto &corners = triangle.corners();
    outline.addPolygon(QPolygonF({corners[0], corners[1], corners[2], corners[0]}));
    painter.setPen(QPen(look.tokens.control, look.unit));
    painter.drawPath(outline);
}

/// The point of a region that is nearest to the region's middle.
QPointF labelPoint(const decision::WeightMap &map, const WeightTriangle &triangle,
                   std::size_t alternative)
{
    QPointF middle;
    int count = 0;
    for (const decision::WeightMap::Point &point : map.points) {
        if (point.leader == alternative) {
            middle += triangle.pointOf(point.parts);
            ++count;
        }
    }
    middle /= count;
    QPointF best = middle;
    double nearest = std::numeric_limits<double>::max();
    for (const decision::WeightMap::Point &point : map.points) {
        const QPointF at = triangle.pointOf(point.parts);
        const double distance = QLineF(at, middle).length();
        if (point.leader == alternative && distance < nearest) {
            nearest = distance;
            best = at;
        }
    }
    return best;
}

void paintCorner(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
                 const QString &name, double part, const ChartLook &look)
{
    drawText(painter, rect, alignment | Qt::AlignVCenter,
             QStringLiteral("%1 %2").arg(name, decision::shareText(part)), look.label,
             look.tokens.text);
}
} // namespace

WeightTriangle::WeightTriangle(const QRectF &rect, const ChartLook &look)
{
    const double margin = kCorner * look.unit;
    const double height =
        std::min(rect.height() - 2 * margin, rect.width() * std::sqrt(3.0) / 2 - 2 * kMarker);
    const double side = height * 2 / std::sqrt(3.0);
    const QPointF top(rect.center().x(), rect.top() + margin);
    m_corners = {top, top + QPointF(-side / 2, height), top + QPointF(side / 2, height)};
}

QPointF WeightTriangle::pointOf(const std::array<double, 3> &parts) const
{
    return m_corners[0] * parts[0] + m_corners[1] * parts[1] + m_corners[2] * parts[2];
}

std::array<double, 3> WeightTriangle::partsAt(const QPointF &point) const
{
    const double height = m_corners[1].y() - m_corners[0].y();
    const double side = m_corners[2].x() - m_corners[1].x();
    std::array<double, 3> parts{};
    parts[0] = 1 - (point.y() - m_corners[0].y()) / height;
    parts[2] = (point.x() - m_corners[1].x()) / side - parts[0] / 2;
    parts[1] = 1 - parts[0] - parts[2];
    double sum = 0;
    for (double &part : parts) {
        part = std::clamp(part, 0.0, 1.0);
        sum += part;
    }
    for (double &part : parts)
        part /= sum;
    return parts;
}

double weightMapHeight(const ChartLook &look)
{
    return kHeight * look.unit;
}

void paintWeightMap(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                    const decision::WeightMap &map, const ChartLook &look)
{
    if (map.points.empty())
        return;
    const double u = look.unit;
    const WeightTriangle triangle(rect, look);
    const auto &corners = triangle.corners();
    paintRegions(painter, decision, map, triangle, look);

    const std::vector<double> shares = regions(decision, map);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] < kLabelRegion)
            continue;
        const QPointF at = labelPoint(map, triangle, i);
        const QString &name = decision.alternatives[i].name;
        const double width = textWidth(name, look.strong) + 2 * u;
        const QColor colour =
            theme::seriesLook(decision.alternatives[i].series, look.tokens).colour;
        drawText(painter, QRectF(at.x() - width / 2, at.y() - 10 * u, width, 20 * u),
                 Qt::AlignCenter, name, look.strong,
                 theme::readable(colour, theme::mixed(colour, look.tokens.surface, kTint)));
    }

    const auto nameOf = [&](std::size_t corner) { return decision.needs[map.needs[corner]].name; };
    const double bottom = corners[1].y() + 2 * u;
    paintCorner(painter, QRectF(rect.left(), rect.top(), rect.width(), kCorner * u - 2 * u),
                Qt::AlignHCenter, nameOf(0), map.now[0], look);
    const QRectF below(rect.left(), bottom, rect.width() / 2, kCorner * u - 2 * u);
    const double half = std::min(below.width(), corners[2].x() - corners[0].x() + 60 * u);
    paintCorner(painter, QRectF(rect.center().x() - half, bottom, half - 4 * u, below.height()),
                Qt::AlignLeft, nameOf(1), map.now[1], look);
    paintCorner(painter, QRectF(rect.center().x() + 4 * u, bottom, half - 4 * u, below.height()),
                Qt::AlignRight, nameOf(2), map.now[2], look);

    painter.setPen(QPen(look.tokens.surface, 2 * u));
    painter.setBrush(look.tokens.ink);
    painter.drawEllipse(triangle.pointOf(map.now), kMarker * u, kMarker * u);
}

QString weightMapText(const decision::Decision &decision, const decision::WeightMap &map)
{
    if (map.points.empty())
        return {};
    QStringList parts;
    const std::vector<double> shares = regions(decision, map);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] > 0)
            parts.append(WeightMapChart::tr("%1 leads in %2 of the triangle")
                             .arg(decision.alternatives[i].name, decision::shareText(shares[i])));
    }
    QStringList now;
    for (std::size_t corner = 0; corner < map.now.size(); ++corner)
        now.append(QStringLiteral("%1 %2").arg(decision.needs[map.needs[corner]].name,
                                               decision::shareText(map.now[corner])));
    return WeightMapChart::tr("%1. Now: %2.")
        .arg(parts.join(QStringLiteral(", ")), now.join(QStringLiteral(", ")));
}

} // namespace weighbridge::charts
