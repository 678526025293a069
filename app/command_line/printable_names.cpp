// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/printable_names.h"

#include "app/command_line/terminal_text.h"

namespace weighbridge::app
{

decision::Decision withPrintableNames(decision::Decision decision)
{
    for (decision::Alternative &alternative : decision.alternatives) {
        alternative.name = printableName(alternative.name);
        alternative.exclusion = printableName(alternative.exclusion);
    }
    for (decision::Need &need : decision.needs) {
        need.name = printableName(need.name);
        for (decision::Rating &rating : need.ratings) {
            rating.words = printableName(rating.words);
            rating.erratum = printableName(rating.erratum);
        }
    }
    for (decision::Person &person : decision.people)
        person.name = printableName(person.name);
    for (decision::Part &part : decision.parts)
        part.name = printableName(part.name);
    for (decision::Effect &effect : decision.effects)
        effect.sentence = printableName(effect.sentence);
    return decision;
}

} // namespace weighbridge::app
