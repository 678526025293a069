// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/insight/panel.h"

namespace weighbridge::insight
{

Panel::Panel(models::ProjectSession &session) : m_session(session)
{
    connect(&session, &models::ProjectSession::projectReplaced, this, &Panel::refreshSoon);
    connect(&session, &models::ProjectSession::decisionChanged, this, &Panel::refreshSoon);
    connect(&session, &models::ProjectSession::runsChanged, this, &Panel::refreshSoon);
}

void Panel::refreshSoon()
{
    m_stale = !isVisible();
    if (!m_stale)
        refresh();
}

void Panel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refreshSoon();
}

} // namespace weighbridge::insight
