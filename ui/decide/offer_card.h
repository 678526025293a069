// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"
#include "ui/widgets/card.h"

namespace weighbridge::decide
{

/// Says how many needs stored measurements could rate, and rates them at the press of a button.
/// Hidden where there is nothing to rate.
class OfferCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit OfferCard(session::ProjectSession &session, QWidget *parent = nullptr);

private:
    void refresh();

    session::ProjectSession &m_session;
    widgets::Label *m_text = nullptr;
    widgets::Label *m_changes = nullptr; ///< the first of what would become of the ratings
};

} // namespace weighbridge::decide
