// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/interview/interview_panel.h"

#include "ui/interview/guided_view.h"
#include "ui/interview/questions_view.h"
#include "ui/interview/rules_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmented_control.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace weighbridge::interview
{

InterviewPanel::InterviewPanel(session::ProjectSession &session, QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("interview"));
    setTitle(tr("About the project"));
    m_view = new widgets::SegmentedControl({tr("Guide"), tr("All"), tr("Rules")},
                                           tr("Guided, all questions or the rules"));
    m_view->setObjectName(QStringLiteral("interview.view"));
    m_view->segment(questions)->setObjectName(QStringLiteral("interview.all"));
    addHeaderWidget(m_view);
    auto *close = new widgets::IconButton(theme::Glyph::cancel, tr("Close the questions"));
    close->setObjectName(QStringLiteral("interview.close"));
    connect(close, &QAbstractButton::clicked, this, &InterviewPanel::closed);
    addHeaderWidget(close);

    m_guided = new GuidedView(session);
    m_questions = new QuestionsView(session);
    m_rules = new RulesView(session);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, theme::Spacing::medium, 0);
    rows->addWidget(m_guided);
    rows->addWidget(m_questions);
    rows->addWidget(m_rules);
    rows->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    body()->addWidget(m_scroll, 1);

    connect(m_view, &widgets::SegmentedControl::currentChanged, this, &InterviewPanel::showCurrent);
    const auto scrollToTop = [this] { m_scroll->verticalScrollBar()->setValue(0); };
    connect(m_questions, &QuestionsView::topicShown, this, scrollToTop);
    connect(m_guided, &GuidedView::questionShown, this, scrollToTop);
    connect(m_guided, &GuidedView::finished, this, &InterviewPanel::closed);
    connect(m_guided, &GuidedView::allQuestionsRequested, this, [this] { showView(questions); });
    showCurrent();
}

void InterviewPanel::showView(View view)
{
    m_view->setCurrentIndex(view);
}

InterviewPanel::View InterviewPanel::view() const
{
    return View(m_view->currentIndex());
}

void InterviewPanel::showCurrent()
{
    m_guided->setVisible(view() == guided);
    m_questions->setVisible(view() == questions);
    m_rules->setVisible(view() == rules);
    m_scroll->verticalScrollBar()->setValue(0);
}

QString InterviewPanel::summary() const
{
    return m_questions->answered() == 0
               ? tr("Answer questions")
               : tr("Questions %1/%2").arg(m_questions->answered()).arg(m_questions->questions());
}

bool InterviewPanel::event(QEvent *event)
{
    // Escape closes the panel before it cancels a run.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return Card::event(event);
}

void InterviewPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        Card::keyPressEvent(event);
}

} // namespace weighbridge::interview
