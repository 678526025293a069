// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/decision.h"

#include <vector>

namespace weighbridge::decision
{

/// Scores closer than this are equal.
inline constexpr double kScoreTolerance = 1e-9;

/// The numbers of a decision, laid out for arithmetic: n needs × m alternatives.
struct ScoreTable {
    std::size_t needs = 0;
    std::size_t alternatives = 0;
    std::vector<double> weights; ///< raw, 0–10
    std::vector<double> shares;  ///< weights ÷ their sum; all 0 where the sum is 0
    std::vector<double> levels;  ///< row per need; unknown cells at the middle of the scale
    double weightSum = 0;

    [[nodiscard]] double level(std::size_t need, std::size_t alternative) const
    {
        return levels[need * alternatives + alternative];
    }
};

/// Precondition: firstDefect(decision) is empty. An unknown cell is uniform over the scale, so its
/// expectation is the middle; Standing's lowest and highest score tell how far that carries.
[[nodiscard]] ScoreTable scoreTable(const Decision &decision);

/// V_i = Σ_j w_j v_ij of the additive value model, on the level scale.
[[nodiscard]] std::vector<double> scores(const ScoreTable &table);
/// The same with every unknown cell at one level.
[[nodiscard]] std::vector<double> scoresWithUnknownsAt(const Decision &decision,
                                                       const ScoreTable &table, double level);

/// Indices of alternatives, best first; equal scores (kScoreTolerance) stable by name.
[[nodiscard]] std::vector<std::size_t> ranking(const Decision &decision,
                                               const std::vector<double> &scores);
/// 1,1,3 for ties; parallel to alternatives.
[[nodiscard]] std::vector<int> ranks(const std::vector<std::size_t> &order,
                                     const std::vector<double> &scores);

/// What each need adds to first − second: share × (v_first − v_second); they add up to it.
[[nodiscard]] std::vector<double> contributions(const ScoreTable &table, std::size_t first,
                                                std::size_t second);

} // namespace weighbridge::decision
