// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

namespace weighbridge::decision
{

/// Level of a raw value on fixed anchors: level 1 at anchors.lowest, 5 at anchors.highest, linear
/// or logarithmic between, extrapolated beyond (never clipped: clipping biases the Monte Carlo).
/// Precondition: anchors distinct; raw and anchors > 0 where logarithmic.
[[nodiscard]] double levelOf(double raw, const Anchors &anchors);
/// Inverse of levelOf.
[[nodiscard]] double rawOf(double level, const Anchors &anchors);
/// Anchors from a requirement R: level 1 at R/4, level 5 at 4R, so that just meeting it is level 3.
[[nodiscard]] Anchors anchorsForRequirement(double requirement, const QString &unit,
                                            bool moreIsBetter);

} // namespace weighbridge::decision
