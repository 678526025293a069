// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/sampling/weight_draws.h"

#include "core/decision/sampling/random_stream.h"

#include <algorithm>
#include <numeric>

namespace weighbridge::decision
{

WeightDraws::WeightDraws(const Decision &decision, const ScoreTable &table,
                         std::vector<std::size_t> needs)
{
    for (const std::size_t k : needs) {
        m_shares.push_back(static_cast<float>(table.shares[k]));
        m_keys.push_back(streamKey(decision.seed, decision.needs[k].id));
    }
    std::vector<double> shapes(needs.size(), 1.0); // exponentials
    if (decision.weightModel.kind == WeightModel::Kind::aroundMine) {
        for (std::size_t row = 0; row < needs.size(); ++row)
            shapes[row] = decision.weightConcentration() * table.shares[needs[row]];
    }
    if (decision.weightModel.kind == WeightModel::Kind::bounds && !boundsContradict(decision))
        useBounds(decision, needs);
    else
        useGammas(shapes);
    if (decision.weightModel.kind == WeightModel::Kind::order)
        useOrder(table, needs);
}

void WeightDraws::useGammas(const std::vector<double> &shapes)
{
    std::vector<double> known; // equal weights share a table
    for (const double shape : shapes) {
        const auto found = std::find(known.begin(), known.end(), shape);
        m_tableOf.push_back(static_cast<std::size_t>(found - known.begin()));
        if (found != known.end())
            continue;
        known.push_back(shape);
        m_tables.push_back(QuantileTable::gamma(shape));
    }
}

void WeightDraws::useOrder(const ScoreTable &table, const std::vector<std::size_t> &needs)
{
    std::vector<std::size_t> rows(needs.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    const auto weight = [&](std::size_t row) { return table.weights[needs[row]]; };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::size_t a, std::size_t b) { return weight(a) > weight(b); });
    for (const std::size_t row : rows) {
        if (m_groups.empty() || weight(m_groups.back().front()) != weight(row))
            m_groups.emplace_back();
        m_groups.back().push_back(row);
    }
}

void WeightDraws::useBounds(const Decision &decision, const std::vector<std::size_t> &needs)
{
    double least = 0;
    double room = 0;
    for (const std::size_t k : needs) {
        const ShareBounds bounds = decision.needs[k].shareBounds.value_or(ShareBounds{});
        m_least.push_back(bounds.least);
        m_greatest.push_back(std::min(1.0, bounds.greatest));
        least += m_least.back();
        room += m_greatest.back() - m_least.back();
    }
    for (std::size_t row = 0; row < needs.size(); ++row) {
        const double part = room > 0 ? (m_greatest[row] - m_least[row]) / room : 0;
        m_start.push_back(m_least[row] + (1 - least) * part);
    }
}

void WeightDraws::draw(std::uint64_t first, float *rows, float *normals) const
{
    if (!m_start.empty()) {
        drawWithinBounds(first, rows);
        return;
    }
    for (std::size_t row = 0; row < m_keys.size(); ++row) {
        fillNormals(m_keys[row], first, normals);
        m_tables[m_tableOf[row]].apply(normals, rows + row * kBlockDraws);
    }
    normalise(rows, m_keys.size(), m_shares.data());
    if (!m_groups.empty())
        putInOrder(rows);
}

void WeightDraws::putInOrder(float *rows) const
{
    // Uniform parts t_k of the corners: the need at place j gets Σ_{k ≥ j} t_k / k.
    std::array<float, kBlockDraws> tail{};
    std::size_t place = m_keys.size();
    for (auto group = m_groups.rbegin(); group != m_groups.rend(); ++group) {
        std::array<float, kBlockDraws> sum{};
        for (auto row = group->rbegin(); row != group->rend(); ++row, --place) {
            const float part = 1 / static_cast<float>(place);
            for (std::size_t b = 0; b < kBlockDraws; ++b) {
                tail[b] += part * rows[*row * kBlockDraws + b];
                sum[b] += tail[b];
            }
        }
        const float share = 1 / static_cast<float>(group->size());
        for (const std::size_t row : *group) {
            for (std::size_t b = 0; b < kBlockDraws; ++b)
                rows[row * kBlockDraws + b] = share * sum[b];
        }
    }
}

void WeightDraws::drawWithinBounds(std::uint64_t first, float *rows) const
{
    const std::size_t count = m_start.size();
    std::vector<double> weights = m_start;
    RandomStream random(m_keys.front(), first);
    const auto exchange = [&] {
        const auto a = static_cast<std::size_t>(random.uniform() * static_cast<double>(count));
        const auto b = static_cast<std::size_t>(random.uniform() * static_cast<double>(count));
        if (a == b)
            return;
        const double sum = weights[a] + weights[b];
        const double low = std::max(m_least[a], sum - m_greatest[b]);
        const double high = std::min(m_greatest[a], sum - m_least[b]);
        weights[a] = low + (std::max(low, high) - low) * random.uniform();
        weights[b] = sum - weights[a];
    };
    const std::size_t steps = 3 * count; // between two draws; 30 times that to forget the start
    for (std::size_t step = 0; step < 30 * steps; ++step)
        exchange();
    for (std::size_t b = 0; b < kBlockDraws; ++b) {
        for (std::size_t step = 0; step < steps; ++step)
            exchange();
        for (std::size_t row = 0; row < count; ++row)
            rows[row * kBlockDraws + b] = static_cast<float>(weights[row]);
    }
}

bool breaksBounds(const Decision &decision, const ScoreTable &table)
{
    constexpr double kTolerance = 1e-6;
    if (decision.weightModel.kind != WeightModel::Kind::bounds || boundsContradict(decision))
        return false;
    for (std::size_t k = 0; k < table.needs; ++k) {
        const ShareBounds bounds = decision.needs[k].shareBounds.value_or(ShareBounds{});
        const bool isWithin = table.shares[k] >= bounds.least - kTolerance &&
                              table.shares[k] <= bounds.greatest + kTolerance;
        if (table.weights[k] > 0 && !isWithin)
            return true;
    }
    return false;
}

bool boundsContradict(const Decision &decision)
{
    constexpr double kTolerance = 1e-9;
    double least = 0;
    double greatest = 0;
    for (const Need &need : decision.needs) {
        if (need.weight <= 0)
            continue;
        const ShareBounds bounds = need.shareBounds.value_or(ShareBounds{});
        least += bounds.least;
        greatest += bounds.greatest;
    }
    return least > 1 + kTolerance || greatest < 1 - kTolerance;
}

} // namespace weighbridge::decision
