// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"

#include <QString>

namespace weighbridge::app
{

/// Headline, sentence, ranking and the decision table, for people.
[[nodiscard]] QString verdictText(const decision::Decision &decision,
                                  const decision::Analysis &analysis);
/// One line: "Go leads, narrowly. Go 3.86 vs Python 3.71 … (Go 66%, Python 34% chance of being
/// best)".
[[nodiscard]] QString verdictLine(const decision::Decision &decision,
                                  const decision::Analysis &analysis);

} // namespace weighbridge::app
