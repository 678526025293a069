// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace weighbridge::decision
{

/// Φ.
[[nodiscard]] double normalCdf(double z);

/// Chance of being the greatest of independent normal values, by one-dimensional quadrature
/// ∫ φ_i Π_{j≠i} Φ_j. A standard deviation of 0 is a point mass; equal point masses share. Sums
/// to 1.
[[nodiscard]] std::vector<double> chanceOfBeingGreatest(const std::vector<double> &means,
                                                        const std::vector<double> &deviations);

} // namespace weighbridge::decision
