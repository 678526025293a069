// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/storage/project.h"

#include <QDate>

#include <optional>

namespace weighbridge::app
{

/// The options of `decide` that have to do with what a project file holds.
void addFileOptions(Arguments &line);

/// Their values.
struct FileOptions {
    std::optional<int> keepRuns; ///< all where empty
    QDate dropRunsBefore;        ///< none where invalid
    QString importCsv;           ///< a table to read first; empty where none
    QString tableCsv;            ///< where to write the table; empty where not
};
/// What makes no sense goes to line.usageError().
[[nodiscard]] FileOptions fileOptionsFrom(Arguments &line);

/// `project` with the table that they name, before all other changes; tells on stderr what came in.
[[nodiscard]] Outcome withImport(storage::Project &project, const FileOptions &options);
/// The rest, after all other changes: drops runs and writes the table, and tells on stderr what it
/// did. Fails where a file cannot be written.
[[nodiscard]] Outcome withFileOptions(storage::Project &project, const FileOptions &options);

} // namespace weighbridge::app
