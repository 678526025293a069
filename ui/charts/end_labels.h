// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace weighbridge::charts
{

/// Moves labels apart that would overlap: positions at least `gap` apart, in the order of
/// `wanted`'s values, within [low, high] where they fit, as near to where they were wanted as that
/// allows. Returns them parallel to `wanted`.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double> &wanted, double gap,
                                               double low, double high);

} // namespace weighbridge::charts
