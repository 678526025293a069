// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace weighbridge
{

/// A small text file, as of /proc and /sys; empty where it cannot be read.
[[nodiscard]] QString readText(const QString &path);

/// Writes the whole file or leaves what was there. `remedy` says what to do where it fails.
[[nodiscard]] Outcome writeFile(const QString &path, const QByteArray &bytes,
                                const QString &remedy);

} // namespace weighbridge
