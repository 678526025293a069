// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/guide.h"
#include "ui/session/project_session.h"

#include <QFutureWatcher>
#include <QStringList>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::interview
{

class AnswerEdit;
class EffectList;

/// The guided interview: one question at a time, why it is asked, what the last answer changed,
/// and when to stop. What to ask is found in the background, since it takes a tenth of a second.
class GuidedView : public QWidget
{
    Q_OBJECT

public:
    explicit GuidedView(session::ProjectSession &session, QWidget *parent = nullptr);
    ~GuidedView() override;

    /// Id of the question on show; empty while it is looked for and where it is time to stop.
    [[nodiscard]] QString shownQuestion() const { return m_shown; }

Q_SIGNALS:
    void finished(); ///< "show the verdict"
    void allQuestionsRequested();
    void questionShown(); ///< what scrolls should go to its top

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeQuestion(QVBoxLayout &rows);
    void makeStop(QVBoxLayout &rows);
    void makeChange(QVBoxLayout &rows);

    void next();
    void skip();
    void back();
    void askMore();
    /// The decision changed, perhaps by undo: goes to where the answers are now.
    void follow();
    void startAnew();
    void find();
    void take();
    void showQuestion(const knowledge::Question &question, const QString &why);
    void tabThroughAnswer();
    void showStop();
    void showChange(const decision::Decision &before, const QString &question);
    void complain(const QString &problem);
    [[nodiscard]] bool isAnswered(const QString &question) const;

    session::ProjectSession &m_session;
    QFutureWatcher<knowledge::Guidance> m_work;
    QStringList m_trail;   ///< questions that were answered or skipped here, in order
    QStringList m_skipped; ///< not asked again
    QString m_returnTo;    ///< question to show instead of the most valuable one
    QString m_shown;
    QString m_pending; ///< what is chosen or typed, not given yet
    bool m_wantsMore = false;
    bool m_answering = false;
    bool m_hadFocus = false; ///< before the next question was looked for

    widgets::Label *m_step = nullptr;
    widgets::Label *m_where = nullptr;
    QWidget *m_question = nullptr;
    widgets::Label *m_text = nullptr;
    widgets::Label *m_help = nullptr;
    QVBoxLayout *m_answerPlace = nullptr;
    AnswerEdit *m_answer = nullptr;
    widgets::Label *m_problem = nullptr;
    widgets::Label *m_why = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_skip = nullptr;
    QPushButton *m_back = nullptr;
    QWidget *m_stop = nullptr;
    widgets::Label *m_reason = nullptr;
    QPushButton *m_verdict = nullptr;
    QPushButton *m_more = nullptr;
    QWidget *m_change = nullptr;
    widgets::Label *m_changed = nullptr;
    EffectList *m_effects = nullptr;
};

} // namespace weighbridge::interview
