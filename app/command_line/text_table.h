// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace weighbridge::app
{

/// A table of text for people: columns as wide as their widest cell, two blanks between them.
class TextTable
{
public:
    enum class Align { left, right };

    void addColumn(const QString &title, Align align = Align::left);
    /// Missing cells stay empty.
    void addRow(const QStringList &cells);
    [[nodiscard]] QString toString() const;

private:
    struct Column {
        QString title;
        Align align;
    };
    [[nodiscard]] QString line(const QStringList &cells,
                               const std::vector<qsizetype> &widths) const;

    std::vector<Column> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace weighbridge::app
