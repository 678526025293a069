// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/interview/questions_view.h"

#include "core/knowledge/effects.h"
#include "ui/interview/question_box.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace weighbridge::interview
{

namespace
{
using theme::Spacing;
} // namespace

QuestionsView::QuestionsView(session::ProjectSession &session, QWidget *parent)
    : QWidget(parent), m_session(session)
{
    readTopics();
    m_progressText = new widgets::Label({}, theme::TextRole::label, theme::Tone::secondary);
    m_progressText->setObjectName(QStringLiteral("interview.progress"));
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(theme::Height::bar);
    m_progress->setAccessibleName(tr("Questions answered"));
    m_progress->setRange(0, questions());
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(Spacing::medium);
    rows->addWidget(m_progressText);
    rows->addWidget(m_progress);

    auto *chips = new QWidget;
    auto *flow = new widgets::FlowLayout(chips);
    for (std::size_t i = 0; i < m_topics.size(); ++i) {
        Topic &topic = m_topics[i];
        topic.chip = new widgets::ChipButton({});
        topic.chip->setObjectName(QStringLiteral("topic.%1").arg(i));
        topic.chip->setAutoExclusive(true);
        connect(topic.chip, &QAbstractButton::clicked, this, [this, i] { showTopic(int(i)); });
        flow->addWidget(topic.chip);
    }
    rows->addWidget(chips);
    for (const Topic &topic : m_topics) {
        m_pages.push_back(makeTopicPage(topic));
        rows->addWidget(m_pages.back());
    }
    m_next = widgets::makeButton({});
    m_next->setObjectName(QStringLiteral("topic.next"));
    connect(m_next, &QAbstractButton::clicked, this, [this] { showTopic(m_shown + 1); });
    rows->addWidget(m_next, 0, Qt::AlignLeft);
    rows->addStretch();

    connect(&session, &session::ProjectSession::decisionChanged, this, &QuestionsView::refresh);
    connect(&session, &session::ProjectSession::projectReplaced, this, &QuestionsView::refresh);
    showTopic(0);
}

void QuestionsView::readTopics()
{
    for (const knowledge::Question &question : m_session.catalogue().questions) {
        auto topic = std::find_if(m_topics.begin(), m_topics.end(),
                                  [&](const Topic &each) { return each.name == question.topic; });
        if (topic == m_topics.end())
            topic = m_topics.insert(topic, {question.topic, {}, nullptr});
        topic->questions.append(question.id);
    }
}

QWidget *QuestionsView::makeTopicPage(const Topic &topic)
{
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(Spacing::large);
    for (const QString &id : topic.questions) {
        if (id != topic.questions.front())
            rows->addWidget(new widgets::Divider);
        rows->addWidget(
            new QuestionBox(m_session, *knowledge::findQuestion(m_session.catalogue(), id)));
    }
    page->hide();
    return page;
}

void QuestionsView::showTopic(int topic)
{
    if (topic < 0 || topic >= int(m_topics.size()) || topic == m_shown)
        return;
    m_shown = topic;
    for (int i = 0; i < int(m_pages.size()); ++i)
        m_pages[std::size_t(i)]->setVisible(i == topic);
    refresh();
    Q_EMIT topicShown();
}

int QuestionsView::answeredOf(const Topic &topic) const
{
    return int(
        std::count_if(topic.questions.begin(), topic.questions.end(), [this](const QString &id) {
            return knowledge::answerTo(m_session.decision(), id) != nullptr;
        }));
}

int QuestionsView::answered() const
{
    int count = 0;
    for (const Topic &topic : m_topics)
        count += answeredOf(topic);
    return count;
}

int QuestionsView::questions() const
{
    return int(m_session.catalogue().questions.size());
}

void QuestionsView::refresh()
{
    m_progressText->setText(
        tr("%1 of %2 answered. Leave out what you do not know.").arg(answered()).arg(questions()));
    m_progress->setValue(answered());
    for (int i = 0; i < int(m_topics.size()); ++i) {
        const Topic &topic = m_topics[std::size_t(i)];
        topic.chip->setText(QStringLiteral("%1 %2/%3")
                                .arg(topic.name)
                                .arg(answeredOf(topic))
                                .arg(topic.questions.size()));
        topic.chip->setChecked(i == m_shown);
    }
    const bool last = m_shown + 1 >= int(m_topics.size());
    m_next->setVisible(!last);
    if (!last)
        m_next->setText(tr("Go on to “%1”").arg(m_topics[std::size_t(m_shown) + 1].name));
}

} // namespace weighbridge::interview
