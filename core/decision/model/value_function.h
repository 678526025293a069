// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

namespace weighbridge::decision
{

/// Distinct, finite, and positive where logarithmic: what the functions below ask for.
[[nodiscard]] bool areUsable(const Anchors &anchors);

/// Level of a raw value on fixed anchors: 1 at anchors.lowest, 5 at anchors.highest, linear or
/// logarithmic between, level beyond: surplus over what is needed is worth nothing, and what is far
/// from enough cannot be worse (target-oriented value: Bordley & Kirkwood, Operations Research
/// 52(5), 2004). A raw value of 0 or less is beyond the end where less is, if logarithmic.
[[nodiscard]] double levelOf(double raw, const Anchors &anchors);
/// The same without the plateaus: where on the axis the figure lies. −∞ or ∞ for a raw value of 0
/// or less where logarithmic.
[[nodiscard]] double axisLevelOf(double raw, const Anchors &anchors);
/// Inverse of axisLevelOf.
[[nodiscard]] double rawOf(double level, const Anchors &anchors);
/// Levels per unit of the axis at `raw`: per unit of ln(raw), whatever the scale of the anchors.
[[nodiscard]] double slopeInLogarithm(double raw, const Anchors &anchors);
/// Level of a requirement that is just met, see anchorsForRequirement().
inline constexpr double kJustMet = 3;
/// Anchors from a requirement R: level 1 at R/4, level 5 at 4R, so that just meeting it is
/// kJustMet.
[[nodiscard]] Anchors anchorsForRequirement(double requirement, const QString &unit,
                                            bool moreIsBetter);

/// The rating with the level that the value function gives its raw figure; unchanged where it has
/// none, or the need has no usable anchors.
[[nodiscard]] Rating onAnchors(Rating rating, const std::optional<Anchors> &anchors);

/// Where a raw figure lies beyond the value function.
enum class Plateau { none, moreThanNeeded, farFromEnough };
[[nodiscard]] Plateau plateauOf(const Rating &rating, const std::optional<Anchors> &anchors);

} // namespace weighbridge::decision
