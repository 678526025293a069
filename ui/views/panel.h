// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/presence.h"
#include "ui/session/project_session.h"

#include <QWidget>

namespace weighbridge::views
{

/// One view of the decision in the insight card. Refreshed when the project changes while it is
/// shown, or else when it is shown again.
class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(session::ProjectSession &session);

Q_SIGNALS:
    /// Someone wants to measure: a workload, and targets that matter (all where empty).
    void measureRequested(const QString &workload, const QStringList &targets);

protected:
    [[nodiscard]] session::ProjectSession &session() const { return m_session; }
    /// The figures, needs or alternatives changed. Called at least once before it is seen.
    virtual void refresh() = 0;
    /// Calls refresh() now where it is shown, otherwise when it next is.
    void refreshSoon();
    /// Closes a menu or dialog when `isThere` no longer finds what it is about.
    void closeWhenGone(QWidget *shown, session::Presence::IsThere isThere);
    void showEvent(QShowEvent *event) override;

private:
    session::ProjectSession &m_session;
    bool m_stale = true;
};

} // namespace weighbridge::views
