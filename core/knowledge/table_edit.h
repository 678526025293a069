// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

namespace weighbridge::knowledge
{

/// Weight of a need that somebody adds, until it is weighed.
inline constexpr double kFirstWeight = 5;

/// A project of somebody's own at its start: the alternatives of `comparison` (of `own` none), no
/// need, no weight.
[[nodiscard]] decision::Decision emptyDecision(const Catalogue &catalogue,
                                               decision::Comparison comparison);

/// The need of the knowledge base with this id or name (in any case); null where it has none.
[[nodiscard]] const decision::Need *knownNeed(const Catalogue &catalogue, QStringView idOrName);

/// With one more need, of weight kFirstWeight: that of the knowledge base where it has one of this
/// id or name, otherwise one of the user's own, whose id is made from the name and which nothing
/// rates yet. An error says that it is there already.
[[nodiscard]] Result<decision::Decision> withAddedNeed(decision::Decision decision,
                                                       const Catalogue &catalogue,
                                                       const QString &idOrName);
/// Without the need. One that answers or rules ask for would come back: it stays with weight 0, set
/// by hand. Precondition: it is in the table.
[[nodiscard]] decision::Decision withoutNeed(decision::Decision decision,
                                             const Catalogue &catalogue, const QString &need);

/// `name`, with a number where one of `alternatives` is called so already: "Go (2)".
[[nodiscard]] QString distinctName(const std::vector<decision::Alternative> &alternatives,
                                   const QString &name);

/// With one more alternative in the comparison on show, under an id made from the name and a colour
/// of its own. One that the knowledge base knows comes with its ratings, colour and targets. An
/// error says that there is one of this name.
[[nodiscard]] Result<decision::Decision> withAlternative(decision::Decision decision,
                                                         const Catalogue &catalogue,
                                                         const QString &name);
/// Precondition: it is in the table.
[[nodiscard]] decision::Decision withoutAlternative(decision::Decision decision,
                                                    const Catalogue &catalogue,
                                                    const QString &alternative);

/// A cell rated by hand; nullopt: not known. What it said before is kept with it. Back at what the
/// source says, it is the source's again. Precondition of this and the next two: there is such a
/// cell.
[[nodiscard]] decision::Decision withLevel(decision::Decision decision, const Catalogue &catalogue,
                                           const QString &need, const QString &alternative,
                                           std::optional<double> level);
/// A cell estimated by hand in the unit of the need's anchors: it follows the requirement. The
/// factor that it may be off by stays, or is that of an estimate. Precondition: the need has
/// anchors, and the figure is finite, and positive where they are logarithmic.
[[nodiscard]] decision::Decision withFigure(decision::Decision decision, const Catalogue &catalogue,
                                            const QString &need, const QString &alternative,
                                            double figure);
/// The cell as the source has it; not known where no source rates it.
[[nodiscard]] decision::Decision withSourceRating(decision::Decision decision,
                                                  const Catalogue &catalogue, const QString &need,
                                                  const QString &alternative);

/// What the source says about a cell, on the anchors that the need has in the decision; nullopt
/// where no source rates it.
[[nodiscard]] std::optional<decision::Rating> sourceRating(const decision::Decision &decision,
                                                           const Catalogue &catalogue,
                                                           QStringView need,
                                                           QStringView alternative);

} // namespace weighbridge::knowledge
