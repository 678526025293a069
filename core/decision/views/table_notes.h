// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <QString>

#include <vector>

namespace weighbridge::decision
{

/// Remarks on the table: duplicates, needs that do not tell alternatives apart, unknown ratings,
/// single runs.
[[nodiscard]] std::vector<QString> notesOn(const Decision &decision);

} // namespace weighbridge::decision
