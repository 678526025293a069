// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/interview/rule_box.h"

#include "core/knowledge/effects.h"
#include "ui/interview/effect_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace weighbridge::interview
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

void addText(QVBoxLayout &rows, const QString &text, TextRole role, Tone tone)
{
    if (text.isEmpty())
        return;
    auto *label = new widgets::Label(text, role, tone);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    rows.addWidget(label);
}
} // namespace

RuleBox::RuleBox(session::ProjectSession &session, const knowledge::Rule &rule, QWidget *parent)
    : QWidget(parent), m_session(session), m_rule(rule)
{
    setObjectName(QStringLiteral("rule.") + rule.id);
    m_on = new QCheckBox(rule.id);
    m_on->setObjectName(QStringLiteral("rule.%1.on").arg(rule.id));
    m_on->setAccessibleName(tr("Rule %1: %2").arg(rule.id, rule.text));
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) { m_session.setRule(m_rule.id, on); });
    m_state = new widgets::StatusPill(widgets::Status::neutral, {});
    auto *head = new QHBoxLayout;
    head->addWidget(m_on);
    head->addStretch();
    head->addWidget(m_state);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(Spacing::tiny);
    rows->addLayout(head);
    addText(*rows, rule.text, TextRole::body, Tone::primary);
    m_effects = new EffectList(EffectList::Origin::hidden);
    rows->addWidget(m_effects);
    addText(*rows, rule.comment, TextRole::label, Tone::secondary);
    addText(*rows, rule.source, TextRole::caption, Tone::hint);
}

void RuleBox::refresh(const decision::Decision &shown,
                      const std::vector<const knowledge::Rule *> &fired)
{
    std::vector<decision::Effect> own;
    std::copy_if(shown.effects.begin(), shown.effects.end(), std::back_inserter(own),
                 [this](const decision::Effect &each) { return each.origin == m_rule.id; });
    // Some rules speak about the outcome: they have no condition, but what they say.
    m_fired = !own.empty() || std::find(fired.begin(), fired.end(), &m_rule) != fired.end();
    const bool on = knowledge::isOn(shown, m_rule);
    {
        const QSignalBlocker blocker(m_on);
        m_on->setChecked(on);
    }
    if (m_fired)
        m_state->setStatus(widgets::Status::ok, tr("Fired"));
    else
        m_state->setStatus(widgets::Status::neutral, on ? tr("Waits") : tr("Off"));
    m_effects->setEffects(own);
}

} // namespace weighbridge::interview
