// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/gates.h"

#include "core/decision/model/uncertain_cell.h"

namespace weighbridge::decision
{

namespace
{

constexpr double kExcludedBelow = 0.05;
constexpr double kPassesFrom = 0.95;

GateResult check(const Decision &decision, const Gate &gate, std::size_t alternative)
{
    GateResult result;
    result.alternative = alternative;
    if (!decision.needs[gate.need].ratings[alternative].level) {
        result.state = GateState::unproven;
        return result;
    }
    result.probability = uncertainCell(decision, gate.need, alternative).chanceAtLeast(gate.level);
    if (*result.probability < kExcludedBelow)
        result.state = GateState::excluded;
    else if (*result.probability < kPassesFrom)
        result.state = GateState::atRisk;
    return result;
}

} // namespace

std::vector<GateResult> checkGates(const Decision &decision, const std::vector<Gate> &gates)
{
    std::vector<GateResult> results;
    for (std::size_t g = 0; g < gates.size(); ++g) {
        for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
            results.push_back(check(decision, gates[g], i));
            results.back().gate = g;
        }
    }
    return results;
}

std::optional<Relaxation> smallestRelaxation(const Decision &decision,
                                             const std::vector<Gate> &gates)
{
    std::optional<Relaxation> smallest;
    double leastSum = 0;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        if (!decision.alternatives[i].exclusion.isEmpty())
            continue; // no must-have keeps it out, so none lets it in
        Relaxation relaxation{i, {}};
        double sum = 0;
        for (const Gate &gate : gates) {
            if (check(decision, gate, i).state != GateState::excluded)
                continue;
            const double level = *decision.needs[gate.need].ratings[i].level;
            relaxation.lowered.push_back({gate.need, level});
            sum += gate.level - level;
        }
        if (relaxation.lowered.empty())
            return std::nullopt; // somebody is through already
        if (smallest && sum >= leastSum)
            continue;
        leastSum = sum;
        smallest = std::move(relaxation);
    }
    return smallest;
}

} // namespace weighbridge::decision
