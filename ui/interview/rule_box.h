// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

#include <QWidget>

class QCheckBox;

namespace weighbridge::widgets
{
class StatusPill;
}

namespace weighbridge::interview
{

class EffectList;

/// One rule: on or off, whether it fired, what it did, where it comes from.
class RuleBox : public QWidget
{
    Q_OBJECT

public:
    /// `rule` must outlive the widget.
    RuleBox(session::ProjectSession &session, const knowledge::Rule &rule,
            QWidget *parent = nullptr);

    [[nodiscard]] bool hasFired() const { return m_fired; }
    /// After the decision changed. `shown` holds the effects of answers and of the outcome, `fired`
    /// the rules whose conditions hold.
    void refresh(const decision::Decision &shown,
                 const std::vector<const knowledge::Rule *> &fired);

private:
    session::ProjectSession &m_session;
    const knowledge::Rule &m_rule;
    QCheckBox *m_on = nullptr;
    widgets::StatusPill *m_state = nullptr;
    EffectList *m_effects = nullptr;
    bool m_fired = false;
};

} // namespace weighbridge::interview
