// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/scoring.h"

#include "core/decision/exact/must_haves.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace weighbridge::decision
{

void ScoreTable::setWeights(std::vector<double> newWeights)
{
    Q_ASSERT(newWeights.size() == needs);
    weights = std::move(newWeights);
    weightSum = std::accumulate(weights.begin(), weights.end(), 0.0);
    shares.assign(needs, 0.0);
    if (weightSum <= 0)
        return;
    for (std::size_t k = 0; k < needs; ++k)
        shares[k] = weights[k] / weightSum;
}

ScoreTable scoreTable(const Decision &decision)
{
    ScoreTable table;
    table.needs = decision.needs.size();
    table.alternatives = decision.alternatives.size();
    table.candidates = candidatesOf(decision);
    std::vector<double> weights;
    weights.reserve(table.needs);
    table.levels.reserve(table.needs * table.alternatives);
    constexpr double kMiddle = (kLowestLevel + kHighestLevel) / 2;
    for (const Need &need : decision.needs) {
        Q_ASSERT(need.ratings.size() == table.alternatives);
        weights.push_back(need.weight);
        for (const Rating &rating : need.ratings)
            table.levels.push_back(rating.level.value_or(kMiddle));
    }
    table.setWeights(std::move(weights));
    return table;
}

std::vector<double> scores(const ScoreTable &table)
{
    // Weighted sums first, one division last: with the half steps of judged ratings the sums are
    // exact, so that two alternatives that are equal on paper are equal here.
    std::vector<double> result(table.alternatives, 0.0);
    for (std::size_t k = 0; k < table.needs; ++k) {
        for (std::size_t i = 0; i < table.alternatives; ++i)
            result[i] += table.weights[k] * table.level(k, i);
    }
    if (table.weightSum > 0) {
        for (double &score : result)
            score /= table.weightSum;
    }
    return result;
}

std::vector<double> scoresWithUnknownsAt(const Decision &decision, const ScoreTable &table,
                                         double level)
{
    ScoreTable changed = table;
    for (std::size_t k = 0; k < table.needs; ++k) {
        for (std::size_t i = 0; i < table.alternatives; ++i) {
            if (!decision.needs[k].ratings[i].level)
                changed.levels[k * table.alternatives + i] = level;
        }
    }
    return scores(changed);
}

std::vector<double> weightsByNeed(const Decision &decision, const std::vector<NeedWeight> &weights)
{
    std::vector<double> result(decision.needs.size(), 0.0);
    for (std::size_t k = 0; k < result.size(); ++k) {
        const auto found =
            std::find_if(weights.begin(), weights.end(),
                         [&](const NeedWeight &each) { return each.need == decision.needs[k].id; });
        if (found != weights.end())
            result[k] = found->weight;
    }
    return result;
}

std::vector<std::size_t> ranking(const Decision &decision, const ScoreTable &table,
                                 const std::vector<double> &scores)
{
    std::vector<std::size_t> order = table.candidates;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    // Names decide only within a run of equal scores: a tolerance inside the comparison would not
    // be transitive.
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && scores[order[end - 1]] - scores[order[end]] <= kScoreTolerance)
            ++end;
        std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                         order.begin() + static_cast<std::ptrdiff_t>(end),
                         [&](std::size_t a, std::size_t b) {
                             return decision.alternatives[a].name < decision.alternatives[b].name;
                         });
        begin = end;
    }
    return order;
}

std::optional<std::size_t> soleLeader(const ScoreTable &table, const std::vector<double> &scores)
{
    if (table.weightSum <= 0 || table.candidates.empty())
        return std::nullopt;
    const std::size_t leader =
        *std::max_element(table.candidates.begin(), table.candidates.end(),
                          [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    const bool tie =
        std::any_of(table.candidates.begin(), table.candidates.end(), [&](std::size_t i) {
            return i != leader && scores[leader] - scores[i] <= kScoreTolerance;
        });
    return tie ? std::nullopt : std::optional(leader);
}

std::vector<int> ranks(const std::vector<std::size_t> &order, const std::vector<double> &scores)
{
    std::vector<int> result(scores.size(), 0);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const bool tied = place > 0 && std::abs(scores[order[place - 1]] - scores[order[place]]) <=
                                           kScoreTolerance;
        result[order[place]] = tied ? result[order[place - 1]] : static_cast<int>(place) + 1;
    }
    return result;
}

std::vector<double> contributions(const ScoreTable &table, std::size_t first, std::size_t second)
{
    std::vector<double> result(table.needs, 0.0);
    for (std::size_t k = 0; k < table.needs; ++k)
        result[k] = table.shares[k] * (table.level(k, first) - table.level(k, second));
    return result;
}

} // namespace weighbridge::decision
