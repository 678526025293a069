// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace weighbridge::decision
{

/// How a difference d ≥ 0 turns into a preference between 0 and 1 (Brans, Vincke & Mareschal, EJOR
/// 24, 1986).
struct PreferenceFunction {
    enum class Kind { usual, indifference, linear, level, linearWithIndifference, gaussian };

    Kind kind = Kind::usual;
    double indifference = 0; ///< q
    double preference = 0;   ///< p
    double inflection = 0;   ///< s of the Gaussian

    [[nodiscard]] double preferenceOf(double difference) const;
};

struct PrometheeCriterion {
    enum class Direction { maximise, minimise };

    double weight = 1; ///< any scale; normalised
    PreferenceFunction preference;
    Direction direction = Direction::maximise;
};

/// PROMETHEE II: a second opinion, never a second headline.
struct PrometheeFlows {
    std::vector<std::vector<double>> preference; ///< π(a, b)
    std::vector<double> positive;                ///< φ⁺
    std::vector<double> negative;                ///< φ⁻
    std::vector<double> net;                     ///< φ = φ⁺ − φ⁻, sums to 0

    /// PROMETHEE I: each is better than the other in one of the two flows.
    [[nodiscard]] bool areIncomparable(std::size_t a, std::size_t b) const;
};

/// `values` has a row for each alternative and a column for each criterion. One alternative: φ = 0.
[[nodiscard]] PrometheeFlows prometheeFlows(const std::vector<std::vector<double>> &values,
                                            const std::vector<PrometheeCriterion> &criteria);

} // namespace weighbridge::decision
