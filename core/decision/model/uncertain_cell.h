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

/// P(a standard draw ≤ x).
[[nodiscard]] double cumulative(DrawKind kind, double x);

/// With what a cell shares a part of its doubt.
enum class SharedDoubt {
    none,
    alternative, ///< judged: whoever overrates the alternative here overrates it elsewhere
    run,         ///< measured: the machine's drift during the run, in all figures of the need
};

/// Mean and variance.
struct Moments {
    double mean = 0;
    double variance = 0;
};

/// A rating as a random value: centre + scale × a standard draw, held within 1–5 where it is a raw
/// figure, whose value function has plateaus there.
struct UncertainCell {
    std::optional<DrawKind> kind; ///< nullopt: known exactly
    double centre = 0;            ///< on the axis; beyond 1–5 on a plateau
    double scale = 0;
    bool hasPlateaus = false;
    SharedDoubt shared = SharedDoubt::none;
    double sharedPart = 0; ///< of the variance, 0–1

    /// What the rating counts as where it is taken as it is.
    [[nodiscard]] double level() const;
    /// Whether some of the distribution lies on a plateau. Student's t has no end; what lies beyond
    /// a thousandth of it does not count.
    [[nodiscard]] bool reachesPlateau() const;
    /// Of the value, plateaus included. Below three degrees of freedom Student's t has no variance;
    /// the normal's stands in.
    [[nodiscard]] Moments moments() const;
    [[nodiscard]] double variance() const { return moments().variance; }
    /// P(value ≥ level), level within 1–5.
    [[nodiscard]] double chanceAtLeast(double level) const;
    /// The sum of many such cells is practically normal.
    [[nodiscard]] bool isLightTailed() const
    {
        return kind && kind->shape != DrawKind::Shape::studentT && !reachesPlateau();
    }
};

/// Judged: triangular, in levels or, of an estimated figure, on the axis of the value function;
/// unknown: uniform over the scale; measured: Student's t, or the normal of its prior noise after a
/// single run.
[[nodiscard]] UncertainCell uncertainCell(const Decision &decision, std::size_t need,
                                          std::size_t alternative);

} // namespace weighbridge::decision
