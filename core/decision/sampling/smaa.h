// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/sampling/sampler.h"

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
    int draws = 0;
    bool operator==(const Acceptability &) const = default;
};

/// Precondition: a sound decision with at least one candidate and one weight. Common random draws,
/// the same bits for the same decision. Alternatives that are excluded take no rank.
[[nodiscard]] Acceptability acceptability(const Decision &decision, int draws = 10'000);

/// P(`alternative` first) among the candidates, with only some of the inputs in doubt.
[[nodiscard]] double chanceOfFirst(const Decision &decision, const ScoreTable &table,
                                   Uncertain uncertain, std::size_t alternative, int draws);

} // namespace weighbridge::decision
