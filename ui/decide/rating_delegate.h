// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/need_matrix_model.h"

#include <QStyledItemDelegate>

namespace weighbridge::decide
{

/// Paints a rating as a number over a bar in the alternative's colour: pale where it is the
/// language's, in the tone of an error where it misses a must-have.
class RatingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RatingDelegate(const session::ProjectSession &session, const models::NeedMatrixModel &model,
                   QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintRating(QPainter &painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;

    const session::ProjectSession &m_session;
    const models::NeedMatrixModel &m_model;
};

} // namespace weighbridge::decide
