// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"
#include "ui/widgets/page.h"

#include <vector>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace weighbridge::charts
{
class Picture;
}
namespace weighbridge::interview
{
class InterviewPanel;
}
namespace weighbridge::widgets
{
class Card;
class ChipButton;
class Label;
class SegmentedControl;
} // namespace weighbridge::widgets

namespace weighbridge::decide
{

class NeedTable;

/// The decision: table, verdict, chance, reasons and what would change the answer.
class DecidePage : public widgets::Page
{
    Q_OBJECT

public:
    explicit DecidePage(session::ProjectSession &session, QWidget *parent = nullptr);

    /// Opens or closes questions and rules beside the decision.
    void showInterview(bool show);
    void showQuestions();
    void showRules();

Q_SIGNALS:
    /// The person wants to measure with this workload.
    void measureRequested(const QString &workload, const QStringList &targets);

protected:
    void arrange(bool narrow) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLeft();
    [[nodiscard]] QWidget *makeRight();
    [[nodiscard]] QWidget *makeSwitches();
    [[nodiscard]] QWidget *makePresets();
    void makeInterview();
    void refreshSwitches();
    [[nodiscard]] QWidget *makeChanceCard();
    [[nodiscard]] QWidget *makeWhyCard();
    [[nodiscard]] QWidget *makeWeighing();
    void makeTopBar();
    void refresh();
    void refreshPresets();

    session::ProjectSession &m_session;
    NeedTable *m_table = nullptr;
    interview::InterviewPanel *m_interview = nullptr;
    QHBoxLayout *m_columns = nullptr;
    QWidget *m_left = nullptr;
    QWidget *m_right = nullptr;
    widgets::SegmentedControl *m_level = nullptr;
    QPushButton *m_questions = nullptr;
    QPushButton *m_rules = nullptr;
    std::vector<widgets::ChipButton *> m_presets;
    widgets::Label *m_startFrom = nullptr;
    widgets::Label *m_customWeights = nullptr;
    widgets::SegmentedControl *m_doubt = nullptr;
    widgets::Label *m_doubtLabel = nullptr;
    widgets::Card *m_chanceCard = nullptr;
    widgets::Card *m_whyCard = nullptr;
    charts::Picture *m_chance = nullptr;
    charts::Picture *m_why = nullptr;
};

} // namespace weighbridge::decide
