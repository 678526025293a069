// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/decision/model/decision.h"

namespace weighbridge::app
{

/// Declares the options that try something out on a decision: level, answer, rule, set, must.
void addChangeOptions(Arguments &line);

/// `decision` with what those options say, in this order: level, answers, rules, weights,
/// must-haves. Wrong values are rejected in `line`.
[[nodiscard]] decision::Decision changed(decision::Decision decision, Arguments &line);

} // namespace weighbridge::app
