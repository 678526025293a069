// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/need_matrix_model.h"

#include <QHeaderView>

namespace weighbridge::decide
{

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
