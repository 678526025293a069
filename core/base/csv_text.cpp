// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv_text.h"

namespace weighbridge
{

namespace
{

bool looksLikeFormula(const QString &cell)
{
    static const QString kStarts = QStringLiteral("=+-@\t\r\n");
    if (cell.isEmpty() || !kStarts.contains(cell.front()))
        return false;
    bool isNumber = false;
    cell.toDouble(&isNumber);
    return !isNumber;
}

QString quoted(QString cell)
{
    if (looksLikeFormula(cell))
        cell.prepend(QLatin1Char('\''));
    const bool needsQuotes = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) ||
                             cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'));
    return needsQuotes ? QLatin1Char('"') +
                             cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
                             QLatin1Char('"')
                       : cell;
}

} // namespace

QString csvLine(const QStringList &cells)
{
    QStringList safe;
    for (const QString &cell : cells)
        safe << quoted(cell);
    return safe.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

} // namespace weighbridge
