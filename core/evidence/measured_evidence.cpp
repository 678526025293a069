// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/measured_evidence.h"

#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "core/results/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace weighbridge::evidence
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::evidence)
};

using results::BenchmarkResult;
using results::TargetResult;

/// Level and spread of a figure on the need's value function.
decision::Rating measuredRating(double raw, const results::LogNoise &noise,
                                const decision::Anchors &anchors)
{
    decision::Rating rating;
    rating.raw = raw;
    rating.level = decision::levelOf(raw, anchors);
    rating.provenance = decision::Provenance::measured;
    rating.spread.kind = decision::Spread::Kind::studentT;
    rating.spread.degreesOfFreedom = noise.degreesOfFreedom;
    // Slope of the value function in ln(raw): constant where logarithmic, d(level)/d(raw)·raw else.
    const double range = decision::kHighestLevel - decision::kLowestLevel;
    const double slope = anchors.scale == decision::Anchors::Scale::logarithmic
                             ? range / (std::log(anchors.highest) - std::log(anchors.lowest))
                             : range * raw / (anchors.highest - anchors.lowest);
    rating.spread.standardError = std::abs(slope) * noise.standardError;
    return rating;
}

struct Candidate {
    decision::Rating rating;
    const TargetResult *result = nullptr;
};

/// The best of the alternative's targets; a valid one before any invalid one.
std::optional<Candidate> bestCandidate(const decision::Need &need,
                                       const decision::Alternative &alternative,
                                       const results::Quantity &quantity,
                                       const BenchmarkResult &run, InvalidResults invalid)
{
    std::optional<Candidate> best;
    for (const QString &target : alternative.targets) {
        const TargetResult *result = run.find(target);
        if (!result || (!result->valid && invalid == InvalidResults::leaveOut))
            continue;
        const auto summary = results::summaryOf(*result, quantity);
        if (!summary || summary->median <= 0)
            continue;
        Candidate candidate{measuredRating(summary->median, results::noiseOf(*result, quantity),
                                           *need.anchors),
                            result};
        const bool better =
            !best || (result->valid && !best->result->valid) ||
            (result->valid == best->result->valid && *candidate.rating.level > *best->rating.level);
        if (better)
            best = std::move(candidate);
    }
    return best;
}

QString proposalSentence(const decision::Need &need, const decision::Alternative &alternative,
                         const RatingProposal &proposal, const QString &targetName)
{
    const QString level = decision::levelText(std::round(*proposal.rating.level * 10) / 10);
    const QString from = decision::rawText(*proposal.rating.raw, need.anchors->unit);
    if (!proposal.before)
        return Words::tr("%1: %2 %3, from %4 (%5).")
            .arg(need.name, alternative.name, level, from, targetName);
    const QString before = decision::levelText(*proposal.before);
    if (level == before)
        return Words::tr("%1: %2 stays %3, from %4 (%5).")
            .arg(need.name, alternative.name, level, from, targetName);
    return Words::tr("%1: %2 %3 instead of %4, from %5 (%6).")
        .arg(need.name, alternative.name, level, before, from, targetName);
}

/// What the cell said before, oldest first. Another look at the same run replaces what it said.
std::vector<decision::EarlierRating> historyBefore(const decision::Rating &now,
                                                   const BenchmarkResult &run)
{
    std::vector<decision::EarlierRating> history = now.history;
    const bool says = now.level || now.raw;
    if (says && now.source.run != run.id)
        history.push_back({now.level, now.raw, now.provenance, now.source});
    return history;
}

/// The measured rating in place of the present one; wording and origin of the cell stay.
decision::Rating replacing(const decision::Rating &now, decision::Rating measured,
                           const TargetResult &result, const BenchmarkResult &run)
{
    measured.words = now.words;
    measured.erratum = now.erratum;
    measured.sourceLevel = now.sourceLevel;
    measured.history = historyBefore(now, run);
    measured.source = {run.label, result.name, run.startedAt.date(), run.id,
                       run.machine.fingerprint};
    return measured;
}

/// Proposals of one run for one need.
std::vector<RatingProposal> proposalsFor(const decision::Decision &decision, std::size_t k,
                                         const BenchmarkResult &run, InvalidResults invalid)
{
    std::vector<RatingProposal> proposals;
    const decision::Need &need = decision.needs[k];
    const results::Quantity *quantity = results::findQuantity(need.quantity);
    if (!need.anchors || need.workload.isEmpty() || need.workload != run.plan.workload || !quantity)
        return proposals;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        const decision::Alternative &alternative = decision.alternatives[i];
        auto best = bestCandidate(need, alternative, *quantity, run, invalid);
        if (!best)
            continue;
        RatingProposal proposal;
        proposal.need = k;
        proposal.alternative = i;
        proposal.before = need.ratings[i].level;
        proposal.target = best->result->target;
        proposal.fromInvalid = !best->result->valid;
        proposal.rating = replacing(need.ratings[i], std::move(best->rating), *best->result, run);
        proposal.sentence = proposalSentence(need, alternative, proposal, best->result->name);
        proposals.push_back(std::move(proposal));
    }
    return proposals;
}

/// Runs of the newest run's machine, newest first.
std::vector<const BenchmarkResult *>
comparableRuns(const std::vector<std::shared_ptr<const BenchmarkResult>> &runs)
{
    std::vector<const BenchmarkResult *> sorted;
    for (const auto &run : runs)
        sorted.push_back(run.get());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const BenchmarkResult *a, const BenchmarkResult *b) {
                         return a->startedAt > b->startedAt;
                     });
    std::vector<const BenchmarkResult *> comparable;
    for (const BenchmarkResult *run : sorted) {
        if (run->machine.fingerprint == sorted.front()->machine.fingerprint)
            comparable.push_back(run);
    }
    return comparable;
}

void append(std::vector<RatingProposal> &list, std::vector<RatingProposal> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(list));
}

} // namespace

std::vector<RatingProposal> proposeRatings(const decision::Decision &decision,
                                           const BenchmarkResult &run, InvalidResults invalid)
{
    std::vector<RatingProposal> proposals;
    for (std::size_t k = 0; k < decision.needs.size(); ++k)
        append(proposals, proposalsFor(decision, k, run, invalid));
    return proposals;
}

std::vector<RatingProposal>
proposeRatings(const decision::Decision &decision,
               const std::vector<std::shared_ptr<const BenchmarkResult>> &runs,
               InvalidResults invalid)
{
    const std::vector<const BenchmarkResult *> newestFirst = comparableRuns(runs);
    const auto newest = [&](std::size_t need, InvalidResults mode) {
        for (const BenchmarkResult *run : newestFirst) {
            auto found = proposalsFor(decision, need, *run, mode);
            if (!found.empty())
                return found;
        }
        return std::vector<RatingProposal>();
    };
    std::vector<RatingProposal> proposals;
    for (std::size_t k = 0; k < decision.needs.size(); ++k) {
        auto found = newest(k, InvalidResults::leaveOut);
        if (found.empty() && invalid == InvalidResults::use)
            found = newest(k, invalid);
        append(proposals, std::move(found));
    }
    return proposals;
}

decision::Decision withProposals(decision::Decision decision,
                                 const std::vector<RatingProposal> &proposals)
{
    for (const RatingProposal &proposal : proposals)
        decision.needs[proposal.need].ratings[proposal.alternative] = proposal.rating;
    return decision;
}

} // namespace weighbridge::evidence
