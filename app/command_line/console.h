// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/exit_code.h"
#include "core/base/figure_text.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <cstdint>

namespace weighbridge::app
{

/// Writes a result to stdout, printable, a line break added where it lacks one.
void print(const QString &text);
/// Writes the one object of `--json` to stdout, with `schema` and `program_version` added where
/// they are missing.
void printJson(QJsonObject object);
/// Writes one line to stderr, printable: progress and causes of failure.
void note(const QString &line);
/// "weighbridge: MESSAGE" on stderr, then the other program's own words where there are any.
void complain(const Error &error);
void complain(const QString &message);

/// The number of the write to stdout or stderr that is under way now, 0 where none is: one that
/// stays the same waits for a reader. Callable from any thread.
[[nodiscard]] std::uint64_t writeUnderWay();

/// `code`, or failure where stdout could not take everything (a full disk, a closed pipe).
[[nodiscard]] ExitCode afterFlush(ExitCode code);

} // namespace weighbridge::app
