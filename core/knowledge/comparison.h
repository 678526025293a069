// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

namespace weighbridge::knowledge
{

/// The decision with other alternatives: same needs, weights, answers and rules. The alternatives
/// on show go to the shelf with their ratings; those of `comparison` come from there, or from the
/// catalogue where they were never on show. A framework without a rating of its own has its
/// language's. `own` starts empty.
[[nodiscard]] decision::Decision withComparison(decision::Decision decision,
                                                const Catalogue &catalogue,
                                                decision::Comparison comparison);

/// A need of the knowledge base with its anchors and with ratings for the alternatives on show,
/// without weight. Precondition: the catalogue has it.
[[nodiscard]] decision::Need catalogueNeed(const decision::Decision &decision,
                                           const Catalogue &catalogue, QStringView need);

/// Adds such a need; nothing happens where it is there already.
[[nodiscard]] decision::Decision withNeed(decision::Decision decision, const Catalogue &catalogue,
                                          QStringView need, double weight);

} // namespace weighbridge::knowledge
