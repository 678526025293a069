// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

namespace weighbridge::knowledge
{

/// The decision as it was before its effects: weights, must-haves, anchors, ratings, exclusions,
/// needs. What somebody changed by hand since then stays and is pinned.
[[nodiscard]] decision::Decision withoutEffects(decision::Decision decision,
                                                const Catalogue &catalogue);

/// Works in answers and rules. Precondition: `decision` has no effects.
[[nodiscard]] decision::Decision withEffects(decision::Decision decision,
                                             const Catalogue &catalogue);

/// Rules that are switched on and whose conditions all hold, in the order of the catalogue.
[[nodiscard]] std::vector<const Rule *> firedRules(const decision::Decision &decision,
                                                   const Catalogue &catalogue);

/// Indices of the alternatives that a rule means by `id`: the one with this id, and the frameworks
/// of the language with this id.
[[nodiscard]] std::vector<std::size_t> alternativesMeant(const decision::Decision &decision,
                                                         QStringView id);
/// Whether the rule's advice concerns what the table compares: any that is not out, or any at all
/// where all are.
[[nodiscard]] bool concernsTable(const decision::Decision &decision, const Rule &rule);

[[nodiscard]] const decision::Answer *answerTo(const decision::Decision &decision,
                                               QStringView question);

/// Other anchors for a need; ratings that have a figure follow it, judged ones stay.
void moveAnchors(decision::Need &need, const decision::Anchors &anchors);

/// "High-traffic API stays at 4: set by hand."
[[nodiscard]] QString pinnedSentence(const decision::Need &need);

} // namespace weighbridge::knowledge
