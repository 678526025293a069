// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/value_of_information.h"

#include "core/decision/exact/scoring.h"
#include "core/decision/model/distributions.h"
#include "core/decision/model/uncertain_cell.h"

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
    for (const std::size_t i : table.candidates) {
        const double gap = std::abs(values[i] - values[order[i == order[0] ? 1 : 0]]);
        for (std::size_t k = 0; k < table.needs; ++k) {
            const Need &need = decision.needs[k];
            const double variance = uncertainCell(decision, k, i).variance();
            const double deviation = table.shares[k] * std::sqrt(variance);
            if (deviation <= 0)
                continue;
            const bool measurable = !need.workload.isEmpty();
            result.push_back({k, i, deviation * unitNormalLoss(gap / deviation), measurable});
        }
    }
    std::stable_sort(
        result.begin(), result.end(),
        [](const InformationValue &a, const InformationValue &b) { return a.gain > b.gain; });
    return result;
}

} // namespace weighbridge::decision
