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
/// The same of a result: of frameworks the family first ("A Go framework, clearly; which one is
/// open"), and in the same breath whether it rests on opinion or on a must-have that may fail.
[[nodiscard]] QString headlineText(const Decision &decision, const Analysis &analysis);
/// A tie, or a leader (or its family) below 60 %.
[[nodiscard]] bool isTooCloseToCall(const Analysis &analysis);

/// The score of an alternative; with its range where ratings are unknown: "3.50 (2.50–4.50)".
[[nodiscard]] QString scoreText(const Standing &standing);
/// Flips that can be, and one line that counts those that cannot.
[[nodiscard]] std::vector<QString> changesText(const Analysis &analysis);
/// Who may still be ahead of the leader, and who is surely behind, one sentence each.
[[nodiscard]] std::vector<QString> tiersText(const Decision &decision, const Analysis &analysis);

/// "Moving AI / ML integration from 4 to 6 would flip it." and the like.
[[nodiscard]] QString flipSentence(const Decision &decision, const Flip &flip, std::size_t leader);

/// For whom `alternative` is best: its central weights against the set ones, in words. Empty where
/// it never is.
[[nodiscard]] QString centralWeightsText(const Decision &decision, const Analysis &analysis,
                                         std::size_t alternative);

/// State, headline and sentence; everything else of `analysis` must be there already.
[[nodiscard]] Verdict verdictOf(const Decision &decision, const Analysis &analysis);

} // namespace weighbridge::decision
