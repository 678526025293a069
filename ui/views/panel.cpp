// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/panel.h"

namespace weighbridge::views
{

Panel::Panel(session::ProjectSession &session) : m_session(session)
{
    connect(&session, &session::ProjectSession::projectReplaced, this, &Panel::refreshSoon);
    connect(&session, &session::ProjectSession::decisionChanged, this, &Panel::refreshSoon);
    connect(&session, &session::ProjectSession::runsChanged, this, &Panel::refreshSoon);
}

void Panel::refreshSoon()
{
    m_stale = !isVisible();
    if (!m_stale)
        refresh();
}

void Panel::closeWhenGone(QWidget *shown, session::Presence::IsThere isThere)
{
    connect(new session::Presence(m_session, std::move(isThere), shown), &session::Presence::ended,
            shown, &QWidget::close);
}

void Panel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refreshSoon();
}

} // namespace weighbridge::views
