// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/decision/model/decision.h"

namespace weighbridge::app
{

/// Declares the options that change rows and columns: add-need, add-alternative,
/// remove-alternative.
void addTableOptions(Arguments &line);
/// `decision` with those rows and columns. Wrong values are rejected in `line`.
[[nodiscard]] decision::Decision withRowsAndColumns(decision::Decision decision, Arguments &line);

/// Declares the options that rate cells by hand: rate, unset.
void addRatingOptions(Arguments &line);
/// `decision` with those ratings, and without what is taken back. Wrong values are rejected in
/// `line`.
[[nodiscard]] decision::Decision ratedByHand(decision::Decision decision, Arguments &line);

} // namespace weighbridge::app
