// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/exit_code.h"
#include "core/base/figure_text.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace weighbridge::app
{

/// The text without what a terminal would obey instead of showing it: control characters but line
/// feed and tab, and the marks that turn the direction of writing. Names, replies and logs of
/// servers may hold any.
[[nodiscard]] QString printable(QString text);

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

/// `code`, or failure where stdout could not take everything (a full disk, a closed pipe).
[[nodiscard]] ExitCode afterFlush(ExitCode code);

} // namespace weighbridge::app
