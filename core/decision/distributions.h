// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/random_stream.h"

#include <vector>

namespace weighbridge::decision
{

/// Φ.
[[nodiscard]] double normalCdf(double z);

/// Symmetric triangular on [−1, 1] by its inverse distribution function.
[[nodiscard]] double standardTriangular(double uniform);

/// Gamma(shape, 1), shape > 0. Marsaglia & Tsang, ACM TOMS 26(3), 2000, always through shape + 1:
/// for the same draw the value then changes continuously with the shape but for the rare rejection,
/// which keeps a dragged weight from flickering.
[[nodiscard]] double gammaVariate(double shape, RandomStream &stream);

/// Student's t with `degreesOfFreedom` ≥ 1.
[[nodiscard]] double studentT(int degreesOfFreedom, RandomStream &stream);

/// Chance of being the greatest of independent normal values, by one-dimensional quadrature
/// ∫ φ_i Π_{j≠i} Φ_j. A standard deviation of 0 is a point mass; equal point masses share. Sums
/// to 1.
[[nodiscard]] std::vector<double> chanceOfBeingGreatest(const std::vector<double> &means,
                                                        const std::vector<double> &deviations);

} // namespace weighbridge::decision
