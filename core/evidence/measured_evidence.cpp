// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/measured_evidence.h"

#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "core/evidence/capacity.h"
#include "core/evidence/run_questions.h"
#include "core/evidence/words.h"
#include "core/results/quantity.h"
#include "core/results/validity.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace weighbridge::evidence
{

namespace
{

using results::BenchmarkResult;
using results::InvalidResults;
using results::TargetResult;

/// Level and spread of a figure on the need's value function. A figure of another run than most
/// may be off by `addedDeviation` besides; the degrees of freedom stay those of the rounds, whose
/// tails are rather too heavy for that. `drift` is the variance of ln(raw) of one round that the
/// run shares.
decision::Rating measuredRating(double raw, const results::LogNoise &noise, double addedDeviation,
                                double drift, const decision::Anchors &anchors)
{
    decision::Rating rating;
    rating.raw = raw;
    rating.level = decision::levelOf(raw, anchors);
    rating.provenance = decision::Provenance::measured;
    rating.spread.kind = decision::Spread::Kind::studentT;
    rating.spread.degreesOfFreedom = noise.degreesOfFreedom;
    const double deviation = std::hypot(noise.standardError, addedDeviation);
    rating.spread.standardError = std::abs(decision::slopeInLogarithm(raw, anchors)) * deviation;
    if (noise.degreesOfFreedom > 0 && deviation > 0) {
        const double ofMean = drift / (noise.degreesOfFreedom + 1);
        rating.spread.commonDrift = std::min(1.0, ofMean / (deviation * deviation));
    }
    return rating;
}

/// The result that rates an alternative, and its figure.
struct Candidate {
    const BenchmarkResult *run = nullptr; ///< null where nothing rates it
    const TargetResult *result = nullptr;
    double raw = 0;
};

/// The best of the alternative's targets; one beyond doubt before any other.
Candidate bestCandidate(const decision::Need &need, const decision::Alternative &alternative,
                        const results::Quantity &quantity, const BenchmarkResult &run,
                        InvalidResults invalid)
{
    const auto isBetter = [&need](const Candidate &a, const Candidate &b) {
        const bool aIsValid = results::isUsable(*a.result);
        if (!b.result || aIsValid != results::isUsable(*b.result))
            return !b.result || aIsValid;
        // On the axis: on a plateau levels tell nothing apart.
        return decision::axisLevelOf(a.raw, *need.anchors) >
               decision::axisLevelOf(b.raw, *need.anchors);
    };
    Candidate best;
    for (const QString &target : alternative.targets) {
        const TargetResult *result = run.find(target);
        if (!result || !results::isUsable(*result, invalid))
            continue;
        const auto summary = results::summaryOf(*result, quantity);
        if (!summary || summary->median <= 0)
            continue;
        const Candidate candidate{&run, result, summary->median};
        if (isBetter(candidate, best))
            best = candidate;
    }
    return best;
}

QString proposalSentence(const decision::Need &need, const decision::Alternative &alternative,
                         const RatingProposal &proposal, const QString &origin)
{
    const QString level = decision::levelText(std::round(*proposal.rating.level * 10) / 10);
    const QString from = decision::figureText(proposal.rating, need.anchors);
    if (!proposal.before)
        return Words::tr("%1: %2 %3, from %4 (%5).")
            .arg(need.name, alternative.name, level, from, origin);
    const QString before = decision::levelText(*proposal.before);
    if (level == before)
        return Words::tr("%1: %2 stays %3, from %4 (%5).")
            .arg(need.name, alternative.name, level, from, origin);
    return Words::tr("%1: %2 %3 instead of %4, from %5 (%6).")
        .arg(need.name, alternative.name, level, before, from, origin);
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
    measured.sourceRaw = now.sourceRaw;
    measured.history = historyBefore(now, run);
    measured.source = {run.label, result.name, run.startedAt.date(), run.id,
                       run.machine.fingerprint};
    return measured;
}

/// "FastAPI", with the date of its run where the others are from another.
QString originOf(const TargetResult &result, const BenchmarkResult &run,
                 const results::RunChoice &choice)
{
    return choice.isOneRun() ? result.name
                             : Words::tr("%1, run of %2").arg(result.name, results::dateText(run));
}

/// Proposals for one need, from the run that counts for it.
std::vector<RatingProposal> proposalsFor(const decision::Decision &decision, std::size_t k,
                                         const results::RunChoice &choice, InvalidResults invalid)
{
    const decision::Need &need = decision.needs[k];
    const results::Quantity &quantity = *results::findQuantity(need.quantity);
    std::vector<Candidate> candidates(decision.alternatives.size());
    std::vector<const TargetResult *> ofOneRun;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!choice.of[i])
            continue;
        candidates[i] =
            bestCandidate(need, decision.alternatives[i], quantity, *choice.of[i], invalid);
        if (candidates[i].result && choice.of[i] == choice.run)
            ofOneRun.push_back(candidates[i].result);
    }
    const double drift = results::commonDrift(ofOneRun, quantity);

    std::vector<RatingProposal> proposals;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!candidates[i].result)
            continue;
        const TargetResult &result = *candidates[i].result;
        const BenchmarkResult &run = *candidates[i].run;
        results::LogNoise noise = results::noiseOf(result, quantity);
        noise.standardError *= results::widening(result.flags);
        RatingProposal proposal;
        proposal.need = k;
        proposal.alternative = i;
        proposal.before = need.ratings[i].level;
        proposal.target = result.target;
        proposal.fromInvalid = !results::isUsable(result);
        proposal.rating =
            replacing(need.ratings[i],
                      measuredRating(candidates[i].raw, noise, choice.addedDeviation(i),
                                     choice.of[i] == choice.run ? drift : 0, *need.anchors),
                      result, run);
        proposal.sentence = proposalSentence(need, decision.alternatives[i], proposal,
                                             originOf(result, run, choice));
        proposals.push_back(std::move(proposal));
    }
    return proposals;
}

bool canBeMeasured(const decision::Need &need)
{
    return need.anchors && !need.workload.isEmpty() && results::findQuantity(need.quantity);
}

void remark(QStringList &remarks, const QString &sentence)
{
    if (!sentence.isEmpty() && !remarks.contains(sentence))
        remarks.append(sentence);
}

} // namespace

Proposals propose(const decision::Decision &decision, const results::Runs &runs,
                  InvalidResults invalid)
{
    Proposals proposals;
    for (std::size_t k = 0; k < decision.needs.size(); ++k) {
        const decision::Need &need = decision.needs[k];
        if (!canBeMeasured(need))
            continue;
        results::RunQuestion question = questionOf(decision, need.workload, need.quantity);
        question.invalid = invalid;
        const results::RunChoice choice = results::chooseRun(question, runs);
        auto found = proposalsFor(decision, k, choice, invalid);
        std::move(found.begin(), found.end(), std::back_inserter(proposals.ratings));
        if (!choice.isOneRun())
            remark(proposals.remarks,
                   QStringLiteral("%1: %2").arg(need.name, choice.fromDifferentRuns));
        remark(proposals.remarks, choice.whyPassedOver);
    }
    proposals.sizingRuns = sizingRuns(decision, runs);
    return proposals;
}

Proposals newsIn(Proposals proposals, const decision::Decision &decision)
{
    std::erase_if(proposals.ratings, [&](const RatingProposal &each) {
        const decision::Rating &now = decision.needs[each.need].ratings[each.alternative];
        return now.level == each.rating.level && now.source.run == each.rating.source.run;
    });
    const QSet<QString> applied = appliedRunIds(decision);
    if (std::all_of(proposals.sizingRuns.begin(), proposals.sizingRuns.end(),
                    [&](const QString &run) { return applied.contains(run); }))
        proposals.sizingRuns.clear();
    return proposals;
}

decision::Decision withProposals(decision::Decision decision, const Proposals &proposals)
{
    for (const RatingProposal &proposal : proposals.ratings)
        decision.needs[proposal.need].ratings[proposal.alternative] = proposal.rating;
    if (!proposals.sizingRuns.empty())
        decision.capacity.runs = proposals.sizingRuns;
    return decision;
}

} // namespace weighbridge::evidence
