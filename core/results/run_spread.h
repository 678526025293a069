// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/run_conditions.h"

namespace weighbridge::results
{

/// How far runs of one plan lie apart on a machine.
struct RunSpread {
    double deviation = 0; ///< standard deviation of the natural logarithm of their medians
    int repeats = 0;      ///< degrees of freedom behind it; 0: assumed
    bool operator==(const RunSpread &) const = default;

    /// Of the difference between two runs: √2 × deviation.
    [[nodiscard]] double betweenTwo() const;
};

/// Assumed of a machine on which nothing was repeated: one launch after the other differed by 4 to
/// 9 % on a quiet virtual machine, by 16 % beside other work.
inline constexpr double kAssumedRunSpread = 0.10;

/// Pooled over all targets that several runs of `machine` measured under the same conditions in the
/// same version, all workloads together: √((s₀² + Σ(x − x̄)²) ÷ (1 + Σ(n − 1))), x the logarithm of
/// a run's median. The assumed spread s₀ counts as one degree of freedom, so that two runs that
/// agree by chance do not claim certainty. 0 for what is deployed: its size does not vary.
[[nodiscard]] RunSpread spreadBetweenRuns(const Runs &runs, const QString &machine,
                                          const QString &workload, const QString &quantity);

/// How much wider it makes ranges, and whether that was seen or is assumed. One sentence.
[[nodiscard]] QString spreadText(const RunSpread &spread);

/// The interval as it is for somebody who allows for `addedDeviation` of the natural logarithm
/// besides: half-widths on the logarithm add in squares. Unchanged where the median is not > 0.
[[nodiscard]] Interval widened(const Interval &interval, double addedDeviation);

} // namespace weighbridge::results
