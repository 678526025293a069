// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/decision/model/decision.h"

#include <optional>
#include <stop_token>

namespace weighbridge::app
{

/// --interview, --next-question and --skip of `decide`.
void addGuideOptions(Arguments &line);

/// Does what these options ask for: prints the next question and is finished, or asks and leaves
/// the answers in `decision`. Nothing: go on with the verdict; otherwise the command ends so.
[[nodiscard]] std::optional<ExitCode> guide(decision::Decision &decision, Arguments &line,
                                            std::stop_token stop);

} // namespace weighbridge::app
