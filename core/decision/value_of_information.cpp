// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/value_of_information.h"

#include "core/decision/distributions.h"
#include "core/decision/sampler.h"
#include "core/decision/scoring.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace weighbridge::decision
{

namespace
{

double unitNormalLoss(double z)
{
    const double density = std::exp(-0.5 * z * z) / std::sqrt(2 * std::numbers::pi);
    return std::max(0.0, density - z * normalCdf(-z));
}

} // namespace

std::vector<InformationValue> valueOfInformation(const Decision &decision)
{
    std::vector<InformationValue> result;
    const ScoreTable table = scoreTable(decision);
    if (table.candidates.size() < 2 || table.weightSum <= 0)
        return result;
    const std::vector<double> values = scores(table);
    const std::vector<std::size_t> order = ranking(decision, table, values);
    const Sampler sampler(decision, table, Uncertain::ratings);
    for (const std::size_t i : table.candidates) {
        const double gap = std::abs(values[i] - values[order[i == order[0] ? 1 : 0]]);
        for (std::size_t row = 0; row < sampler.needs().size(); ++row) {
            const double deviation =
                sampler.share(row) * std::sqrt(sampler.cell(row, i).variance());
            if (deviation <= 0)
                continue;
            const std::size_t need = sampler.needs()[row];
            const bool measurable = !decision.needs[need].workload.isEmpty();
            result.push_back({need, i, deviation * unitNormalLoss(gap / deviation), measurable});
        }
    }
    std::stable_sort(
        result.begin(), result.end(),
        [](const InformationValue &a, const InformationValue &b) { return a.gain > b.gain; });
    return result;
}

} // namespace weighbridge::decision
