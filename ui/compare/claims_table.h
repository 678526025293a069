// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/claims_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace weighbridge::compare
{

/// The claims with their verdicts; rows as tall as their text, the view as tall as its rows.
class ClaimsTable : public QTableView
{
    Q_OBJECT

public:
    explicit ClaimsTable(models::ClaimsModel &model, QWidget *parent = nullptr);
    /// A narrow window does without what others found; it is the tooltip.
    void arrange(bool narrow);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

class ClaimsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace weighbridge::compare
