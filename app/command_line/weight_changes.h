// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/decision/model/decision.h"

namespace weighbridge::app
{

/// Declares the options that weigh: set, rank, swing, pair, weights, bound.
void addWeightOptions(Arguments &line);

/// `decision` with the weights that they say, and what is known of them. Wrong values are rejected
/// in `line`.
[[nodiscard]] decision::Decision weighed(decision::Decision decision, Arguments &line);

} // namespace weighbridge::app
