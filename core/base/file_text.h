// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge
{

/// A small text file, as of /proc and /sys; empty where it cannot be read.
[[nodiscard]] QString readText(const QString &path);

} // namespace weighbridge
