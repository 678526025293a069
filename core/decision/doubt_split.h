// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/analysis.h"
#include "core/decision/scoring.h"

namespace weighbridge::decision
{

/// P(`leader` is best) with one kind of input in doubt at a time, beside `chance` with all of them.
/// Common random draws.
[[nodiscard]] DoubtSplit splitDoubt(const Decision &decision, const ScoreTable &table,
                                    std::size_t leader, double chance, int draws);

} // namespace weighbridge::decision
