// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/smaa.h"

#include "core/decision/sampler.h"
#include "core/decision/scoring.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace weighbridge::decision
{

namespace
{

/// Calls `visit(block, draw)` for every draw.
void forEachDraw(const Sampler &sampler, int draws,
                 const std::function<void(const Sampler::Block &, std::size_t)> &visit,
                 const std::vector<double> *weights = nullptr)
{
    Sampler::Block block;
    const auto total = static_cast<std::size_t>(draws);
    for (std::size_t start = 0; start < total; start += Sampler::kBlockDraws) {
        const std::size_t count = std::min(Sampler::kBlockDraws, total - start);
        if (weights)
            sampler.drawAtWeights(start, count, *weights, block);
        else
            sampler.draw(start, count, block);
        for (std::size_t b = 0; b < count; ++b)
            visit(block, b);
    }
}

/// Share of the first place that `alternative` has in one draw.
double firstShare(const Sampler::Block &block, std::size_t draw, std::size_t alternatives,
                  std::size_t alternative)
{
    const double own = block.valuesOf(alternative)[draw];
    int sharers = 0;
    for (std::size_t i = 0; i < alternatives; ++i) {
        const double gap = block.valuesOf(i)[draw] - own;
        if (gap > kScoreTolerance)
            return 0;
        sharers += gap >= -kScoreTolerance ? 1 : 0;
    }
    return 1.0 / sharers;
}

/// Spreads the places of one draw over the alternatives, ties sharing theirs.
void addRanks(const Sampler::Block &block, std::size_t draw, Acceptability &result)
{
    const std::size_t count = result.rank.size();
    for (std::size_t i = 0; i < count; ++i) {
        const double own = block.valuesOf(i)[draw];
        std::size_t better = 0;
        std::size_t equal = 0;
        for (std::size_t j = 0; j < count; ++j) {
            const double gap = block.valuesOf(j)[draw] - own;
            if (gap > kScoreTolerance)
                ++better;
            else if (gap >= -kScoreTolerance)
                ++equal;
        }
        for (std::size_t place = better; place < better + equal; ++place)
            result.rank[i][place] += 1.0 / static_cast<double>(equal);
    }
}

double chanceOfFirst(const Sampler &sampler, std::size_t alternative, int draws,
                     const std::vector<double> *weights = nullptr)
{
    double sum = 0;
    forEachDraw(
        sampler, draws,
        [&](const Sampler::Block &block, std::size_t draw) {
            sum += firstShare(block, draw, sampler.alternatives(), alternative);
        },
        weights);
    return sum / draws;
}

double entropyOf(const std::vector<std::vector<double>> &rank)
{
    double entropy = 0;
    for (const auto &places : rank) {
        if (places.front() > 0)
            entropy -= places.front() * std::log2(places.front());
    }
    return entropy;
}

} // namespace

Acceptability acceptability(const Decision &decision, int draws)
{
    Q_ASSERT(draws > 0);
    const ScoreTable table = scoreTable(decision);
    const Sampler sampler(decision, table);
    const std::size_t count = table.alternatives;
    const std::size_t rows = sampler.needs().size();
    Acceptability result;
    result.draws = draws;
    result.rank.assign(count, std::vector<double>(count, 0.0));
    std::vector<std::vector<double>> weightSums(count, std::vector<double>(rows, 0.0));
    forEachDraw(sampler, draws, [&](const Sampler::Block &block, std::size_t draw) {
        addRanks(block, draw, result);
        for (std::size_t i = 0; i < count; ++i) {
            const double share = firstShare(block, draw, count, i);
            if (share <= 0)
                continue;
            for (std::size_t row = 0; row < rows; ++row)
                weightSums[i][row] += share * block.weightsOf(row)[draw];
        }
    });
    result.centralWeights.resize(count);
    result.confidence.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double wins = result.rank[i][0];
        for (double &place : result.rank[i])
            place /= draws;
        if (wins <= 0)
            continue;
        std::vector<double> central(table.needs, 0.0);
        for (std::size_t row = 0; row < rows; ++row) {
            weightSums[i][row] /= wins;
            central[sampler.needs()[row]] = weightSums[i][row];
        }
        result.centralWeights[i] = std::move(central);
        result.confidence[i] = chanceOfFirst(sampler, i, draws, &weightSums[i]);
    }
    result.entropy = entropyOf(result.rank);
    result.leader = ranking(decision, table, scores(table)).front();
    result.leaderChanceRatingsOnly =
        chanceOfFirst(Sampler(decision, table, Uncertain::ratings), result.leader, draws);
    result.leaderChanceWeightsOnly =
        chanceOfFirst(Sampler(decision, table, Uncertain::weights), result.leader, draws);
    return result;
}

} // namespace weighbridge::decision
