// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/need_matrix_model.h"

#include <QHeaderView>
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

/// Heads of the columns: marker and name of each alternative; "out" where it is excluded.
class AlternativeHeader : public QHeaderView
{
    Q_OBJECT

public:
    AlternativeHeader(const session::ProjectSession &session, const models::NeedMatrixModel &model,
                      QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    const session::ProjectSession &m_session;
    const models::NeedMatrixModel &m_model;
};

/// Names and hints of the needs, at the left of the rows.
class NeedHeader : public QHeaderView
{
    Q_OBJECT

public:
    NeedHeader(const session::ProjectSession &session, QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    const session::ProjectSession &m_session;
};

} // namespace weighbridge::decide
