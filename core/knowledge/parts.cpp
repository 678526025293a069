// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/parts.h"

#include "core/knowledge/catalogue.h"

namespace weighbridge::knowledge
{

std::vector<decision::Part> usualParts(const decision::Decision &decision)
{
    std::vector<decision::Part> parts = builtInCatalogue().parts;
    for (decision::Part &part : parts) {
        std::erase_if(part.weights, [&](const decision::NeedWeight &each) {
            return decision.findNeed(each.need) == nullptr;
        });
        if (!part.weights.empty())
            continue;
        for (const decision::Need &need : decision.needs)
            part.weights.push_back({need.id, need.weight});
    }
    return parts;
}

} // namespace weighbridge::knowledge
