// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge::shell
{

/// Opens the window on `file` (the last project, or the sample at the first start, where empty) and
/// runs until it is closed. Returns the exit code. Ends in good order on SIGINT and SIGTERM.
[[nodiscard]] int runWindow(int &argc, char **argv, const QString &file);

} // namespace weighbridge::shell
