// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge::app
{

/// The text without what a terminal would obey instead of showing it: control characters but line
/// feed and tab become their pictures ("␛"), the marks that turn the direction of writing U+FFFD.
/// Names, replies and logs of servers may hold any.
[[nodiscard]] QString printable(QString text);
/// The same of a name, within which a line feed or a tab is such a character as well.
[[nodiscard]] QString printableName(QString name);

/// How many cells of a terminal the text takes: two for a wide character (Chinese, Japanese,
/// Korean, emoji), none for one that combines with the one before it.
[[nodiscard]] qsizetype cellsOf(const QString &text);
/// As many characters from the left as fit into `most` cells.
[[nodiscard]] QString leftCells(const QString &text, qsizetype most);

enum class Padding { before, after };
/// The text with blanks up to `cells`.
[[nodiscard]] QString padded(const QString &text, qsizetype cells, Padding padding);

} // namespace weighbridge::app
