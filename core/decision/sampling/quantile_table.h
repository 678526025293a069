// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/sampling/draw_kernels.h"

#include <array>

namespace weighbridge::decision
{

/// A distribution as a function of a standard normal: x(z) = F⁻¹(Φ(z)). One normal for each value,
/// continuous and monotone, so that the same draws follow a dragged weight without a flicker.
class QuantileTable
{
public:
    /// Gamma(shape, 1), shape > 0, by the differential equation of its quantile,
    /// dx/dz = φ(z)/f(x) (Steinbrecher & Shaw, European J. Appl. Math. 19, 2008).
    [[nodiscard]] static QuantileTable gamma(double shape);
    /// Symmetric triangular on [−1, 1].
    [[nodiscard]] static QuantileTable triangular();
    /// Uniform on [−1, 1].
    [[nodiscard]] static QuantileTable uniform();
    /// Student's t with `degreesOfFreedom` ≥ 1.
    [[nodiscard]] static QuantileTable studentT(int degreesOfFreedom);

    /// centre + scale · x(z), held within `least` and `greatest`.
    [[nodiscard]] QuantileTable heldWithin(double centre, double scale, double least,
                                           double greatest) const;
    /// x(z) = z.
    [[nodiscard]] static QuantileTable normal();

    /// kBlockDraws values from as many normals.
    void apply(const float *normals, float *target) const
    {
        lookUp(m_values.data(), normals, target);
    }

    /// z of point number `point`.
    [[nodiscard]] static constexpr double zOf(int point)
    {
        return static_cast<double>(point) / kTableStepsPerUnit - kTableReach;
    }
    [[nodiscard]] float at(int point) const { return m_values[static_cast<std::size_t>(point)]; }

private:
    std::array<float, kTableSteps + 1> m_values{};
};

} // namespace weighbridge::decision
