// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

#include <QWidget>

class QDoubleSpinBox;

namespace weighbridge::views
{

/// How far judged ratings may be off, in levels, and how much those of one alternative go together:
/// the exact numbers behind "a little", "some" and "a lot".
class DoubtFields : public QWidget
{
    Q_OBJECT

public:
    explicit DoubtFields(session::ProjectSession &session, QWidget *parent = nullptr);

    /// Shows the numbers of the decision.
    void refresh();

private:
    session::ProjectSession &m_session;
    QDoubleSpinBox *m_halfWidth;
    QDoubleSpinBox *m_correlation;
};

} // namespace weighbridge::views
