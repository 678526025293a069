// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/sensitivity.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

WeightStability weightStability(const ScoreTable &table, const std::vector<double> &scores,
                                std::size_t leader, std::size_t need)
{
    WeightStability stability;
    const double share = table.shares[need];
    if (share >= 1)
        return stability; // the only need: no others to keep in proportion
    const auto rest = [&](std::size_t i) {
        return (scores[i] - share * table.level(need, i)) / (1 - share);
    };
    for (const std::size_t i : table.candidates) {
        if (i == leader)
            continue;
        const double restGap = rest(leader) - rest(i);
        const double ownGap = table.level(need, leader) - table.level(need, i);
        const double slope = ownGap - restGap; // of the lead, as the share grows
        if (std::abs(slope) <= kScoreTolerance)
            continue;
        const double tie = restGap / (restGap - ownGap);
        if (slope > 0 && tie > stability.low) {
            stability.low = std::min(tie, share);
            stability.takesLeadBelow = i;
        } else if (slope < 0 && tie < stability.high) {
            stability.high = std::max(tie, share);
            stability.takesLeadAbove = i;
        }
    }
    return stability;
}

Swing swing(const ScoreTable &table, std::size_t first, std::size_t second, std::size_t need)
{
    double restWeight = 0;
    double restDifference = 0;
    for (std::size_t k = 0; k < table.needs; ++k) {
        if (k == need)
            continue;
        restWeight += table.weights[k];
        restDifference += table.weights[k] * (table.level(k, first) - table.level(k, second));
    }
    const double own = table.level(need, first) - table.level(need, second);
    Swing result;
    result.differenceAtZero = restWeight > 0 ? restDifference / restWeight : 0;
    result.differenceAtTen =
        (restDifference + kGreatestWeight * own) / (restWeight + kGreatestWeight);
    if (restWeight <= 0 || std::abs(own) <= kScoreTolerance)
        return result;
    const double tie = -restDifference / own;
    if (tie < 0 || tie > kGreatestWeight)
        return result;
    result.tieWeight = tie;
    const double now = restDifference + table.weights[need] * own;
    if (std::abs(now) > kScoreTolerance * (restWeight + kGreatestWeight))
        result.takesLead = now > 0 ? second : first;
    return result;
}

std::optional<WeightFlip> wholeStepFlip(const ScoreTable &table, std::size_t leader,
                                        std::size_t need)
{
    const double now = table.weights[need];
    std::vector<double> rest(table.alternatives, 0.0);
    for (std::size_t k = 0; k < table.needs; ++k) {
        if (k == need)
            continue;
        for (std::size_t i = 0; i < table.alternatives; ++i)
            rest[i] += table.weights[k] * table.level(k, i);
    }
    std::optional<WeightFlip> nearest;
    for (int step = 0; step <= static_cast<int>(kGreatestWeight); ++step) {
        const double weight = step;
        if (weight == now || (nearest && std::abs(weight - now) >= std::abs(nearest->weight - now)))
            continue;
        const double leading = rest[leader] + weight * table.level(need, leader);
        double best = leading + kScoreTolerance * std::max(1.0, table.weightSum);
        std::optional<std::size_t> winner;
        for (const std::size_t i : table.candidates) {
            const double sum = rest[i] + weight * table.level(need, i);
            if (i == leader || sum <= best)
                continue;
            best = sum;
            winner = i;
        }
        if (winner)
            nearest = WeightFlip{weight, *winner};
    }
    return nearest;
}

std::optional<double> breakEvenLevel(const ScoreTable &table, const std::vector<double> &scores,
                                     std::size_t leader, std::size_t challenger, std::size_t need,
                                     std::size_t alternative)
{
    const double share = table.shares[need];
    if (share <= 0)
        return std::nullopt;
    const double change = (scores[leader] - scores[challenger]) / share;
    const double level = table.level(need, alternative);
    const double result = alternative == leader ? level - change : level + change;
    return std::isfinite(result) ? std::optional(result) : std::nullopt;
}

} // namespace weighbridge::decision
