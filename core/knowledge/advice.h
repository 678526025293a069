// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "core/knowledge/catalogue.h"

namespace weighbridge::knowledge
{

/// What the rules say that depend on the outcome and not on answers: what weighs most rests on
/// opinion (B12), no clear winner (B13), what a new project pins (B10). Rules that are switched off
/// say nothing. Effects of kind advice, to be shown beside Decision::effects, never kept with them.
[[nodiscard]] std::vector<decision::Effect> adviceOn(const decision::Decision &decision,
                                                     const decision::Analysis &analysis,
                                                     const Catalogue &catalogue);

/// The decision with that advice among its effects: to be shown, never kept.
[[nodiscard]] decision::Decision withAdvice(decision::Decision decision,
                                            const decision::Analysis &analysis,
                                            const Catalogue &catalogue);

} // namespace weighbridge::knowledge
