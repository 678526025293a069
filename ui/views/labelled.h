// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace weighbridge::views
{

/// A control below its name.
[[nodiscard]] QWidget *labelled(const QString &text, QWidget *control);

} // namespace weighbridge::views
