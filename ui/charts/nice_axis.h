// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

#include <vector>

namespace weighbridge::charts
{

enum class Scale { logarithmic, linear };

/// Where an axis begins and ends and which values it names.
struct NiceAxis {
    double low = 0;
    double high = 1;
    std::vector<double> ticks; ///< ascending, within [low, high]
};

/// From 0 to a round number at or above `high`, with about `count` round ticks.
[[nodiscard]] NiceAxis niceLinearAxis(double high, int count);
/// From the decade at or below `low` to 1, 2 or 5 times a decade at or above `high`; decades are
/// named. Values ≤ 0 are taken as missing.
[[nodiscard]] NiceAxis niceLogAxis(double low, double high);

/// "950", "1k", "100k", "1.5M"; "0.5" below 1. In the user's locale.
[[nodiscard]] QString shortNumber(double value);

/// At most `most` points: of each bucket the least and the greatest, in their order, so that no
/// peak is lost. `points` ascend in x.
[[nodiscard]] std::vector<QPointF> thinned(const std::vector<QPointF> &points, std::size_t most);

} // namespace weighbridge::charts
