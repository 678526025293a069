// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/analysis_refinement.h"
#include "ui/views/panel.h"

#include <optional>

namespace weighbridge::charts
{
class Picture;
}
namespace weighbridge::widgets
{
class Label;
class StatusPill;
} // namespace weighbridge::widgets

namespace weighbridge::views
{

class Rows;
class DoubtFields;
class Section;

/// How far the verdict can be trusted: a second method, how often each alternative takes which rank
/// and under which weights, where the doubt comes from, and what would be worth knowing.
class RobustnessPanel : public Panel
{
    Q_OBJECT

public:
    explicit RobustnessPanel(session::ProjectSession &session,
                             int draws = session::AnalysisRefinement::kDraws);

protected:
    void refresh() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What the complete analysis found, with the decision that it is about.
    struct Refined {
        decision::Decision decision;
        decision::Analysis analysis;
    };

    void makeSecondOpinion();
    void makeRanks();
    void showRefined();
    void refreshSecondOpinion();
    void refreshRanks();
    void refreshCentralWeights();
    void refreshAnyWeights();
    void refreshMustHaves();
    void refreshQuestions();

    session::AnalysisRefinement m_refinement;
    std::optional<Refined> m_refined;
    widgets::Label *m_nothing = nullptr;
    QWidget *m_sections = nullptr;
    Section *m_secondOpinion = nullptr;
    widgets::StatusPill *m_agreement = nullptr;
    charts::Picture *m_flows = nullptr;
    Section *m_ranks = nullptr;
    charts::Picture *m_acceptability = nullptr;
    Section *m_centralWeights = nullptr;
    Rows *m_centralRows = nullptr;
    Section *m_doubt = nullptr;
    DoubtFields *m_doubtFields = nullptr;
    Section *m_anyWeights = nullptr;
    Rows *m_anyWeightRows = nullptr;
    Section *m_mustHaves = nullptr;
    Rows *m_mustHaveRows = nullptr;
    Section *m_questions = nullptr;
    Rows *m_questionRows = nullptr;
};

} // namespace weighbridge::views
