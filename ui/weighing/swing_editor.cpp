// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/swing_editor.h"

#include "core/decision/model/value_text.h"
#include "core/decision/model/weight_judgements.h"
#include "core/knowledge/weighing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace weighbridge::weighing
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr int kMostPoints = int(decision::WeightJudgements::kGreatestPoints);
constexpr int kPageStep = 10;

/// The points that were given, where the weights are those that follow from them; otherwise what
/// the present weights say.
std::vector<double> startingPoints(const decision::Decision &decision)
{
    double greatest = 0;
    for (const decision::Need &need : decision.needs)
        greatest = std::max(greatest, need.weight);
    std::vector<double> points;
    for (const decision::Need &need : decision.needs)
        points.push_back(greatest > 0 ? need.weight / greatest * kMostPoints : kMostPoints);
    const bool given =
        decision.weightJudgements.method == decision::WeightJudgements::Method::swing &&
        decision::judgementsHold(decision);
    if (!given)
        return points;
    for (const auto &[need, judged] : decision.weightJudgements.swings)
        points[std::size_t(decision.findNeed(need) - decision.needs.data())] = judged;
    return points;
}
} // namespace

QString swingWords(const decision::Need &need)
{
    if (need.anchors)
        return QStringLiteral("%1 → %2").arg(
            decision::rawText(need.anchors->lowest, {}),
            decision::rawText(need.anchors->highest, need.anchors->unit));
    const auto rated = [](const decision::Rating &rating) {
        return rating.level && !rating.words.isEmpty() && rating.erratum.isEmpty();
    };
    const decision::Rating *worst = nullptr;
    const decision::Rating *best = nullptr;
    for (const decision::Rating &rating : need.ratings) {
        if (!rated(rating))
            continue;
        if (!worst || rating.level < worst->level)
            worst = &rating;
        if (!best || rating.level > best->level)
            best = &rating;
    }
    if (worst && worst->level < best->level)
        return QStringLiteral("%1 → %2").arg(worst->words, best->words);
    return need.hint;
}

SwingEditor::SwingEditor(const decision::Decision &decision, QWidget *parent)
    : Editor(decision, parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, Spacing::small, 0);
    grid->setHorizontalSpacing(Spacing::medium);
    grid->setVerticalSpacing(Spacing::small);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const std::vector<double> points = startingPoints(decision);
    for (std::size_t need = 0; need < decision.needs.size(); ++need)
        addRow(grid, need, points[need]);
    grid->setRowStretch(grid->rowCount(), 1);
    if (!m_points.empty())
        setFocusProxy(m_points.front());
}

void SwingEditor::addRow(QGridLayout *grid, std::size_t need, double points)
{
    const decision::Need &shown = decision().needs[need];
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Spacing::lineGap);
    texts->addWidget(new widgets::ElidedLabel(shown.name, TextRole::strong));
    if (const QString words = swingWords(shown); !words.isEmpty())
        texts->addWidget(new widgets::ElidedLabel(words, TextRole::label, Tone::secondary));

    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, kMostPoints);
    slider->setPageStep(kPageStep);
    slider->setValue(int(std::lround(points)));
    slider->setObjectName(QStringLiteral("swing.") + shown.id);
    slider->setAccessibleName(tr("Points for %1").arg(shown.name));
    auto *box = new QSpinBox;
    box->setRange(0, kMostPoints);
    box->setValue(slider->value());
    box->setAccessibleName(slider->accessibleName());
    connect(slider, &QSlider::valueChanged, box, &QSpinBox::setValue);
    connect(box, &QSpinBox::valueChanged, slider, &QSlider::setValue);
    connect(slider, &QSlider::valueChanged, this, &Editor::changed);

    const int row = int(need);
    grid->addLayout(texts, row, 0);
    grid->addWidget(slider, row, 1, Qt::AlignVCenter);
    grid->addWidget(box, row, 2, Qt::AlignVCenter);
    m_points.push_back(slider);
}

Result<decision::Decision> SwingEditor::proposal() const
{
    decision::WeightJudgements judgements;
    judgements.method = decision::WeightJudgements::Method::swing;
    for (std::size_t need = 0; need < m_points.size(); ++need)
        judgements.swings.push_back({decision().needs[need].id, double(m_points[need]->value())});
    return knowledge::withJudgements(decision(), judgements);
}

} // namespace weighbridge::weighing
