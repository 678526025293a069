// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/result_table_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

#include <vector>

namespace weighbridge::benchmark
{

/// The result table: markers, bars and quiet figures; as tall as its rows. Columns that it has no room
/// for are in the tool tips of the rows.
class ResultTable : public QTableView
{
    Q_OBJECT

public:
    explicit ResultTable(models::ResultTableModel &model, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int widthOf(int column) const;
    void takeColumns();
    void fitColumns();

    models::ResultTableModel &m_model;
    std::vector<int> m_headWidths; ///< what the head of each column needs
};

class ResultDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace weighbridge::benchmark
