// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/text_table.h"

#include <algorithm>

namespace weighbridge::app
{

void TextTable::addColumn(const QString &title, Align align)
{
    m_columns.push_back({title, align});
}

void TextTable::addRow(const QStringList &cells)
{
    m_rows.push_back(cells);
}

QString TextTable::line(const QStringList &cells, const std::vector<qsizetype> &widths) const
{
    QStringList padded;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QString cell = cells.value(static_cast<qsizetype>(i));
        padded << (m_columns[i].align == Align::right ? cell.rightJustified(widths[i])
                                                      : cell.leftJustified(widths[i]));
    }
    QString text = padded.join(QStringLiteral("  "));
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text + QLatin1Char('\n');
}

QString TextTable::toString() const
{
    QStringList titles;
    std::vector<qsizetype> widths;
    for (const Column &column : m_columns) {
        titles << column.title;
        widths.push_back(column.title.size());
    }
    for (const QStringList &row : m_rows) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row.value(static_cast<qsizetype>(i)).size());
    }
    QString text = line(titles, widths);
    for (const QStringList &row : m_rows)
        text += line(row, widths);
    return text;
}

} // namespace weighbridge::app
