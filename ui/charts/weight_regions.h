// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/weight_map.h"

#include <QPainterPath>

#include <functional>
#include <vector>

namespace weighbridge::charts
{

/// The regions of a weight map as areas. Scores are linear between two points, so the border
/// between two leaders is exact; where three meet it is so up to the distance of the points.
struct WeightRegions {
    std::vector<QPainterPath> areas; ///< parallel to the alternatives
    QPainterPath tie;                ///< nobody leads
    QPainterPath borders;            ///< lines between two areas
};

/// `pointOf` places a division of the weight. Precondition: leaders are below `alternatives`.
[[nodiscard]] WeightRegions
weightRegions(const decision::WeightMap &map, std::size_t alternatives,
              const std::function<QPointF(const std::array<double, 3> &)> &pointOf);

} // namespace weighbridge::charts
