// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

#include <QWidget>

class QAbstractButton;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::interview
{

class AnswerEdit;
class EffectList;

/// A question, its answer, and what the answer changed.
class QuestionBox : public QWidget
{
    Q_OBJECT

public:
    /// `question` must outlive the widget.
    QuestionBox(session::ProjectSession &session, const knowledge::Question &question,
                QWidget *parent = nullptr);

private:
    void answer(const QString &value);
    void refresh();

    session::ProjectSession &m_session;
    const knowledge::Question &m_question;
    AnswerEdit *m_answer = nullptr;
    QAbstractButton *m_withdraw = nullptr;
    widgets::Label *m_problem = nullptr;
    EffectList *m_effects = nullptr;
    widgets::Label *m_noEffect = nullptr;
};

} // namespace weighbridge::interview
