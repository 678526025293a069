// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/scoring.h"

#include <algorithm>
#include <numeric>

namespace weighbridge::decision
{

ScoreTable scoreTable(const Decision &decision)
{
    ScoreTable table;
    table.needs = decision.needs.size();
    table.alternatives = decision.alternatives.size();
    table.weights.reserve(table.needs);
    table.levels.reserve(table.needs * table.alternatives);
    constexpr double kMiddle = (kLowestLevel + kHighestLevel) / 2;
    for (const Need &need : decision.needs) {
        Q_ASSERT(need.ratings.size() == table.alternatives);
        table.weights.push_back(need.weight);
        for (const Rating &rating : need.ratings)
            table.levels.push_back(rating.level.value_or(kMiddle));
    }
    table.weightSum = std::accumulate(table.weights.begin(), table.weights.end(), 0.0);
    table.shares.assign(table.needs, 0.0);
    if (table.weightSum > 0) {
        for (std::size_t k = 0; k < table.needs; ++k)
            table.shares[k] = table.weights[k] / table.weightSum;
    }
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

std::vector<std::size_t> ranking(const Decision &decision, const std::vector<double> &scores)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
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
