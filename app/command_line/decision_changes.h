// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/storage/project.h"

namespace weighbridge::app
{

/// Declares the options that try something out on a project.
void addChangeOptions(Arguments &line);

/// What the options made of a project.
struct ChangedProject {
    storage::Project project;
    QStringList applied; ///< what --apply did, one sentence each
};

/// `project` with what those options say, in this order: level, alternatives, needs, answers,
/// rules, weights, must-haves, measurements, ratings by hand. Wrong values are rejected in `line`.
[[nodiscard]] ChangedProject changed(storage::Project project, Arguments &line);

} // namespace weighbridge::app
