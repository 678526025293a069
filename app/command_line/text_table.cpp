// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/text_table.h"

#include "app/command_line/terminal_text.h"

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
    const QString shown = printableName(title);
    m_columns.push_back({shown, align, cellsOf(shown)});
}

void TextTable::addRow(const QStringList &cells)
{
    QStringList shown;
    for (const QString &cell : cells)
        shown << printableName(cell);
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_columns[i].width =
            std::max(m_columns[i].width, cellsOf(shown.value(static_cast<qsizetype>(i))));
    m_rows.push_back(shown);
}

QString TextTable::line(const QStringList &cells, std::size_t begin, std::size_t end) const
{
    QStringList line;
    const auto add = [&](std::size_t i) {
        const QString cell = cells.value(static_cast<qsizetype>(i));
        const Column &column = m_columns[i];
        line << padded(cell, column.width,
                       column.align == Align::right ? Padding::before : Padding::after);
    };
    if (!m_columns.empty())
        add(0);
    for (std::size_t i = begin; i < end; ++i)
        add(i);
    QString text = line.join(QString(kGap, QLatin1Char(' ')));
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
