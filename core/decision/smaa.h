// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/decision.h"

#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// Stochastic multicriteria acceptability analysis, SMAA-2: Lahdelma & Salminen, Operations
/// Research 49(3), 2001; Tervonen & Lahdelma, EJOR 178, 2007.
struct Acceptability {
    /// b_i^r: P(alternative i takes rank r); ties share the places, so rows and columns sum to 1.
    std::vector<std::vector<double>> rank;
    /// w_i^c: mean weights (parallel to needs) of the worlds where i is first; none if it never is.
    std::vector<std::optional<std::vector<double>>> centralWeights;
    /// p_i^c: P(i first) at its own central weights; none where there are none.
    std::vector<std::optional<double>> confidence;
    double entropy = 0; ///< of b¹, in bits: 0 when one alternative always wins
    /// P(leader first) with only the ratings, and with only the weights, in doubt.
    double leaderChanceRatingsOnly = 0;
    double leaderChanceWeightsOnly = 0;
    std::size_t leader = 0;
    int draws = 0;
    bool operator==(const Acceptability &) const = default;
};

/// Precondition: a sound decision with at least one alternative and one weight. Common random
/// draws, the same bits for the same decision.
[[nodiscard]] Acceptability acceptability(const Decision &decision, int draws = 10'000);

} // namespace weighbridge::decision
