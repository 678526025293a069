// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/knowledge/catalogue.h"

#include <QString>

namespace weighbridge::decide
{

/// A cell of the table.
struct TableCell {
    std::size_t need = 0;
    std::size_t alternative = 0;
    bool operator==(const TableCell &) const = default;
};

/// The levels from `first` to `last`, both included, as spreadsheets exchange cells: tabs between
/// columns, a line for each row, numbers in the user's locale, nothing where a level is not known.
[[nodiscard]] QString copiedCells(const decision::Decision &decision, const TableCell &first,
                                  const TableCell &last);

/// The decision with the levels of `text` from `first` on to the right and below: cells of a
/// spreadsheet, or CSV. An empty cell is not known. Fails where a cell is no level, or where there
/// are more rows or columns than the table has from there; nothing is changed then.
[[nodiscard]] Result<decision::Decision> withPastedCells(const decision::Decision &decision,
                                                         const knowledge::Catalogue &catalogue,
                                                         const TableCell &first,
                                                         const QString &text);

} // namespace weighbridge::decide
