// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/analysis.h"
#include "core/decision/scoring.h"

#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// The shares of need `need` within which `leader` stays first, the other weights kept in
/// proportion: V_i(t) = t·v_ik + (1 − t)·r_i. Exact.
[[nodiscard]] WeightStability weightStability(const ScoreTable &table,
                                              const std::vector<double> &scores, std::size_t leader,
                                              std::size_t need);

/// The slider of `need` moved 0 → 10 with the other weights as they stand. Exact.
[[nodiscard]] Swing swing(const ScoreTable &table, std::size_t first, std::size_t second,
                          std::size_t need);

/// The whole weight nearest to the present one at which another alternative is strictly first.
struct WeightFlip {
    double weight = 0;
    std::size_t leader = 0; ///< who is first there
};
[[nodiscard]] std::optional<WeightFlip> wholeStepFlip(const ScoreTable &table, std::size_t leader,
                                                      std::size_t need);

/// The level of `alternative` on `need` at which first and second change places: the leader's
/// falls, the challenger's rises. Empty where the need carries no weight.
[[nodiscard]] std::optional<double> breakEvenLevel(const ScoreTable &table,
                                                   const std::vector<double> &scores,
                                                   std::size_t leader, std::size_t challenger,
                                                   std::size_t need, std::size_t alternative);

/// Smallest change of one share, not rebalanced, that makes `challenger` catch up: Triantaphyllou &
/// Sánchez, Decision Sciences 28(1), 1997. Not the same number as the stability interval. Empty
/// where no share ≥ 0 does it.
[[nodiscard]] std::optional<double> absoluteShareChange(const ScoreTable &table,
                                                        const std::vector<double> &scores,
                                                        std::size_t leader, std::size_t challenger,
                                                        std::size_t need);

} // namespace weighbridge::decision
