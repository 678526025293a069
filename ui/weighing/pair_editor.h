// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weighing/editor.h"
#include "ui/weighing/pair_judgements.h"

class QGridLayout;
class QPushButton;
class QSlider;

namespace weighbridge::widgets
{
class Label;
class StatusPill;
} // namespace weighbridge::widgets

namespace weighbridge::weighing
{

/// Which of two matters more, and how much, for each pair; says where the answers contradict each
/// other.
class PairEditor : public Editor
{
    Q_OBJECT

public:
    explicit PairEditor(const decision::Decision &decision, QWidget *parent = nullptr);

    [[nodiscard]] Result<decision::Decision> proposal() const override;
    /// How much the judgements contradict each other, see decision::PairwiseWeights.
    [[nodiscard]] double consistencyRatio() const
    {
        return m_judgements.weights().consistencyRatio;
    }

private:
    [[nodiscard]] QWidget *makeConsistency();
    void addPair(QGridLayout *grid, std::size_t pair);
    void refresh();
    void lookAtSuspect();

    PairJudgements m_judgements;
    std::vector<QSlider *> m_sliders;        ///< parallel to the pairs
    std::vector<widgets::Label *> m_figures; ///< parallel to the pairs
    widgets::StatusPill *m_consistency = nullptr;
    widgets::Label *m_contradiction = nullptr;
    QPushButton *m_lookAt = nullptr;
};

} // namespace weighbridge::weighing
