// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge::app
{

/// Opens the window on `file` (may be empty) and runs until it is closed; the exit code. Without a
/// display it says so in one sentence instead of Qt's abort.
int openWindow(int argc, char **argv, const QString &file);

} // namespace weighbridge::app
