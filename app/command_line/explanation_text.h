// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"

#include <QString>

namespace weighbridge::app
{

/// What answers and rules did, why, must-haves, what would change it, how sure it is, what to
/// measure next, and where the ratings come from; as sentences.
[[nodiscard]] QString explanationText(const decision::Decision &decision,
                                      const decision::Analysis &analysis);

} // namespace weighbridge::app
