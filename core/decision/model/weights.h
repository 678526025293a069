// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// Rank-order centroid weights (Barron & Barrett, Management Science 42(11), 1996):
/// w_(k) = (1/n) Σ_{l=k..n} 1/l. `ranks` are 1-based, one for each need; equal ranks share the mean
/// of the places they take. Sum to 1; empty for no needs.
[[nodiscard]] std::vector<double> rankOrderCentroid(const std::vector<int> &ranks);

/// Swing weights: the best swing has 100 points, the others relative to it. Normalised to sum 1;
/// an error names the point that is negative, not a number, or all of them being 0.
[[nodiscard]] Result<std::vector<double>> swingWeights(const std::vector<double> &points);

/// Pairwise judgements: entry (i, j) says how many times as important i is as j.
using JudgementMatrix = std::vector<std::vector<double>>;

/// Saaty's analytic hierarchy process, for weights only, never to rate alternatives.
struct PairwiseWeights {
    std::vector<double> weights; ///< Perron eigenvector, sum 1
    double lambdaMax = 0;
    double consistencyIndex = 0; ///< (λmax − n)/(n − 1)
    double consistencyRatio = 0; ///< CI ÷ RI, Saaty's 1980 table; 0 for n ≤ 2
    /// The three judgements that contradict each other most: max |ln a_ik + ln a_kj − ln a_ij|.
    std::optional<std::array<std::size_t, 3>> worstTriad;

    static constexpr double kAcceptableRatio = 0.10;
    [[nodiscard]] bool isConsistent() const { return consistencyRatio < kAcceptableRatio; }
};

/// At most ten needs (the table ends there). An error names the cell that is not positive or not
/// the reciprocal of its mirror.
[[nodiscard]] Result<PairwiseWeights> pairwiseWeights(const JudgementMatrix &judgements);

} // namespace weighbridge::decision
