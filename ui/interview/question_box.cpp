// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/interview/question_box.h"

#include "core/knowledge/effects.h"
#include "ui/interview/answer_edit.h"
#include "ui/interview/effect_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace weighbridge::interview
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

widgets::Label *wrappedLabel(const QString &text, TextRole role, Tone tone)
{
    auto *label = new widgets::Label(text, role, tone);
    label->setWordWrap(true);
    return label;
}
} // namespace

QuestionBox::QuestionBox(session::ProjectSession &session, const knowledge::Question &question,
                         QWidget *parent)
    : QWidget(parent), m_session(session), m_question(question)
{
    setObjectName(QStringLiteral("question.") + question.id);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(Spacing::small);
    rows->addWidget(wrappedLabel(question.text, TextRole::strong, Tone::primary));
    if (!question.help.isEmpty())
        rows->addWidget(wrappedLabel(question.help, TextRole::label, Tone::secondary));
    m_answer = new AnswerEdit(question);
    m_withdraw = widgets::makeButton(tr("Withdraw"), theme::Kind::link);
    m_withdraw->setObjectName(QStringLiteral("withdraw.") + question.id);
    m_withdraw->setAccessibleDescription(question.text);
    rows->addWidget(m_answer);
    m_problem = wrappedLabel({}, TextRole::label, Tone::err);
    m_problem->setObjectName(QStringLiteral("problem.") + question.id);
    m_problem->hide();
    rows->addWidget(m_problem);
    m_effects = new EffectList(EffectList::Origin::shown);
    m_effects->setObjectName(QStringLiteral("effects.") + question.id);
    rows->addWidget(m_effects);
    m_noEffect = wrappedLabel(tr("Noted. It changes nothing so far."), TextRole::label, Tone::hint);
    rows->addWidget(m_noEffect);
    rows->addWidget(m_withdraw, 0, Qt::AlignLeft);

    connect(m_answer, &AnswerEdit::answered, this, &QuestionBox::answer);
    const auto withdraw = [this] { m_session.withdrawAnswer(m_question.id); };
    connect(m_answer, &AnswerEdit::withdrawn, this, withdraw);
    connect(m_withdraw, &QAbstractButton::clicked, this, withdraw);
    connect(&session, &session::ProjectSession::decisionChanged, this, &QuestionBox::refresh);
    connect(&session, &session::ProjectSession::projectReplaced, this, &QuestionBox::refresh);
    refresh();
}

void QuestionBox::answer(const QString &value)
{
    const Outcome outcome = m_session.answer(m_question.id, value);
    m_problem->setVisible(!outcome);
    if (!outcome)
        m_problem->setText(outcome.error().message());
}

void QuestionBox::refresh()
{
    const decision::Answer *given = knowledge::answerTo(m_session.decision(), m_question.id);
    m_answer->setValue(given ? given->value : QString());
    m_withdraw->setVisible(given != nullptr);
    if (given)
        m_problem->hide();
    const auto effects =
        given ? knowledge::effectsOf(m_session.decision(), m_session.catalogue(), m_question.id)
              : std::vector<decision::Effect>{};
    m_effects->setEffects(effects);
    m_noEffect->setVisible(given && effects.empty());
}

} // namespace weighbridge::interview
