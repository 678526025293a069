// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/result_table_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace weighbridge::benchmark
{

/// The result table: markers, bars and quiet figures; as tall as its rows.
class ResultTable : public QTableView
{
    Q_OBJECT

public:
    explicit ResultTable(models::ResultTableModel &model, QWidget *parent = nullptr);
    /// Drops the columns a narrow window has no room for.
    void arrange(bool narrow);

private:
    void fitColumns();

    models::ResultTableModel &m_model;
    bool m_narrow = false;
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
