// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/presence.h"

#include "ui/session/project_session.h"

namespace weighbridge::session
{

std::optional<std::size_t> needPosition(const decision::Decision &decision, QStringView id)
{
    const decision::Need *need = decision.findNeed(id);
    return need ? std::optional(std::size_t(need - decision.needs.data())) : std::nullopt;
}

Presence::Presence(const ProjectSession &session, IsThere isThere, QObject *parent)
    : QObject(parent)
{
    connect(&session, &ProjectSession::decisionChanged, this,
            [this, &session, isThere = std::move(isThere)] {
                if (!isThere(session.decision()))
                    Q_EMIT ended();
            });
    connect(&session, &ProjectSession::projectReplaced, this, &Presence::ended);
}

} // namespace weighbridge::session
