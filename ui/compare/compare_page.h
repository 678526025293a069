// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/published_chart.h"
#include "ui/models/claims_model.h"
#include "ui/session/project_session.h"
#include "ui/widgets/page.h"

class QBoxLayout;

namespace weighbridge::charts
{
class Picture;
}
namespace weighbridge::widgets
{
class Label;
class SegmentedControl;
} // namespace weighbridge::widgets

namespace weighbridge::compare
{

class ClaimsTable;

/// Published beside measured, the article's claims checked, and the way into the decision.
class ComparePage : public widgets::Page
{
    Q_OBJECT

public:
    explicit ComparePage(session::ProjectSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void benchmarkWanted();
    /// Measurements were applied; the decision shows them.
    void decisionChanged();

protected:
    void arrange(bool narrow) override;

private:
    [[nodiscard]] QWidget *makePublishedCard();
    [[nodiscard]] QWidget *makeScatterCard();
    [[nodiscard]] QWidget *makeClaimsCard();
    [[nodiscard]] QWidget *makeErrataCard();
    void refresh();
    void refreshFilters();
    void refreshFigures();
    [[nodiscard]] QString measuredText() const;

    session::ProjectSession &m_session;
    models::ClaimsModel m_claims;
    QString m_quantity = publishedQuantities().first();
    results::RunChoice m_measured; ///< of the article's workload
    std::vector<ComparedFigure> m_figures;
    QBoxLayout *m_rows = nullptr;
    QBoxLayout *m_pair = nullptr;
    charts::Picture *m_published = nullptr;
    charts::Picture *m_scatter = nullptr;
    widgets::Label *m_publishedHint = nullptr;
    widgets::Label *m_scatterHint = nullptr;
    ClaimsTable *m_claimsTable = nullptr;
    widgets::SegmentedControl *m_filter = nullptr;
};

} // namespace weighbridge::compare
