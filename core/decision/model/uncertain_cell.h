// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <optional>

namespace weighbridge::decision
{

/// A standardised distribution.
struct DrawKind {
    enum class Shape { triangular, uniform, normal, studentT };

    Shape shape = Shape::normal;
    int degreesOfFreedom = 0; ///< studentT
    bool operator==(const DrawKind &) const = default;
};

/// A rating as a random value: centre + scale × a standard draw.
struct UncertainCell {
    std::optional<DrawKind> kind; ///< nullopt: known exactly
    double centre = 0;
    double scale = 0;

    /// Below three degrees of freedom Student's t has no variance; the normal's stands in.
    [[nodiscard]] double variance() const;
    /// The sum of many such cells is practically normal.
    [[nodiscard]] bool isLightTailed() const
    {
        return kind && kind->shape != DrawKind::Shape::studentT;
    }
};

/// Judged: triangular; unknown: uniform over the scale; measured: Student's t, or the normal of its
/// prior noise after a single run.
[[nodiscard]] UncertainCell uncertainCell(const Rating &rating, Doubt doubt);

} // namespace weighbridge::decision
