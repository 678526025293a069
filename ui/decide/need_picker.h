// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::decide
{

/// Adds a need: one of the knowledge base, found by typing, or one with a name of its own.
/// Window-modal; use open(). Deletes itself when it closes.
class NeedPicker : public QDialog
{
    Q_OBJECT

public:
    explicit NeedPicker(session::ProjectSession &session, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void filter();
    void addOwn();
    void addChosen();
    void add(const QString &idOrName);

    session::ProjectSession &m_session;
    QLineEdit *m_search = nullptr;
    QListWidget *m_list = nullptr;
    widgets::Label *m_problem = nullptr;
    QPushButton *m_own = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace weighbridge::decide
