// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decision/model/decision.h"

#include <QByteArray>
#include <QStringList>

namespace weighbridge::storage
{

/// The decision table for a spreadsheet: a row for each need with its id, weight, must-have level
/// and value function, a column for each alternative with its levels, and where there are any, one
/// after it, "NAME (figure)", with the raw figures in the need's unit. UTF-8 with a byte order
/// mark, commas, decimal points; no cell is a formula (csvLine()). Not known is empty.
[[nodiscard]] QByteArray tableCsv(const decision::Decision &decision);

/// What a table has brought.
struct ImportedTable {
    decision::Decision decision;
    QStringList remarks; ///< what it added, and what it does not speak of; one sentence each
};

/// `decision` with what the table says. Its first row names the columns: "Need" or "Id" must be
/// there; "Weight", "Must-have", "Unit", "Level 1", "Level 5" and "Scale" may be; every other
/// column is an alternative, by name or id. Needs are known by id, otherwise by name; needs and
/// alternatives that are new are added, and those that the table does not name stay as they are. A
/// cell that says what the decision says already leaves it, with its source, untouched; another one
/// is rated by hand. Separators, quotes and numbers as readCsv() and csvNumber() have them. Fails
/// without a change at the first cell that cannot be meant, naming line and column.
[[nodiscard]] Result<ImportedTable> withTableCsv(const decision::Decision &decision,
                                                 const QByteArray &bytes);

} // namespace weighbridge::storage
