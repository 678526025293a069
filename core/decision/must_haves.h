// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/analysis.h"

#include <vector>

namespace weighbridge::decision
{

/// A gate for each need with a must-have, whatever its weight.
[[nodiscard]] std::vector<Gate> gatesOf(const Decision &decision);

/// Indices of the alternatives that neither a must-have nor a rule rules out, ascending.
[[nodiscard]] std::vector<std::size_t> candidatesOf(const Decision &decision);

/// Checks every must-have and says who is out and why: fills mustHaves, relaxation and the
/// exclusions of the standings, which must be there already.
void addMustHaves(const Decision &decision, Analysis &analysis);

} // namespace weighbridge::decision
