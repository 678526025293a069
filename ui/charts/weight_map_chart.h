// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/weight_map.h"
#include "ui/charts/chart_look.h"

#include <QPointF>

#include <array>

namespace weighbridge::charts
{

/// Where the triangle of a weight map lies in `rect`: the first need's corner on top, the second
/// one's bottom left.
class WeightTriangle
{
public:
    WeightTriangle(const QRectF &rect, const ChartLook &look);

    [[nodiscard]] QPointF pointOf(const std::array<double, 3> &parts) const;
    /// The division at a point; outside the triangle the nearest one on its edge. Sums to 1.
    [[nodiscard]] std::array<double, 3> partsAt(const QPointF &point) const;
    [[nodiscard]] const std::array<QPointF, 3> &corners() const { return m_corners; }

private:
    std::array<QPointF, 3> m_corners;
};

/// Who leads at every division of weight between three needs, with its name in its region and a
/// marker at the present one.
void paintWeightMap(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                    const decision::WeightMap &map, const ChartLook &look);
[[nodiscard]] double weightMapHeight(const ChartLook &look);
/// "Go leads in 62% of the triangle, Python in 38%. Now: AI / ML 30%, …: Go leads by 0.21."
[[nodiscard]] QString weightMapText(const decision::Decision &decision,
                                    const decision::WeightMap &map);

} // namespace weighbridge::charts
