// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/weight_map.h"

#include "core/decision/exact/scoring.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace weighbridge::decision
{

namespace
{

constexpr std::size_t kCorners = 3;

/// Leader at one division of the three needs' common weight and how far it leads.
WeightMap::Point pointAt(ScoreTable &table, const WeightMap &map, double commonWeight,
                         const std::array<double, kCorners> &parts)
{
    std::vector<double> weights = table.weights;
    for (std::size_t c = 0; c < kCorners; ++c)
        weights[map.needs[c]] = commonWeight * parts[c];
    table.setWeights(std::move(weights));
    const std::vector<double> values = scores(table);
    WeightMap::Point point;
    point.parts = parts;
    point.leader = soleLeader(table, values);
    if (!point.leader)
        return point;
    std::optional<double> next;
    for (const std::size_t i : table.candidates) {
        if (i != *point.leader)
            next = std::max(next.value_or(values[i]), values[i]);
    }
    point.lead = next ? values[*point.leader] - *next : 0;
    return point;
}

} // namespace

WeightMap weightMap(const Decision &decision, const std::array<std::size_t, 3> &needs, int steps)
{
    Q_ASSERT(steps >= 1 && needs[0] != needs[1] && needs[1] != needs[2] && needs[0] != needs[2]);
    WeightMap map;
    map.needs = needs;
    map.steps = steps;
    ScoreTable table = scoreTable(decision);
    double common = 0;
    for (const std::size_t need : needs)
        common += table.weights[need];
    if (common <= 0 || table.candidates.empty())
        return map;
    for (std::size_t c = 0; c < kCorners; ++c)
        map.now[c] = table.weights[needs[c]] / common;
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= row; ++column) {
            const double side = steps;
            map.points.push_back(pointAt(
                table, map, common, {(side - row) / side, (row - column) / side, column / side}));
        }
    }
    return map;
}

std::optional<std::array<std::size_t, 3>> needsToMap(const Decision &decision)
{
    const ScoreTable table = scoreTable(decision);
    if (table.needs < kCorners || table.weightSum <= 0 || table.candidates.size() < 2)
        return std::nullopt;
    const std::vector<std::size_t> order = ranking(decision, table, scores(table));
    const std::vector<double> parts = contributions(table, order[0], order[1]);
    std::vector<std::size_t> needs(table.needs);
    std::iota(needs.begin(), needs.end(), std::size_t{0});
    std::stable_sort(needs.begin(), needs.end(), [&](std::size_t a, std::size_t b) {
        if (std::abs(parts[a]) != std::abs(parts[b]))
            return std::abs(parts[a]) > std::abs(parts[b]);
        return table.weights[a] > table.weights[b];
    });
    return std::array<std::size_t, 3>{needs[0], needs[1], needs[2]};
}

} // namespace weighbridge::decision
