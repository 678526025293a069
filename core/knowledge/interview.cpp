// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/interview.h"

#include "core/knowledge/catalogue.h"

#include <algorithm>

namespace weighbridge::knowledge
{

bool isOn(const decision::Decision &decision, const Rule &rule)
{
    const auto &exceptions = rule.onByDefault ? decision.rulesOff : decision.rulesOn;
    const bool isException =
        std::find(exceptions.begin(), exceptions.end(), rule.id) != exceptions.end();
    return rule.onByDefault != isException;
}

const Question *findQuestion(const Catalogue &catalogue, QStringView id)
{
    const auto found = std::find_if(catalogue.questions.begin(), catalogue.questions.end(),
                                    [&](const Question &each) { return each.id == id; });
    return found == catalogue.questions.end() ? nullptr : &*found;
}

const Rule *findRule(const Catalogue &catalogue, QStringView id)
{
    const auto found = std::find_if(catalogue.rules.begin(), catalogue.rules.end(),
                                    [&](const Rule &each) { return each.id == id; });
    return found == catalogue.rules.end() ? nullptr : &*found;
}

} // namespace weighbridge::knowledge
