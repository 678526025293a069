// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/dominance.h"

namespace weighbridge::decision
{

namespace
{

bool dominates(const Decision &decision, std::size_t a, std::size_t b)
{
    bool strictly = false;
    for (const Need &need : decision.needs) {
        if (need.weight <= 0)
            continue;
        const double worst = need.ratings[a].level.value_or(kLowestLevel);
        const double best = need.ratings[b].level.value_or(kHighestLevel);
        if (worst < best)
            return false;
        strictly = strictly || worst > best;
    }
    return strictly;
}

} // namespace

std::vector<std::pair<std::size_t, std::size_t>> dominatingPairs(const Decision &decision)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t a = 0; a < decision.alternatives.size(); ++a) {
        for (std::size_t b = 0; b < decision.alternatives.size(); ++b) {
            if (a != b && dominates(decision, a, b))
                pairs.emplace_back(a, b);
        }
    }
    return pairs;
}

} // namespace weighbridge::decision
