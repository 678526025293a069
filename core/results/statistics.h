// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <optional>
#include <span>
#include <vector>

namespace weighbridge::results
{

/// Rounds from which on a median gets a bootstrap interval: only then the range of the values holds
/// the true median in more than 95 of 100 cases (1 − 2·½ⁿ). Below, the range itself is given.
inline constexpr std::size_t kRoundsForInterval = 6;
/// Pairs from which on a ratio gets its interval from the bootstrap. Two can only be resampled to
/// themselves; they get Student's interval of the mean log ratio, which only large and steady
/// differences leave (t₀.₉₇₅ = 12.7 with one degree of freedom).
inline constexpr std::size_t kPairsForBootstrap = 3;

/// 0 where there are none.
[[nodiscard]] double median(std::vector<double> values);

/// Standard deviation ÷ mean, with n − 1; 0 for fewer than two values.
[[nodiscard]] double coefficientOfVariation(std::span<const double> values);

/// Of the mean: standard deviation ÷ √n. 0 for fewer than two values.
[[nodiscard]] double standardError(std::span<const double> values);

/// Median with the 95 % percentile interval of the bootstrap (Efron and Tibshirani 1993, ch. 13),
/// computed exactly over all resamples, so that the same values give the same interval everywhere.
/// Of one value low and high are the value: there is no interval.
[[nodiscard]] Interval bootstrapMedian(std::vector<double> values);

/// The interval `factor` times as wide about its median, on a logarithmic scale.
[[nodiscard]] Interval stretched(const Interval &interval, double factor);

/// a[i] ÷ b[i] over paired rounds: the geometric mean with the 95 % percentile interval of the
/// bootstrap of the mean log ratio, widened by √(n/(n−1))·t/z because the plain one is too narrow
/// for few pairs (Hesterberg 2015, "What Teachers Should Know About the Bootstrap", section 3.2:
/// with three pairs it would call a quarter of all equal targets different). Values that are not
/// positive leave their pair out. One pair says nothing about noise: it is never different, and has
/// no interval (low and high equal the ratio). `a`, `b` and `quantity` of the result are empty.
///
/// `floor` is what launches of one program agree on and another copy of it does not, as a relative
/// difference: no number of rounds sees it. Different is only what the whole interval puts beyond
/// it, and what could have been seen begins there.
[[nodiscard]] Ratio pairedRatio(std::span<const double> a, std::span<const double> b,
                                double floor = 0);

/// The same comparison as b ÷ a. Precondition: the ratio and its interval are above 0.
[[nodiscard]] Ratio inverse(const Ratio &ratio);

/// The smallest relative difference that a paired comparison of `pairs` with this standard
/// deviation of the log ratios finds in 80 of 100 cases at a level of 5 %: exp((t₀.₉₇₅ +
/// t₀.₈)·s/√n) − 1 (Cohen 1988). Empty for fewer than two pairs: nothing can be said.
[[nodiscard]] std::optional<double> detectableDifference(double logRatioDeviation,
                                                         std::size_t pairs);

} // namespace weighbridge::results
