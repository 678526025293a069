// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/measured_evidence.h"

#include "core/decision/value_function.h"
#include "core/decision/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

namespace weighbridge::decision
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::decision)
};

/// Coefficient of variation assumed of a single run.
constexpr double kPriorVariation = 0.10;

using measure::Round;
using measure::TargetResult;

/// The figure of one round that a need asks for; nullptr where the runner does not measure it.
std::function<double(const Round &)> quantityReader(const QString &quantity)
{
    if (quantity == QLatin1String("requests_per_second"))
        return [](const Round &round) { return round.requestsPerSecond; };
    if (quantity == QLatin1String("latency_p50"))
        return [](const Round &round) { return round.latency.p50; };
    if (quantity == QLatin1String("latency_p99"))
        return [](const Round &round) { return round.latency.p99; };
    if (quantity == QLatin1String("memory_idle"))
        return [](const Round &round) { return round.memory.idle; };
    if (quantity == QLatin1String("memory_peak"))
        return [](const Round &round) { return round.memory.peak; };
    if (quantity == QLatin1String("start_ms"))
        return [](const Round &round) { return round.startMilliseconds; };
    if (quantity == QLatin1String("cpu_us_per_request"))
        return [](const Round &round) { return round.cpuMicrosecondsPerRequest; };
    return {};
}

/// Log-mean of the rounds and its standard error, both on the natural logarithm.
struct LogMean {
    double mean = 0;
    double standardError = 0;
    int degreesOfFreedom = 0; ///< 0: a single round with its prior noise
};

std::optional<LogMean> logMean(const TargetResult &result,
                               const std::function<double(const Round &)> &read)
{
    std::vector<double> logarithms;
    for (const Round &round : result.rounds) {
        const double value = read(round);
        if (std::isfinite(value) && value > 0)
            logarithms.push_back(std::log(value));
    }
    if (logarithms.empty())
        return std::nullopt;
    const auto count = static_cast<double>(logarithms.size());
    LogMean summary;
    for (const double each : logarithms)
        summary.mean += each / count;
    if (logarithms.size() == 1) {
        summary.standardError = kPriorVariation;
        return summary;
    }
    double squares = 0;
    for (const double each : logarithms)
        squares += (each - summary.mean) * (each - summary.mean);
    summary.standardError = std::sqrt(squares / (count - 1) / count);
    summary.degreesOfFreedom = static_cast<int>(logarithms.size()) - 1;
    return summary;
}

/// Level and spread of a log-mean on the need's value function.
Rating measuredRating(const LogMean &summary, const Anchors &anchors)
{
    Rating rating;
    const double raw = std::exp(summary.mean);
    rating.raw = raw;
    rating.level = levelOf(raw, anchors);
    rating.provenance = evidence::Provenance::measured;
    rating.spread.kind = Spread::Kind::studentT;
    rating.spread.degreesOfFreedom = summary.degreesOfFreedom;
    // Slope of the value function in ln(raw): constant where logarithmic, d(level)/d(raw)·raw else.
    const double range = kHighestLevel - kLowestLevel;
    const double slope = anchors.scale == Anchors::Scale::logarithmic
                             ? range / (std::log(anchors.highest) - std::log(anchors.lowest))
                             : range * raw / (anchors.highest - anchors.lowest);
    rating.spread.standardError = std::abs(slope) * summary.standardError;
    return rating;
}

struct Candidate {
    Rating rating;
    const TargetResult *result = nullptr;
};

/// The best of the alternative's targets; a valid one before any invalid one.
std::optional<Candidate> bestCandidate(const Need &need, const Alternative &alternative,
                                       const measure::BenchmarkResult &run, InvalidResults invalid)
{
    const auto read = quantityReader(need.quantity);
    std::optional<Candidate> best;
    for (const QString &target : alternative.targets) {
        const auto result = std::find_if(run.results.begin(), run.results.end(),
                                         [&](const TargetResult &r) { return r.target == target; });
        if (result == run.results.end() || (!result->valid && invalid == InvalidResults::leaveOut))
            continue;
        const auto summary = logMean(*result, read);
        if (!summary)
            continue;
        Candidate candidate{measuredRating(*summary, *need.anchors), &*result};
        const bool better =
            !best || (result->valid && !best->result->valid) ||
            (result->valid == best->result->valid && *candidate.rating.level > *best->rating.level);
        if (better)
            best = std::move(candidate);
    }
    return best;
}

QString proposalSentence(const Need &need, const Alternative &alternative,
                         const RatingProposal &proposal, const QString &targetName)
{
    const QString level = levelText(std::round(*proposal.rating.level * 10) / 10);
    const QString from = rawText(*proposal.rating.raw, need.anchors->unit);
    if (!proposal.before)
        return Words::tr("%1: %2 %3, from %4 (%5).")
            .arg(need.name, alternative.name, level, from, targetName);
    const QString before = levelText(*proposal.before);
    if (level == before)
        return Words::tr("%1: %2 stays %3, from %4 (%5).")
            .arg(need.name, alternative.name, level, from, targetName);
    return Words::tr("%1: %2 %3 instead of %4, from %5 (%6).")
        .arg(need.name, alternative.name, level, before, from, targetName);
}

} // namespace

std::vector<RatingProposal> proposeRatings(const Decision &decision,
                                           const measure::BenchmarkResult &run,
                                           InvalidResults invalid)
{
    std::vector<RatingProposal> proposals;
    for (std::size_t k = 0; k < decision.needs.size(); ++k) {
        const Need &need = decision.needs[k];
        if (!need.anchors || need.workload.isEmpty() || need.workload != run.plan.workload ||
            !quantityReader(need.quantity))
            continue;
        for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
            const Alternative &alternative = decision.alternatives[i];
            auto best = bestCandidate(need, alternative, run, invalid);
            if (!best)
                continue;
            RatingProposal proposal;
            proposal.need = k;
            proposal.alternative = i;
            proposal.before = need.ratings[i].level;
            proposal.target = best->result->target;
            proposal.fromInvalid = !best->result->valid;
            proposal.rating = std::move(best->rating);
            proposal.rating.words = need.ratings[i].words;
            proposal.rating.erratum = need.ratings[i].erratum;
            proposal.rating.sourceLevel = need.ratings[i].sourceLevel;
            proposal.rating.source.title = run.label;
            proposal.rating.source.section = best->result->name;
            proposal.rating.source.date = run.startedAt.date();
            proposal.rating.source.run = run.id;
            proposal.rating.source.machine = run.machine.fingerprint;
            proposal.sentence = proposalSentence(need, alternative, proposal, best->result->name);
            proposals.push_back(std::move(proposal));
        }
    }
    return proposals;
}

Decision withProposals(Decision decision, const std::vector<RatingProposal> &proposals)
{
    for (const RatingProposal &proposal : proposals)
        decision.needs[proposal.need].ratings[proposal.alternative] = proposal.rating;
    return decision;
}

} // namespace weighbridge::decision
