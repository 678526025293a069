// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

#include <QWidget>

#include <vector>

class QProgressBar;
class QPushButton;

namespace weighbridge::widgets
{
class ChipButton;
class Label;
} // namespace weighbridge::widgets

namespace weighbridge::interview
{

/// The questions of one topic at a time; the topics stand above, each with how many of its
/// questions are answered. Any question may be left out, and every answer changed or withdrawn.
class QuestionsView : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionsView(session::ProjectSession &session, QWidget *parent = nullptr);

    [[nodiscard]] int answered() const;
    [[nodiscard]] int questions() const;
    void showTopic(int topic);

Q_SIGNALS:
    /// Another topic is shown: what scrolls should go to its top.
    void topicShown();

private:
    struct Topic {
        QString name;
        QStringList questions;
        widgets::ChipButton *chip = nullptr;
    };

    void readTopics();
    [[nodiscard]] QWidget *makeTopicPage(const Topic &topic);
    [[nodiscard]] int answeredOf(const Topic &topic) const;
    void refresh();

    session::ProjectSession &m_session;
    std::vector<Topic> m_topics;
    widgets::Label *m_progressText = nullptr;
    QProgressBar *m_progress = nullptr;
    std::vector<QWidget *> m_pages; ///< one for each topic; one is visible
    QPushButton *m_next = nullptr;
    int m_shown = -1;
};

} // namespace weighbridge::interview
