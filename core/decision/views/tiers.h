// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"
#include "core/decision/views/analysis.h"

#include <optional>

namespace weighbridge::decision
{

/// Sets Standing::tier from the leader down; order, pairwise chances and dominance must be there.
/// Chaining neighbour to neighbour would put a dominated alternative beside its dominator.
void addTiers(Analysis &analysis);

/// The family that leads, by itself and with all its members' chances; order and chances must be
/// there.
[[nodiscard]] std::optional<Family> familyOf(const Decision &decision, const ScoreTable &table,
                                             const Analysis &analysis);

} // namespace weighbridge::decision
