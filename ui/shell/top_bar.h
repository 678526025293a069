// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace weighbridge::widgets
{
class Label;
class Page;
} // namespace weighbridge::widgets

namespace weighbridge::shell
{

/// Title of the page, the project and its state, and the page's own buttons.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(const session::ProjectSession &session, QWidget *parent = nullptr);

    /// Shows the title and the buttons of `page` instead of those of the page before.
    void showPage(const widgets::Page &page);
    [[nodiscard]] QPushButton *projectButton() const { return m_project; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshProject();
    void refreshSaveState();

    const session::ProjectSession &m_session;
    widgets::Label *m_title = nullptr;
    QPushButton *m_project = nullptr;
    widgets::Label *m_saveState = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

} // namespace weighbridge::shell
