// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/map_panel.h"

#include "core/knowledge/interview.h"
#include "ui/charts/weight_map_chart.h"
#include "ui/theme/tokens.h"
#include "ui/views/weight_map_view.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace weighbridge::views
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

/// The positions of three needs; nothing where one is gone.
std::optional<std::array<std::size_t, 3>> positions(const decision::Decision &decision,
                                                    const std::array<QString, 3> &ids)
{
    std::array<std::size_t, 3> found{};
    for (std::size_t corner = 0; corner < ids.size(); ++corner) {
        const auto position = session::needPosition(decision, ids[corner]);
        if (!position)
            return std::nullopt;
        found[corner] = *position;
    }
    return found;
}
} // namespace

decision::Decision withParts(decision::Decision decision, const std::array<std::size_t, 3> &needs,
                             const std::array<double, 3> &parts)
{
    double common = 0;
    for (const std::size_t need : needs)
        common += decision.needs[need].weight;
    std::vector<double> weights;
    for (const decision::Need &need : decision.needs)
        weights.push_back(need.weight);
    for (std::size_t corner = 0; corner < needs.size(); ++corner)
        weights[needs[corner]] = common * parts[corner];
    // A corner may take more than 10: all weights shrink then, and every share stays.
    const double greatest = *std::max_element(weights.begin(), weights.end());
    const double scale =
        greatest > decision::kGreatestWeight ? decision::kGreatestWeight / greatest : 1;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        if (weights[k] * scale != decision.needs[k].weight)
            decision = knowledge::withWeight(std::move(decision), k, weights[k] * scale);
    }
    return decision;
}

MapPanel::MapPanel(session::ProjectSession &session) : Panel(session)
{
    m_hint = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_hint->setObjectName(QStringLiteral("map.hint"));
    m_hint->setWordWrap(true);
    m_choices = new QWidget;
    auto *row = new QHBoxLayout(m_choices);
    row->setContentsMargins({});
    row->setSpacing(Spacing::small);
    const std::array names{tr("Need on top"), tr("Need at the left"), tr("Need at the right")};
    for (std::size_t corner = 0; corner < m_corners.size(); ++corner) {
        auto *combo = new QComboBox;
        combo->setObjectName(QStringLiteral("map.need%1").arg(corner + 1));
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(10);
        combo->setToolTip(names[corner]);
        auto *label = new widgets::Label(names[corner], TextRole::caption, Tone::secondary);
        label->setBuddy(combo);
        connect(combo, &QComboBox::activated, this, [this, combo, corner](int index) {
            choose(corner, combo->itemData(index).toString());
        });
        auto *field = new QVBoxLayout;
        field->setSpacing(Spacing::lineGap);
        field->addWidget(label);
        field->addWidget(combo);
        row->addLayout(field, 1);
        m_corners[corner] = combo;
    }
    m_view = new WeightMapView(&session.decision(), &m_map);
    connect(m_view, &WeightMapView::dragStarted, &session, &session::ProjectSession::beginGesture);
    connect(m_view, &WeightMapView::dragEnded, &session, &session::ProjectSession::endGesture);
    connect(m_view, &WeightMapView::partsChosen, this, &MapPanel::setParts);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::small);
    layout->addWidget(m_hint);
    layout->addWidget(m_choices);
    layout->addWidget(m_view);
}

void MapPanel::refresh()
{
    const decision::Decision &decision = session().decision();
    auto needs = positions(decision, m_needs);
    if (!needs) {
        needs = decision::needsToMap(decision);
        for (std::size_t corner = 0; needs && corner < m_needs.size(); ++corner)
            m_needs[corner] = decision.needs[(*needs)[corner]].id;
    }
    m_map = needs ? decision::weightMap(decision, *needs) : decision::WeightMap{};
    m_choices->setVisible(needs.has_value());
    m_view->setVisible(!m_map.points.empty());
    if (!needs)
        m_hint->setText(tr("Nothing to map yet: it takes three needs with a weight and two "
                           "alternatives."));
    else if (m_map.points.empty())
        m_hint->setText(tr("None of these three needs has a weight. Choose others, or give one of "
                           "them a weight."));
    else
        m_hint->setText(tr("Who leads for every division of the weight between three needs, all "
                           "others as they are. The dot is where you are; click to go elsewhere."));
    if (needs)
        fillChoices();
    m_view->refresh(charts::weightMapText(decision, m_map));
}

void MapPanel::fillChoices()
{
    const auto &needs = session().decision().needs;
    for (std::size_t corner = 0; corner < m_corners.size(); ++corner) {
        QComboBox *combo = m_corners[corner];
        const QSignalBlocker blocker(combo);
        combo->clear();
        for (const decision::Need &need : needs)
            combo->addItem(need.name, need.id);
        combo->setCurrentIndex(combo->findData(m_needs[corner]));
    }
}

void MapPanel::choose(std::size_t corner, const QString &need)
{
    // A need that is at another corner changes places with this one.
    const auto other = std::find(m_needs.begin(), m_needs.end(), need);
    if (other != m_needs.end())
        *other = m_needs[corner];
    m_needs[corner] = need;
    refresh();
}

void MapPanel::setParts(const std::array<double, 3> &parts)
{
    session().change(tr("Divide the Weight"), withParts(session().decision(), m_map.needs, parts),
                     QStringLiteral("weight-map"));
}

} // namespace weighbridge::views
