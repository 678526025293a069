// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"
#include "core/decision/model/decision.h"

#include <QString>

#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// The verdict without one need.
struct WithoutNeed {
    std::size_t need = 0;
    std::optional<std::size_t> leader;
    double difference = 0; ///< of the scores of leader and runner-up as they are now
    bool operator==(const WithoutNeed &) const = default;
};

/// Stability of one need's weight, the others kept in proportion; shares of the total.
struct WeightStability {
    double low = 0; ///< the leader stays first for shares within [low, high]
    double high = 1;
    std::optional<std::size_t> takesLeadBelow; ///< alternative that would lead
    std::optional<std::size_t> takesLeadAbove;
    bool operator==(const WeightStability &) const = default;
};

/// The slider of one need moved 0 → 10, the other weights as they stand; leader against runner-up.
struct Swing {
    double differenceAtZero = 0; ///< first alternative − second, see Analysis::first/second
    double differenceAtTen = 0;
    std::optional<double> tieWeight;      ///< weight 0–10 of the nearest tie
    std::optional<std::size_t> takesLead; ///< who would lead beyond the tie
    bool operator==(const Swing &) const = default;
};

struct Contribution { ///< exact: they add up to the score difference
    std::size_t need = 0;
    double difference = 0; ///< share × (first − second)
    bool operator==(const Contribution &) const = default;
};

struct Flip {
    enum class Kind { weight, rating };

    Kind kind = Kind::weight;
    std::size_t need = 0;
    std::size_t alternative = 0; ///< whose rating; for a weight: who would take the lead
    double from = 0;
    double to = 0;
    std::optional<double> rawTo; ///< in the need's unit where it has anchors
    bool wholeStep = false;      ///< to is rounded to the next step that really flips
    bool plausible = true;       ///< false: outside the scale, "no plausible value changes this"
    QString sentence;
    bool operator==(const Flip &) const = default;
};

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

} // namespace weighbridge::decision
