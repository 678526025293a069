// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <vector>

namespace weighbridge::knowledge
{

/// The catalogue's parts that many backends have (gateway, ML service, admin, workers), each
/// weighing those of its needs that the decision has; a proposal. A part whose needs the decision
/// lacks altogether weighs as the project does.
[[nodiscard]] std::vector<decision::Part> usualParts(const decision::Decision &decision);

} // namespace weighbridge::knowledge
