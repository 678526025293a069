// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/gates.h"

#include "core/decision/model/distributions.h"

#include <algorithm>

namespace weighbridge::decision
{

namespace
{

constexpr double kExcludedBelow = 0.05;
constexpr double kPassesFrom = 0.95;

GateResult check(const Rating &rating, double threshold)
{
    GateResult result;
    if (!rating.level) {
        result.state = GateState::unproven;
        return result;
    }
    const bool measured = rating.spread.kind == Spread::Kind::studentT;
    const double error = measured ? rating.spread.standardError : 0;
    if (error > 0)
        result.probability = normalCdf((*rating.level - threshold) / error);
    else
        result.probability = *rating.level >= threshold ? 1 : 0;
    if (*result.probability < kExcludedBelow)
        result.state = GateState::excluded;
    else if (*result.probability < kPassesFrom)
        result.state = GateState::atRisk;
    return result;
}

bool isExcluded(const Decision &decision, const Gate &gate, std::size_t alternative)
{
    return check(decision.needs[gate.need].ratings[alternative], gate.level).state ==
           GateState::excluded;
}

} // namespace

std::vector<GateResult> checkGates(const Decision &decision, const std::vector<Gate> &gates)
{
    std::vector<GateResult> results;
    for (std::size_t g = 0; g < gates.size(); ++g) {
        for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
            GateResult result = check(decision.needs[gates[g].need].ratings[i], gates[g].level);
            result.gate = g;
            result.alternative = i;
            results.push_back(result);
        }
    }
    return results;
}

std::optional<Relaxation> smallestRelaxation(const Decision &decision,
                                             const std::vector<Gate> &gates)
{
    std::optional<Relaxation> smallest;
    double leastStep = 0;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        if (!decision.alternatives[i].exclusion.isEmpty())
            continue; // no must-have keeps it out, so none lets it in
        std::vector<std::size_t> failed;
        for (std::size_t g = 0; g < gates.size(); ++g) {
            if (isExcluded(decision, gates[g], i))
                failed.push_back(g);
        }
        if (failed.empty())
            return std::nullopt; // somebody is through already
        if (failed.size() > 1)
            continue; // one relaxation does not help
        const Gate &gate = gates[failed.front()];
        const double level = *decision.needs[gate.need].ratings[i].level;
        const double step = gate.level - level;
        if (smallest && step >= leastStep)
            continue;
        leastStep = step;
        smallest = Relaxation{failed.front(), i, level};
    }
    return smallest;
}

} // namespace weighbridge::decision
