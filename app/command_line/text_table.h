// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace weighbridge::app
{

/// A table of text for people: columns as wide as their widest cell on a terminal, two blanks
/// between them. A line feed or another control character within a cell is shown as such.
class TextTable
{
public:
    enum class Align { left, right };

    void addColumn(const QString &title, Align align = Align::left);
    /// Missing cells stay empty.
    void addRow(const QStringList &cells);
    [[nodiscard]] QString toString() const;
    /// The same no wider than `columns`: what does not fit stands below, the first column before it
    /// again. A column that is too wide by itself is not cut.
    [[nodiscard]] QString toString(int columns) const;

private:
    struct Column {
        QString title;
        Align align;
        qsizetype width; ///< of its widest cell, in cells of a terminal
    };
    /// The first column, then those from `begin` to before `end`.
    [[nodiscard]] QString block(std::size_t begin, std::size_t end) const;
    [[nodiscard]] QString line(const QStringList &cells, std::size_t begin, std::size_t end) const;

    std::vector<Column> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace weighbridge::app
