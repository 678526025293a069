// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/analysis.h"

#include <vector>

namespace weighbridge::decision
{

/// The cells that are most worth knowing, most valuable first, in words: "Measure this next: …"
/// where a workload rates the need, "Settle this next: …" elsewhere. Few, and none that would not
/// matter.
[[nodiscard]] std::vector<OpenQuestion> openQuestions(const Decision &decision);

} // namespace weighbridge::decision
