// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/text_table.h"

#include <algorithm>
#include <limits>

namespace weighbridge::app
{

namespace
{

constexpr qsizetype kGap = 2;

} // namespace

void TextTable::addColumn(const QString &title, Align align)
{
    m_columns.push_back({title, align, title.size()});
}

void TextTable::addRow(const QStringList &cells)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_columns[i].width =
            std::max(m_columns[i].width, cells.value(static_cast<qsizetype>(i)).size());
    m_rows.push_back(cells);
}

QString TextTable::line(const QStringList &cells, std::size_t begin, std::size_t end) const
{
    QStringList padded;
    const auto add = [&](std::size_t i) {
        const QString cell = cells.value(static_cast<qsizetype>(i));
        const Column &column = m_columns[i];
        padded << (column.align == Align::right ? cell.rightJustified(column.width)
                                                : cell.leftJustified(column.width));
    };
    if (!m_columns.empty())
        add(0);
    for (std::size_t i = begin; i < end; ++i)
        add(i);
    QString text = padded.join(QString(kGap, QLatin1Char(' ')));
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text + QLatin1Char('\n');
}

QString TextTable::block(std::size_t begin, std::size_t end) const
{
    QStringList titles;
    for (const Column &column : m_columns)
        titles << column.title;
    QString text = line(titles, begin, end);
    for (const QStringList &row : m_rows) {
        const QString words = line(row, begin, end);
        if (words.size() > 1) // it has something in these columns
            text += words;
    }
    return text;
}

QString TextTable::toString() const
{
    return toString(std::numeric_limits<int>::max());
}

QString TextTable::toString(int columns) const
{
    QStringList blocks;
    std::size_t begin = std::min<std::size_t>(1, m_columns.size());
    do {
        qsizetype width = m_columns.empty() ? 0 : m_columns.front().width;
        std::size_t end = begin;
        while (end < m_columns.size() &&
               (end == begin || width + kGap + m_columns[end].width <= columns)) {
            width += kGap + m_columns[end].width;
            ++end;
        }
        blocks << block(begin, end);
        begin = end;
    } while (begin < m_columns.size());
    return blocks.join(QLatin1Char('\n'));
}

} // namespace weighbridge::app
