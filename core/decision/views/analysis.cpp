// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/analysis.h"

#include "core/decision/exact/dominance.h"
#include "core/decision/exact/must_haves.h"
#include "core/decision/exact/pairwise_index.h"
#include "core/decision/exact/scoring.h"
#include "core/decision/exact/second_opinion.h"
#include "core/decision/exact/sensitivity.h"
#include "core/decision/model/value_function.h"
#include "core/decision/sampling/doubt_split.h"
#include "core/decision/sampling/uncertainty.h"
#include "core/decision/sampling/weight_draws.h"
#include "core/decision/views/evidence_notes.h"
#include "core/decision/views/evidence_share.h"
#include "core/decision/views/open_questions.h"
#include "core/decision/views/table_notes.h"
#include "core/decision/views/tiers.h"
#include "core/decision/views/wording.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

namespace
{

constexpr double kHalfStep = 0.5;

void addStandings(const Decision &decision, const ScoreTable &table, Analysis &analysis)
{
    const std::vector<double> values = scores(table);
    const std::vector<double> lowest = scoresWithUnknownsAt(decision, table, kLowestLevel);
    const std::vector<double> highest = scoresWithUnknownsAt(decision, table, kHighestLevel);
    analysis.standings.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        analysis.standings[i].score = values[i];
        analysis.standings[i].lowestScore = lowest[i];
        analysis.standings[i].highestScore = highest[i];
    }
    if (table.weightSum <= 0)
        return;
    analysis.order = ranking(decision, table, values);
    const std::vector<int> places = ranks(analysis.order, values);
    for (std::size_t i = 0; i < values.size(); ++i)
        analysis.standings[i].rank = places[i];
}

/// Who is out and why, on the standings that are there already.
void addMustHaves(const Decision &decision, Analysis &analysis)
{
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        analysis.standings[i].exclusion = decision.alternatives[i].exclusion;
        analysis.standings[i].excluded = !decision.alternatives[i].exclusion.isEmpty();
    }
    MustHaves found = checkMustHaves(decision);
    for (const MustHaveResult &each : found.results) {
        Standing &standing = analysis.standings[each.result.alternative];
        if (each.result.probability)
            standing.chanceToPass = std::min(standing.chanceToPass, *each.result.probability);
        if (each.result.state != GateState::excluded || standing.excluded)
            continue;
        standing.excluded = true;
        standing.exclusion = each.sentence;
    }
    analysis.mustHaves = std::move(found.results);
    analysis.relaxation = std::move(found.relaxation);
}

/// Of two alternatives both, even if one is excluded; of more the two that matter.
void choosePair(const ScoreTable &table, Analysis &analysis)
{
    analysis.second = table.alternatives > 1 ? 1 : 0;
    if (table.alternatives < 3)
        return;
    analysis.first = analysis.order[0];
    if (analysis.order.size() > 1) {
        analysis.second = analysis.order[1];
        return;
    }
    // All others are out: the best of them shows what the must-haves cost.
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < table.alternatives; ++i) {
        const bool better = !next || analysis.standings[i].score > analysis.standings[*next].score;
        if (i != analysis.first && better)
            next = i;
    }
    analysis.second = *next;
}

void addContributions(const ScoreTable &table, Analysis &analysis)
{
    const std::vector<double> parts = contributions(table, analysis.first, analysis.second);
    for (std::size_t k = 0; k < parts.size(); ++k)
        analysis.contributions.push_back({k, parts[k]});
    std::stable_sort(analysis.contributions.begin(), analysis.contributions.end(),
                     [](const Contribution &a, const Contribution &b) {
                         return std::abs(a.difference) > std::abs(b.difference);
                     });
    analysis.netDifference =
        analysis.standings[analysis.first].score - analysis.standings[analysis.second].score;
}

/// The half step beyond `tie`, seen from `from`: the first at which the order really turns.
double halfStepBeyond(double tie, double from)
{
    if (tie < from)
        return std::ceil(tie / kHalfStep - 1 - kScoreTolerance) * kHalfStep;
    return std::floor(tie / kHalfStep + 1 + kScoreTolerance) * kHalfStep;
}

Flip ratingFlip(const Decision &decision, const ScoreTable &table, std::size_t need,
                std::size_t alternative, double tie)
{
    Flip flip;
    flip.kind = Flip::Kind::rating;
    flip.need = need;
    flip.alternative = alternative;
    flip.from = table.level(need, alternative);
    flip.to = tie;
    const Need &where = decision.needs[need];
    const bool measured = where.ratings[alternative].raw && where.anchors;
    if (!measured) {
        flip.to = halfStepBeyond(tie, flip.from);
        flip.wholeStep = true;
    }
    flip.plausible = flip.to >= kLowestLevel && flip.to <= kHighestLevel;
    if (where.anchors && flip.plausible)
        flip.rawTo = rawOf(tie, *where.anchors);
    return flip;
}

void addFlips(const Decision &decision, const ScoreTable &table, const std::vector<double> &values,
              std::size_t leader, std::size_t runnerUp, Analysis &analysis)
{
    for (std::size_t k = 0; k < table.needs; ++k) {
        // What was answered away or never had a weight is no need of this project.
        const auto found = table.weights[k] > 0 ? wholeStepFlip(table, leader, k) : std::nullopt;
        if (found) {
            Flip flip;
            flip.need = k;
            flip.alternative = found->leader;
            flip.from = table.weights[k];
            flip.to = found->weight;
            flip.wholeStep = true;
            analysis.flips.push_back(flip);
        }
    }
    for (std::size_t k = 0; k < table.needs; ++k) {
        for (const std::size_t i : {leader, runnerUp}) {
            const auto tie = breakEvenLevel(table, values, leader, runnerUp, k, i);
            if (tie)
                analysis.flips.push_back(ratingFlip(decision, table, k, i, *tie));
        }
    }
    // Weights run over ten points and ratings over four, so compare parts of the scale.
    const auto size = [](const Flip &flip) {
        const double range =
            flip.kind == Flip::Kind::weight ? kGreatestWeight : kHighestLevel - kLowestLevel;
        return std::abs(flip.to - flip.from) / range;
    };
    std::stable_sort(analysis.flips.begin(), analysis.flips.end(),
                     [&](const Flip &a, const Flip &b) {
                         if (a.plausible != b.plausible)
                             return a.plausible;
                         return size(a) < size(b);
                     });
    for (Flip &flip : analysis.flips)
        flip.sentence = flipSentence(decision, flip, leader);
}

void addSensitivity(const Decision &decision, const ScoreTable &table, Analysis &analysis)
{
    std::vector<double> values;
    for (const Standing &standing : analysis.standings)
        values.push_back(standing.score);
    const std::size_t leader = analysis.order[0];
    for (std::size_t k = 0; k < table.needs; ++k) {
        analysis.stability.push_back(weightStability(table, values, leader, k));
        analysis.swings.push_back(swing(table, analysis.first, analysis.second, k));
    }
    if (analysis.order.size() < 2)
        return;
    const std::size_t runnerUp = analysis.order[1];
    // From a tie every step flips; there is no smallest change to tell.
    if (analysis.standings[runnerUp].rank != 1)
        addFlips(decision, table, values, leader, runnerUp, analysis);
}

void addChances(const Decision &decision, const ScoreTable &table, const AnalysisOptions &options,
                Analysis &analysis)
{
    const bool exact =
        options.exactOnly || options.draws <= 0 || isExactlySolvable(decision, table);
    Uncertainty uncertainty =
        exact ? atFixedWeights(decision, table)
              : sampleUncertainty(decision, table, analysis.first, analysis.second, options.draws,
                                  options.threads);
    for (std::size_t i = 0; i < analysis.standings.size(); ++i) {
        analysis.standings[i].chanceBest = uncertainty.chanceBest[i];
        analysis.standings[i].chanceError = uncertainty.chanceError[i];
    }
    analysis.density = differenceDensity(uncertainty, analysis.netDifference);
    analysis.pairwise = std::move(uncertainty.pairwise);
    analysis.draws = uncertainty.draws;
}

/// Every pair over all weights and over those in the order of the set ones, ratings as they are.
void addPairwiseIndices(const ScoreTable &table, Analysis &analysis)
{
    std::vector<std::size_t> needs;
    for (std::size_t k = 0; k < table.needs; ++k) {
        if (table.weights[k] > 0)
            needs.push_back(k);
    }
    std::stable_sort(needs.begin(), needs.end(), [&](std::size_t a, std::size_t b) {
        return table.weights[a] > table.weights[b];
    });
    const std::size_t count = table.alternatives;
    analysis.anyWeights.assign(count, std::vector<double>(count, 0.5));
    analysis.orderedWeights = analysis.anyWeights;
    std::vector<double> differences(needs.size());
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            for (std::size_t n = 0; n < needs.size(); ++n)
                differences[n] = table.level(needs[n], i) - table.level(needs[n], j);
            analysis.anyWeights[i][j] = winningIndex(differences);
            analysis.anyWeights[j][i] = 1 - analysis.anyWeights[i][j];
            analysis.orderedWeights[i][j] = winningIndexInOrder(differences);
            analysis.orderedWeights[j][i] = 1 - analysis.orderedWeights[i][j];
        }
    }
}

void addWithoutNeeds(const ScoreTable &table, Analysis &analysis)
{
    const std::size_t leader = analysis.order[0];
    const std::size_t runnerUp = analysis.order[1];
    std::vector<double> values(table.alternatives);
    for (std::size_t k = 0; k < table.needs; ++k) {
        WithoutNeed without;
        without.need = k;
        const double rest = table.weightSum - table.weights[k];
        if (rest > kScoreTolerance) {
            for (std::size_t i = 0; i < table.alternatives; ++i)
                values[i] = (analysis.standings[i].score * table.weightSum -
                             table.weights[k] * table.level(k, i)) /
                            rest;
            without.leader = soleLeader(table, values);
            without.difference = values[leader] - values[runnerUp];
        }
        analysis.withoutNeed.push_back(without);
    }
}

/// What takes several passes of draws.
void addSeveralPasses(const Decision &decision, const ScoreTable &table,
                      const AnalysisOptions &options, Analysis &analysis)
{
    if (!options.complete || options.exactOnly || options.draws <= 0)
        return;
    analysis.acceptability = acceptability(decision, options.draws);
    for (std::size_t i = 0; i < table.alternatives; ++i)
        analysis.centralWeightsInWords.push_back(centralWeightsText(decision, analysis, i));
    const std::size_t leader = analysis.order.front();
    // "Weights as set" says something only where the weights vary around them.
    if (decision.weightModel.kind == WeightModel::Kind::aroundMine)
        analysis.doubtSplit = splitDoubt(decision, table, leader,
                                         analysis.standings[leader].chanceBest, options.draws);
}

} // namespace

Analysis::Analysis() = default;
Analysis::Analysis(const Analysis &) = default;
Analysis::Analysis(Analysis &&) noexcept = default;
Analysis &Analysis::operator=(const Analysis &) = default;
Analysis &Analysis::operator=(Analysis &&) noexcept = default;
Analysis::~Analysis() = default;

bool Analysis::restsOnOpinion() const
{
    return isMostlyOpinion(evidenceShare);
}

Analysis analyse(const Decision &decision, const AnalysisOptions &options)
{
    Q_ASSERT(firstDefect(decision).isEmpty());
    Analysis analysis;
    const ScoreTable table = scoreTable(decision);
    analysis.shares = table.shares;
    analysis.notes = notesOn(decision);
    analysis.breaksBounds = breaksBounds(decision, table);
    for (QString &note : evidenceNotes(decision, options.today, options.machine))
        analysis.notes.push_back(std::move(note));
    analysis.dominance = dominatingPairs(decision);
    addStandings(decision, table, analysis);
    addMustHaves(decision, analysis);
    if (!analysis.order.empty()) {
        choosePair(table, analysis);
        addContributions(table, analysis);
        analysis.evidenceShare = evidenceShare(decision, table, analysis.first, analysis.second);
        if (table.alternatives > 1)
            addSensitivity(decision, table, analysis);
        if (analysis.order.size() > 1)
            addWithoutNeeds(table, analysis);
        addPairwiseIndices(table, analysis);
        addChances(decision, table, options, analysis);
        addTiers(analysis);
        analysis.family = familyOf(decision, table, analysis);
        analysis.changesInWords = changesText(analysis);
        analysis.tiersInWords = tiersText(decision, analysis);
        addSeveralPasses(decision, table, options, analysis);
        analysis.openQuestions = openQuestions(decision);
    }
    analysis.verdict = verdictOf(decision, analysis);
    const auto &verdict = analysis.verdict;
    analysis.secondOpinion = secondOpinion(
        decision, table, verdict.state == VerdictState::tie ? std::nullopt : verdict.leader);
    analysis.secondOpinion.decides = !analysis.secondOpinion.agrees || isTooCloseToCall(analysis);
    return analysis;
}

} // namespace weighbridge::decision
