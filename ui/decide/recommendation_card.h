// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"
#include "ui/widgets/card.h"

#include <QVariantAnimation>

#include <vector>

class QPushButton;

namespace weighbridge::charts
{
class Picture;
}
namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::decide
{

/// The verdict in words and the scores as bars that change places when the lead does.
class RecommendationCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit RecommendationCard(session::ProjectSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person wants to measure what would tell most.
    void measureRequested(const QString &workload, const QStringList &targets);

private:
    void addTexts();
    void refresh();
    void refreshTexts();
    void refreshRanking();
    void moveRows();
    [[nodiscard]] std::vector<double> rankedRows() const;

    session::ProjectSession &m_session;
    widgets::Label *m_headline = nullptr;
    widgets::Label *m_sentence = nullptr;
    widgets::Label *m_tied = nullptr;
    widgets::Label *m_excluded = nullptr;
    widgets::Label *m_advice = nullptr;
    widgets::Label *m_second = nullptr;
    widgets::Label *m_evidence = nullptr;
    widgets::Label *m_next = nullptr;
    QPushButton *m_measureNext = nullptr;
    QPushButton *m_useEqualWeights = nullptr;
    charts::Picture *m_ranking = nullptr;
    QVariantAnimation m_swap;
    std::vector<double> m_rowsFrom;
    std::vector<double> m_rows;
};

} // namespace weighbridge::decide
