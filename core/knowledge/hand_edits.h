// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

#include <optional>

namespace weighbridge::knowledge
{

/// What a person does to the table by hand, in the window, on the command line or in a spreadsheet.
/// Precondition throughout: the need and the alternative exist.

/// What the source says about a cell; nullopt where no source rates it.
[[nodiscard]] std::optional<decision::Rating> sourceRating(const decision::Decision &decision,
                                                           const Catalogue &catalogue,
                                                           std::size_t need,
                                                           std::size_t alternative);

/// Replaces a cell and keeps what it said before, unless that was by hand as well.
[[nodiscard]] decision::Decision withRating(decision::Decision decision, std::size_t need,
                                            std::size_t alternative, decision::Rating rating);

/// Rated by hand; nullopt: not known. Unchanged where the cell says so already; the source's own
/// rating where that says the same.
[[nodiscard]] decision::Decision withLevel(decision::Decision decision, const Catalogue &catalogue,
                                           std::size_t need, std::size_t alternative,
                                           std::optional<double> level);

/// The figure by hand, an estimate in the unit of the need's anchors; the level follows from it.
/// Precondition: the need has anchors, `figure` is finite, and positive where they are logarithmic.
[[nodiscard]] decision::Decision withFigure(decision::Decision decision, const Catalogue &catalogue,
                                            std::size_t need, std::size_t alternative,
                                            double figure);

/// A need of weight `weight` that nobody has rated, at the end, with an id of its own.
[[nodiscard]] decision::Decision withOwnNeed(decision::Decision decision, const QString &name,
                                             double weight);

/// `name`, with a number where one of `alternatives` is called so already: "Go (2)".
[[nodiscard]] QString distinctName(const std::vector<decision::Alternative> &alternatives,
                                   const QString &name);

/// An alternative that nobody has rated, at the end, with an id and a distinctName() of its own.
[[nodiscard]] decision::Decision withOwnAlternative(decision::Decision decision,
                                                    const QString &name);

} // namespace weighbridge::knowledge
