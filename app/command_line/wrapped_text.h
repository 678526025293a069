// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge::app
{

/// Columns of what is printed for people to read: it fits a terminal beside another, a mail and a
/// ticket.
inline constexpr int kTextColumns = 100;

/// `text` on lines of at most `columns`, the first behind `first`, the others indented by `indent`
/// (or as far as the first); ends with a line break. Words longer than a line are cut, "14 %" is
/// not.
[[nodiscard]] QString wrapped(const QString &text, const QString &first = {}, int indent = -1,
                              int columns = kTextColumns);
/// `text` on one line of at most `columns`, ending in "…" where it is longer.
[[nodiscard]] QString shortened(const QString &text, int columns);

} // namespace weighbridge::app
