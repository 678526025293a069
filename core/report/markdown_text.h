// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/figure_text.h"

#include <QString>
#include <QStringList>

namespace weighbridge::report
{

/// `text` so that Markdown shows it as it is, on one line, also within a table cell: no markup, no
/// HTML, no link comes out of what a user typed or a file held.
[[nodiscard]] QString escaped(const QString &text);

/// One row of a table. The cells are Markdown already.
[[nodiscard]] QString tableRow(const QStringList &cells);
/// The row under the titles: `textColumns` at the left, the rest are figures, at the right.
[[nodiscard]] QString tableRule(qsizetype columns, qsizetype textColumns);

} // namespace weighbridge::report
