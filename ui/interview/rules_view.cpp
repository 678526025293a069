// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/interview/rules_view.h"

#include "core/knowledge/advice.h"
#include "core/knowledge/effects.h"
#include "ui/interview/rule_box.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace weighbridge::interview
{

namespace
{
using theme::Spacing;
} // namespace

RulesView::RulesView(session::ProjectSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins({});
    m_rows->setSpacing(Spacing::huge);
    m_summary = new widgets::Label({}, theme::TextRole::label, theme::Tone::secondary);
    m_summary->setObjectName(QStringLiteral("rules.summary"));
    m_summary->setWordWrap(true);
    m_rows->addWidget(m_summary);
    connect(&session, &session::ProjectSession::decisionChanged, this, &RulesView::refresh);
    connect(&session, &session::ProjectSession::projectReplaced, this, &RulesView::refresh);
}

void RulesView::build()
{
    for (const knowledge::Rule &rule : m_session.catalogue().rules)
        m_rules.push_back(new RuleBox(m_session, rule));
}

void RulesView::showEvent(QShowEvent *event)
{
    // Made when they are first looked at: most sessions never do.
    if (m_rules.empty())
        build();
    refresh();
    order();
    QWidget::showEvent(event);
}

void RulesView::order()
{
    std::vector<RuleBox *> ordered = m_rules;
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const RuleBox *rule) { return rule->hasFired(); });
    for (std::size_t i = 0; i < ordered.size(); ++i)
        m_rows->insertWidget(1 + int(i), ordered[i]);
    // The keys follow the eyes.
    for (std::size_t i = 1; i < ordered.size(); ++i)
        setTabOrder(ordered[i - 1], ordered[i]);
}

void RulesView::refresh()
{
    if (m_rules.empty())
        return;
    const decision::Decision shown =
        knowledge::withAdvice(m_session.decision(), m_session.analysis(), m_session.catalogue());
    const auto met = knowledge::firedRules(m_session.decision(), m_session.catalogue());
    for (RuleBox *rule : m_rules)
        rule->refresh(shown, met);
    const auto fired = std::count_if(m_rules.begin(), m_rules.end(),
                                     [](const RuleBox *rule) { return rule->hasFired(); });
    m_summary->setText(
        tr("%1 of %2 rules fired. Answers and the outcome make them fire; switch off "
           "what does not hold for you.")
            .arg(fired)
            .arg(m_rules.size()));
}

} // namespace weighbridge::interview
