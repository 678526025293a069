// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"

#include <QString>

#include <vector>

namespace weighbridge::decision
{

/// By the leader's chance: below 60 % too close to call, below 75 % narrowly, below 92 % the better
/// fit, else clearly.
[[nodiscard]] QString headlineText(const QString &leader, double chance);

/// "Moving AI / ML integration from 4 to 6 would flip it." and the like.
[[nodiscard]] QString flipSentence(const Decision &decision, const Flip &flip, std::size_t leader);

/// For whom `alternative` is best: its central weights against the set ones, in words. Empty where
/// it never is.
[[nodiscard]] QString centralWeightsText(const Decision &decision, const Analysis &analysis,
                                         std::size_t alternative);

/// State, headline and sentence; everything else of `analysis` must be there already.
[[nodiscard]] Verdict verdictOf(const Decision &decision, const Analysis &analysis);

/// Remarks on the table: duplicates, needs that do not tell alternatives apart, unknown and
/// extrapolated ratings, single runs.
[[nodiscard]] std::vector<QString> notesOn(const Decision &decision);

} // namespace weighbridge::decision
