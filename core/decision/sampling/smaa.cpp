// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/sampling/smaa.h"

#include "core/decision/exact/scoring.h"

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
    for (std::size_t start = 0; start < total; start += kBlockDraws) {
        const std::size_t count = std::min(kBlockDraws, total - start);
        if (weights)
            sampler.drawAtWeights(start, *weights, block);
        else
            sampler.draw(start, block);
        for (std::size_t b = 0; b < count; ++b)
            visit(block, b);
    }
}

/// How many candidates one draw has ahead of `alternative`, and how many level with it (itself
/// included).
struct Place {
    std::size_t better = 0;
    std::size_t equal = 0;
};

Place placeOf(const Sampler::Block &block, std::size_t draw,
              const std::vector<std::size_t> &candidates, std::size_t alternative)
{
    const float own = block.valuesOf(alternative)[draw];
    Place place;
    for (const std::size_t j : candidates) {
        const float gap = block.valuesOf(j)[draw] - own;
        if (gap > kDrawTolerance)
            ++place.better;
        else if (gap >= -kDrawTolerance)
            ++place.equal;
    }
    return place;
}

double chanceOfFirst(const Sampler &sampler, const ScoreTable &table, std::size_t alternative,
                     int draws, const std::vector<double> *weights = nullptr)
{
    double sum = 0;
    forEachDraw(
        sampler, draws,
        [&](const Sampler::Block &block, std::size_t draw) {
            const Place place = placeOf(block, draw, table.candidates, alternative);
            sum += place.better == 0 ? 1.0 / static_cast<double>(place.equal) : 0;
        },
        weights);
    return sum / draws;
}

/// Counts of the first pass: ranks of every alternative, and the sum of the weights of its wins.
struct Tally {
    std::vector<std::vector<double>> rank;
    std::vector<std::vector<double>> weightSums;

    Tally(std::size_t alternatives, std::size_t rows)
        : rank(alternatives, std::vector<double>(alternatives, 0.0)),
          weightSums(alternatives, std::vector<double>(rows, 0.0))
    {
    }

    void add(const Sampler::Block &block, std::size_t draw,
             const std::vector<std::size_t> &candidates)
    {
        for (const std::size_t i : candidates) {
            const Place place = placeOf(block, draw, candidates, i);
            const double share = 1.0 / static_cast<double>(place.equal); // ties share the places
            for (std::size_t r = place.better; r < place.better + place.equal; ++r)
                rank[i][r] += share;
            if (place.better > 0)
                continue;
            for (std::size_t row = 0; row < weightSums[i].size(); ++row)
                weightSums[i][row] += share * static_cast<double>(block.weightsOf(row)[draw]);
        }
    }
};

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
    Tally tally(table.alternatives, sampler.needs().size());
    forEachDraw(sampler, draws, [&](const Sampler::Block &block, std::size_t draw) {
        tally.add(block, draw, table.candidates);
    });
    Acceptability result;
    result.draws = draws;
    result.rank = std::move(tally.rank);
    result.centralWeights.resize(table.alternatives);
    result.confidence.resize(table.alternatives);
    for (const std::size_t i : table.candidates) {
        const double wins = result.rank[i][0];
        for (double &place : result.rank[i])
            place /= draws;
        if (wins <= 0)
            continue;
        std::vector<double> central(table.needs, 0.0);
        for (std::size_t row = 0; row < sampler.needs().size(); ++row) {
            tally.weightSums[i][row] /= wins;
            central[sampler.needs()[row]] = tally.weightSums[i][row];
        }
        result.centralWeights[i] = std::move(central);
        result.confidence[i] = chanceOfFirst(sampler, table, i, draws, &tally.weightSums[i]);
    }
    result.entropy = entropyOf(result.rank);
    return result;
}

double chanceOfFirst(const Decision &decision, const ScoreTable &table, Uncertain uncertain,
                     std::size_t alternative, int draws)
{
    return chanceOfFirst(Sampler(decision, table, uncertain), table, alternative, draws);
}

} // namespace weighbridge::decision
