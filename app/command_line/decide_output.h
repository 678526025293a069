// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/decision_changes.h"
#include "core/decision/views/analysis.h"

namespace weighbridge::app
{

/// Prints what `decide` found: text, with `--explain` the reasons too, with `--json` one object.
void printVerdict(const ChangedProject &made, const decision::AnalysisOptions &options,
                  const Arguments &line);
/// What --list-questions asks for.
void printQuestions(bool json);
/// What --list-needs asks for.
void printNeeds(const decision::Decision &decision, bool json);

} // namespace weighbridge::app
