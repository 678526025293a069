// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/model_editor.h"

#include "core/knowledge/weighing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/explained_choice.h"
#include "ui/widgets/label.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QRadioButton>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace weighbridge::weighing
{

namespace
{
using decision::WeightModel;
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr int kWhole = 100; ///< per cent

int percent(double share)
{
    return int(std::lround(share * kWhole));
}
} // namespace

ModelEditor::ModelEditor(const decision::Decision &decision, QWidget *parent)
    : Editor(decision, parent), m_kind(new QButtonGroup(this))
{
    for (std::size_t need = 0; need < decision.needs.size(); ++need) {
        if (decision.needs[need].weight > 0)
            m_needs.push_back(need);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, Spacing::small, 0);
    layout->setSpacing(Spacing::tiny);
    addChoice(WeightModel::Kind::aroundMine, tr("Around mine"),
              tr("The weights vary around the set ones, as far as the doubt says."));
    addChoice(WeightModel::Kind::order, tr("Only their order is sure"),
              tr("Every set of weights in the same order is as likely as any other."));
    addChoice(WeightModel::Kind::bounds, tr("Only bounds are sure"),
              tr("Each need has a least and a greatest share of the total weight."));
    addChoice(WeightModel::Kind::any, tr("Nothing is sure"),
              tr("Any weights of the needs that carry one are as likely as any other."));
    QWidget *bounds = makeBounds();
    layout->addWidget(bounds);
    layout->addStretch();
    if (auto *chosen = m_kind->button(int(decision.weightModel.kind))) {
        chosen->setChecked(true);
        setFocusProxy(chosen);
    }
    bounds->setVisible(kind() == WeightModel::Kind::bounds);
    connect(m_kind, &QButtonGroup::idToggled, this, [this, bounds](int, bool checked) {
        if (!checked)
            return;
        bounds->setVisible(kind() == WeightModel::Kind::bounds);
        Q_EMIT changed();
    });
}

void ModelEditor::addChoice(WeightModel::Kind kind, const QString &text, const QString &help)
{
    QRadioButton *choice = widgets::addExplainedChoice(*layout(), text, help);
    choice->setObjectName(QStringLiteral("model.") + nameOf(kind));
    m_kind->addButton(choice, int(kind));
}

QWidget *ModelEditor::makeBounds()
{
    auto *bounds = new QWidget;
    auto *grid = new QGridLayout(bounds);
    grid->setContentsMargins(0, Spacing::small, 0, 0);
    grid->setHorizontalSpacing(Spacing::medium);
    grid->setVerticalSpacing(Spacing::small);
    grid->setColumnStretch(0, 1);
    grid->addWidget(new widgets::Label(tr("Need"), TextRole::caption, Tone::secondary), 0, 0);
    grid->addWidget(new widgets::Label(tr("At least"), TextRole::caption, Tone::secondary), 0, 1);
    grid->addWidget(new widgets::Label(tr("At most"), TextRole::caption, Tone::secondary), 0, 2);
    const auto box = [this](int value, const QString &name) {
        auto *spin = new QSpinBox;
        spin->setRange(0, kWhole);
        spin->setSuffix(QStringLiteral(" %"));
        spin->setValue(value);
        spin->setAccessibleName(name);
        connect(spin, &QSpinBox::valueChanged, this, &Editor::changed);
        return spin;
    };
    for (const std::size_t need : m_needs) {
        const decision::Need &shown = decision().needs[need];
        const decision::ShareBounds known = shown.shareBounds.value_or(decision::ShareBounds{});
        Bounds row{box(percent(known.least), tr("Least share of %1").arg(shown.name)),
                   box(percent(known.greatest), tr("Greatest share of %1").arg(shown.name))};
        row.least->setObjectName(QStringLiteral("least.") + shown.id);
        row.greatest->setObjectName(QStringLiteral("greatest.") + shown.id);
        const int line = grid->rowCount();
        grid->addWidget(new widgets::ElidedLabel(shown.name), line, 0);
        grid->addWidget(row.least, line, 1);
        grid->addWidget(row.greatest, line, 2);
        m_bounds.push_back(row);
    }
    return bounds;
}

WeightModel::Kind ModelEditor::kind() const
{
    return WeightModel::Kind(m_kind->checkedId());
}

Result<decision::Decision> ModelEditor::proposal() const
{
    if (m_needs.empty())
        return Error{tr("All weights are 0"), tr("Give at least one need a weight"), {}};
    decision::Decision proposed = decision();
    proposed.weightModel.kind = kind();
    if (kind() != WeightModel::Kind::bounds)
        return proposed;
    for (std::size_t k = 0; k < m_bounds.size(); ++k) {
        decision::Need &need = proposed.needs[m_needs[k]];
        need.shareBounds.reset();
        const decision::ShareBounds bounds{m_bounds[k].least->value() / double(kWhole),
                                           m_bounds[k].greatest->value() / double(kWhole)};
        if (bounds != decision::ShareBounds{})
            need.shareBounds = bounds;
    }
    if (const Outcome possible = knowledge::checkBounds(proposed); !possible)
        return possible.error();
    return proposed;
}

} // namespace weighbridge::weighing
