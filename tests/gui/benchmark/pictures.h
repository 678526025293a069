// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QWidget>

#include <functional>

namespace weighbridge::testing
{

class ShownWindow;

/// Rows for QTest: every one of `states` in two sizes, light and dark, as columns "state", "size"
/// and "appearance".
void addPictureRows(const QStringList &states);

/// Draws a window of `size` on the page after `put`, keeps it as screenshots/NAME.png in the build
/// folder for people, and says whether the window kept its size.
[[nodiscard]] bool drawPage(const QString &name, const QSize &size, int page,
                            const std::function<void(ShownWindow &)> &put);

} // namespace weighbridge::testing
