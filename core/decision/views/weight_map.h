// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <array>
#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// Who leads for every division of weight between three needs, the others as they are. Corners of
/// the triangle: all of the three needs' weight on one of them.
struct WeightMap {
    struct Point {
        std::array<double, 3> parts{};     ///< of the three needs' common weight; sum 1
        std::optional<std::size_t> leader; ///< none at a tie
        double lead = 0;                   ///< score of the leader less that of the next
        bool operator==(const Point &) const = default;
    };
    std::array<std::size_t, 3> needs{};
    int steps = 0;               ///< a side has steps + 1 points
    std::vector<Point> points;   ///< row by row from the first corner: row r has r + 1 points
    std::array<double, 3> now{}; ///< the present weights; all 0 where the three have none
    bool operator==(const WeightMap &) const = default;
};

/// Exact. Precondition: three different needs, steps ≥ 1. No points where the weights do not rank.
[[nodiscard]] WeightMap weightMap(const Decision &decision, const std::array<std::size_t, 3> &needs,
                                  int steps = 40);

/// The three needs that matter most for the picture: those with the largest contributions between
/// leader and runner-up. Fewer than three needs: empty.
[[nodiscard]] std::optional<std::array<std::size_t, 3>> needsToMap(const Decision &decision);

} // namespace weighbridge::decision
