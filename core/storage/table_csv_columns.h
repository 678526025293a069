// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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

} // namespace weighbridge::storage
