// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <utility>
#include <vector>

namespace weighbridge::decision
{

/// Every pair (a, b) where a is at least as good as b on every need that carries weight and better
/// on one. Unknown cells: only where the worst of a is no worse than the best of b.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>>
dominatingPairs(const Decision &decision);

} // namespace weighbridge::decision
