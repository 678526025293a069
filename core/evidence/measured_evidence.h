// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"
#include "core/results/run_choice.h"

#include <QStringList>

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

/// What the runs suggest for the decision. Nothing changes until it is applied.
struct Proposals {
    std::vector<RatingProposal> ratings;
    std::vector<QString> sizingRuns; ///< ids: capacity reckons with these once they are applied
    /// What is to be known beforehand, one sentence each: figures from different runs, newer runs
    /// that do not count.
    QStringList remarks;
    [[nodiscard]] bool isEmpty() const { return ratings.empty() && sizingRuns.empty(); }
};

/// From the run that counts for each need, see results::chooseRun(). The figure of each target
/// (results::summaryOf) with Student-t spread (df = rounds − 1; one round: prior CV 10 %; counted
/// quantities: none), put through the need's value function; wider by the spread between runs for a
/// figure of another run than most have. Alternatives with several targets take the best valid one.
[[nodiscard]] Proposals
propose(const decision::Decision &decision, const results::Runs &runs,
        results::InvalidResults invalid = results::InvalidResults::leaveOut);

/// Without those that the decision holds already.
[[nodiscard]] Proposals newsIn(Proposals proposals, const decision::Decision &decision);

[[nodiscard]] decision::Decision withProposals(decision::Decision decision,
                                               const Proposals &proposals);

} // namespace weighbridge::evidence
