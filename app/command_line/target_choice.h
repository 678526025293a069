// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/measure/targets/target.h"

#include <vector>

namespace weighbridge::app
{

/// The targets named by `ids`, all where none is named. A name that does not exist is rejected on
/// `line` with a suggestion; a target that cannot be read is a note on stderr.
[[nodiscard]] std::vector<measure::Target> chosenTargets(Arguments &line, const QStringList &ids);

/// Declares --database, the same for every command that starts servers.
void addDatabaseOption(Arguments &line);
/// The URL that --database or else WEIGHBRIDGE_DATABASE_URL names; empty for SQLite. A wrong one is
/// rejected.
[[nodiscard]] QString chosenDatabase(Arguments &line);

} // namespace weighbridge::app
