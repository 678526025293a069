// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <optional>
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
    /// Alternatives in the running, ascending: those that no must-have and no rule excludes.
    std::vector<std::size_t> candidates;

    /// Other weights on the same levels; shares and sum follow.
    void setWeights(std::vector<double> newWeights);
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

/// Weights parallel to the needs; needs that the list does not name have 0.
[[nodiscard]] std::vector<double> weightsByNeed(const Decision &decision,
                                                const std::vector<NeedWeight> &weights);

/// Indices of the candidates, best first; equal scores (kScoreTolerance) stable by name.
[[nodiscard]] std::vector<std::size_t> ranking(const Decision &decision, const ScoreTable &table,
                                               const std::vector<double> &scores);
/// The candidate that leads; none at a tie, without weights or without candidates.
[[nodiscard]] std::optional<std::size_t> soleLeader(const ScoreTable &table,
                                                    const std::vector<double> &scores);
/// 1,1,3 for ties; parallel to alternatives, 0 for those that `order` leaves out.
[[nodiscard]] std::vector<int> ranks(const std::vector<std::size_t> &order,
                                     const std::vector<double> &scores);

/// What each need adds to first − second: share × (v_first − v_second); they add up to it.
[[nodiscard]] std::vector<double> contributions(const ScoreTable &table, std::size_t first,
                                                std::size_t second);

} // namespace weighbridge::decision
