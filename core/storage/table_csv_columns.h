// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/csv_text.h"
#include "core/decision/model/decision.h"

#include <QString>

#include <array>
#include <vector>

namespace weighbridge::storage
{

/// The columns of a table in CSV before those of the alternatives, in the order in which they are
/// written. The names are those of a file format and not translated.
struct TableColumn {
    enum Kind { need, id, weight, mustHave, unit, levelOne, levelFive, scale };
    Kind kind;
    QLatin1String title;
};

inline constexpr TableColumn kTableColumns[] = {
    {TableColumn::need, QLatin1String("Need")},
    {TableColumn::id, QLatin1String("Id")},
    {TableColumn::weight, QLatin1String("Weight")},
    {TableColumn::mustHave, QLatin1String("Must-have")},
    {TableColumn::unit, QLatin1String("Unit")},
    {TableColumn::levelOne, QLatin1String("Level 1")},
    {TableColumn::levelFive, QLatin1String("Level 5")},
    {TableColumn::scale, QLatin1String("Scale")},
};

/// Behind the name of an alternative: its raw figures instead of its levels.
inline QString figureSuffix()
{
    return QStringLiteral(" (figure)");
}

/// Where a table that was read has what.
struct TableColumns {
    static constexpr qsizetype missing = -1;

    struct OfAlternative {
        std::size_t alternative = 0; ///< in the decision
        qsizetype level = missing;
        qsizetype figure = missing;
    };
    std::array<qsizetype, std::size(kTableColumns)> fixed;
    std::vector<OfAlternative> alternatives;

    [[nodiscard]] bool has(std::size_t alternative) const;
};

/// What is wrong with a cell, with its line, its column and the name of that.
[[nodiscard]] Error tableMistake(const CsvRecord &header, const CsvRecord &record, qsizetype column,
                                 const QString &what);

/// The columns that the first of `records` names; alternatives that are new are added to
/// `decision`. Fails at the first name that cannot be meant. Precondition: there is one record.
[[nodiscard]] Result<TableColumns> columnsOf(const std::vector<CsvRecord> &records,
                                             decision::Decision &decision);

} // namespace weighbridge::storage
