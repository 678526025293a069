// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"
#include "core/results/benchmark_result.h"

#include <memory>
#include <optional>
#include <vector>

namespace weighbridge::evidence
{

/// A rating that a measurement suggests. Nothing changes until it is applied.
struct RatingProposal {
    std::size_t need = 0;
    std::size_t alternative = 0;
    decision::Rating rating;      ///< with raw value, spread, source
    std::optional<double> before; ///< level now
    QString target;               ///< which target it comes from
    QString
        sentence; ///< "High-traffic API: Python 2.3 instead of 3, from 7,300 requests/s (FastAPI)"
    bool fromInvalid = false; ///< only where the user insisted
};

enum class InvalidResults { leaveOut, use };

/// The figure of each target (results::summaryOf) with Student-t spread (df = rounds − 1; one round:
/// prior CV 10 %; counted quantities: none), put through the need's value function. Alternatives with several targets take the best
/// valid one. Only needs whose workload and quantity `run` has measured are proposed.
[[nodiscard]] std::vector<RatingProposal>
proposeRatings(const decision::Decision &decision, const results::BenchmarkResult &run,
               InvalidResults invalid = InvalidResults::leaveOut);

/// The same from all runs of a project: each need takes the newest run that has something valid for
/// it. Runs of other machines than the newest's are left out.
[[nodiscard]] std::vector<RatingProposal>
proposeRatings(const decision::Decision &decision,
               const std::vector<std::shared_ptr<const results::BenchmarkResult>> &runs,
               InvalidResults invalid = InvalidResults::leaveOut);

[[nodiscard]] decision::Decision withProposals(decision::Decision decision,
                                               const std::vector<RatingProposal> &proposals);

} // namespace weighbridge::evidence
