// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/run_choice.h"

#include <QString>

#include <optional>
#include <vector>

namespace weighbridge::article
{

using results::Runs;

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
constexpr NameTable<CheckOutcome, 5> namesOf(CheckOutcome)
{
    return {{{CheckOutcome::holds, QLatin1String("holds")},
             {CheckOutcome::contradicted, QLatin1String("contradicted")},
             {CheckOutcome::undecided, QLatin1String("undecided")},
             {CheckOutcome::shown, QLatin1String("shown")},
             {CheckOutcome::notMeasured, QLatin1String("not_measured")}}};
}

/// What a check found in the runs.
struct CheckFinding {
    CheckOutcome outcome = CheckOutcome::notMeasured;
    results::Interval value; ///< of the figure or of the ratio
    QString text;            ///< "Gin ÷ FastAPI, throughput (JSON): 5.97 (5.70–6.30)"
    QString reason;          ///< one sentence
    QString run;             ///< id of the run of `a`; empty where not measured
    QString otherRun;        ///< of `b`, where it comes from another run; else empty
};

/// What the article's table of figures was measured with, as far as it says.
struct PublishedLoad {
    QString workload;
    int connections = 0; ///< users of a closed loop
    bool operator==(const PublishedLoad &) const = default;
};

/// Figures of the run that counts for those the check compares, see results::chooseRun(). The
/// interval of a ratio is that run's own, or the widest that the two ranges allow; figures from
/// different runs say so, and their interval is wider by the spread between runs. What is published
/// for `table` is compared only with what was measured under that load.
[[nodiscard]] CheckFinding evaluate(const ClaimCheck &check, const Runs &runs,
                                    const PublishedLoad &table);

} // namespace weighbridge::article
