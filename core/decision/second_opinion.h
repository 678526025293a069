// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/analysis.h"
#include "core/decision/scoring.h"

#include <optional>

namespace weighbridge::decision
{

/// PROMETHEE II over the candidates. A difference counts only beyond the noise of the two ratings,
/// q = 1.96·√2·se with se the need's mean standard error, and fully from one level on. `leader` is
/// that of the scores, none where they tie.
[[nodiscard]] SecondOpinion secondOpinion(const Decision &decision, const ScoreTable &table,
                                          std::optional<std::size_t> leader);

} // namespace weighbridge::decision
