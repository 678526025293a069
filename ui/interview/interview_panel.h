// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"
#include "ui/widgets/card.h"

class QScrollArea;

namespace weighbridge::widgets
{
class SegmentedControl;
}

namespace weighbridge::interview
{

class GuidedView;
class QuestionsView;
class RulesView;

/// The guided interview, all questions and the rules beside the decision: what is answered here
/// changes the table and the verdict at once.
class InterviewPanel : public widgets::Card
{
    Q_OBJECT

public:
    enum View { guided, questions, rules };

    explicit InterviewPanel(session::ProjectSession &session, QWidget *parent = nullptr);

    void showView(View view);
    [[nodiscard]] View view() const;
    /// "Answer questions", or how many are answered.
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showCurrent();

    GuidedView *m_guided = nullptr;
    QuestionsView *m_questions = nullptr;
    RulesView *m_rules = nullptr;
    widgets::SegmentedControl *m_view = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace weighbridge::interview
