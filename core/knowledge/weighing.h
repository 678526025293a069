// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decision/model/decision.h"

#include <vector>

namespace weighbridge::knowledge
{

/// The decision with `weights` (any scale, parallel to needs), scaled so that the greatest is 10.
/// They count as set by hand. Precondition: none negative, at least one positive.
[[nodiscard]] decision::Decision withWeights(decision::Decision decision,
                                             const std::vector<double> &weights);

/// With the weights that follow from the judgements, and with the judgements, which are in force
/// until a weight changes (decision::judgementsHold). An error says what is missing.
[[nodiscard]] Result<decision::Decision>
withJudgements(decision::Decision decision, const decision::WeightJudgements &judgements);

/// The needs that carry weight with the bounds of their shares, for WeightModel::bounds: an error
/// says why no weights lie within them.
[[nodiscard]] Outcome checkBounds(const decision::Decision &decision);

} // namespace weighbridge::knowledge
