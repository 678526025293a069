// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"
#include "core/decision/model/decision.h"

#include <QString>

#include <array>

namespace weighbridge::decision
{

/// Share of Σ|contribution| to first − second by provenance, in the order of Provenance; all 0
/// where nothing contributes.
[[nodiscard]] std::array<double, 4> evidenceShare(const Decision &decision, const ScoreTable &table,
                                                  std::size_t first, std::size_t second);

/// More than half of it is judgement, one's own or the article's.
[[nodiscard]] bool isMostlyOpinion(const std::array<double, 4> &shares);

/// "62% measured, 38% the article": the strongest first. Empty where nothing tells the two apart.
[[nodiscard]] QString evidenceText(const std::array<double, 4> &shares);

} // namespace weighbridge::decision
