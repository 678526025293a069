// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/weight_regions.h"

#include <QPolygonF>

#include <algorithm>

namespace weighbridge::charts
{

namespace
{

struct Corner {
    QPointF at;
    std::optional<std::size_t> leader;
    double lead = 0;
};

/// Where the lead changes between two corners with different leaders.
QPointF crossing(const Corner &a, const Corner &b)
{
    const double sum = a.lead + b.lead;
    return sum > 0 ? a.at + (b.at - a.at) * (a.lead / sum) : (a.at + b.at) / 2;
}

class Builder
{
public:
    explicit Builder(std::size_t alternatives)
    {
        m_regions.areas.resize(alternatives);
        for (QPainterPath &area : m_regions.areas)
            area.setFillRule(Qt::WindingFill);
        m_regions.tie.setFillRule(Qt::WindingFill);
    }

    void addCell(std::array<Corner, 3> cell)
    {
        // A corner where two tie belongs to the leader beside it, up to the corner itself.
        for (Corner &corner : cell) {
            for (const Corner &other : cell) {
                if (!corner.leader)
                    corner.leader = other.leader;
            }
        }
        const auto &[a, b, c] = cell;
        if (a.leader == b.leader && b.leader == c.leader)
            return add(a.leader, {a.at, b.at, c.at});
        if (b.leader == c.leader)
            return addDivided(a, b, c);
        if (a.leader == c.leader)
            return addDivided(b, c, a);
        if (a.leader == b.leader)
            return addDivided(c, a, b);
        addThree(a, b, c);
    }

    [[nodiscard]] const WeightRegions &regions() const { return m_regions; }

private:
    void add(std::optional<std::size_t> leader, QPolygonF polygon)
    {
        // All the same way round: between neighbours of opposite sense a hairline would be left.
        double area = 0;
        for (int i = 0; i < polygon.size(); ++i) {
            const QPointF &from = polygon[i];
            const QPointF &to = polygon[(i + 1) % polygon.size()];
            area += from.x() * to.y() - to.x() * from.y();
        }
        if (area < 0)
            std::reverse(polygon.begin(), polygon.end());
        polygon.append(polygon.first());
        (leader ? m_regions.areas[*leader] : m_regions.tie).addPolygon(polygon);
    }

    void addBorder(const QPointF &from, const QPointF &to)
    {
        m_regions.borders.moveTo(from);
        m_regions.borders.lineTo(to);
    }

    /// `lone` has another leader than the other two, who have the same.
    void addDivided(const Corner &lone, const Corner &next, const Corner &last)
    {
        const QPointF x = crossing(lone, next);
        const QPointF y = crossing(lone, last);
        add(lone.leader, {lone.at, x, y});
        add(next.leader, {x, next.at, last.at, y});
        addBorder(x, y);
    }

    void addThree(const Corner &a, const Corner &b, const Corner &c)
    {
        const QPointF ab = crossing(a, b);
        const QPointF bc = crossing(b, c);
        const QPointF ca = crossing(c, a);
        const QPointF middle = (ab + bc + ca) / 3;
        add(a.leader, {a.at, ab, middle, ca});
        add(b.leader, {b.at, bc, middle, ab});
        add(c.leader, {c.at, ca, middle, bc});
        for (const QPointF &edge : {ab, bc, ca})
            addBorder(edge, middle);
    }

    WeightRegions m_regions;
};

} // namespace

WeightRegions weightRegions(const decision::WeightMap &map, std::size_t alternatives,
                            const std::function<QPointF(const std::array<double, 3> &)> &pointOf)
{
    Builder builder(alternatives);
    const auto corner = [&](int row, int column) {
        const decision::WeightMap::Point &point =
            map.points[std::size_t(row * (row + 1) / 2 + column)];
        return Corner{pointOf(point.parts), point.leader, point.lead};
    };
    for (int row = 0; !map.points.empty() && row < map.steps; ++row) {
        for (int column = 0; column <= row; ++column) {
            builder.addCell(
                {corner(row, column), corner(row + 1, column), corner(row + 1, column + 1)});
            if (column < row)
                builder.addCell(
                    {corner(row, column), corner(row, column + 1), corner(row + 1, column + 1)});
        }
    }
    return builder.regions();
}

} // namespace weighbridge::charts
