// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace weighbridge::article
{

using Runs = std::vector<std::shared_ptr<const results::BenchmarkResult>>;

/// A figure that a run may hold: what was measured of whom under what.
struct MeasuredFigure {
    QString target;   ///< "gin"
    QString quantity; ///< id of a results::Quantity
    QString workload; ///< workload id
    bool operator==(const MeasuredFigure &) const = default;
};

/// What a claim says about the figures of a run. A claim may make several such comparisons.
struct ClaimCheck {
    MeasuredFigure a;
    std::optional<MeasuredFigure> b; ///< where set, a ÷ b is compared, else a itself
    std::optional<double> low;       ///< the claim says: not below this
    std::optional<double> high;      ///< … not above this
    /// The bounds are a published figure: any overlap with what was measured confirms it. Otherwise
    /// they are limits, and the whole interval must respect them.
    bool published = false;
    bool perCore = false;  ///< the bounds are for each core of the machine
    bool wholeRow = false; ///< name throughput, latency and memory together, as the article's table
    QString says; ///< what the claim means for this comparison, one sentence; empty where plain

    /// Without bounds the figures are shown and decide nothing.
    [[nodiscard]] bool decides() const { return low || high; }
    bool operator==(const ClaimCheck &) const = default;
};

enum class CheckOutcome {
    holds,
    contradicted,
    undecided, ///< the interval contains the limit
    shown,     ///< the check has no bounds
    notMeasured
};
[[nodiscard]] QString checkOutcomeName(CheckOutcome outcome); ///< "holds", …, "not_measured"

/// What a check found in the runs.
struct CheckFinding {
    CheckOutcome outcome = CheckOutcome::notMeasured;
    results::Interval value; ///< of the figure or of the ratio
    QString text;            ///< "Gin ÷ FastAPI, throughput (JSON): 5.97 (5.70–6.30)"
    QString reason;          ///< one sentence
    QString run;             ///< id of the run of `a`; empty where not measured
};

/// The run of a workload that stands for it: of the profile "production" before others, at
/// `connections` before others, then the newest. Null where none has a figure.
[[nodiscard]] std::shared_ptr<const results::BenchmarkResult>
bestRun(const Runs &runs, const QString &workload, int connections);

/// Looks for the newest run with valid results for the check: of the profile "production" before
/// others, at `connections` before others. Both figures of a ratio come from the same run where
/// they are of the same workload; its interval is the run's bootstrap interval, or the widest that
/// the two ranges allow. A run at a fixed rate says nothing about throughput and is left out there.
[[nodiscard]] CheckFinding evaluate(const ClaimCheck &check, const Runs &runs, int connections);

} // namespace weighbridge::article
