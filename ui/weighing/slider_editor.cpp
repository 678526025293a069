// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/slider_editor.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/weight_slider.h"

#include <QGridLayout>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace weighbridge::weighing
{

SliderEditor::SliderEditor(const decision::Decision &decision, QWidget *parent)
    : Editor(decision, parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, theme::Spacing::small, 0);
    grid->setHorizontalSpacing(theme::Spacing::medium);
    grid->setVerticalSpacing(theme::Spacing::tiny);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (std::size_t need = 0; need < decision.needs.size(); ++need) {
        const decision::Need &shown = decision.needs[need];
        auto *slider = new widgets::WeightSlider;
        slider->setValue(int(std::lround(shown.weight)));
        slider->setObjectName(QStringLiteral("slider.") + shown.id);
        slider->setAccessibleName(tr("Weight of %1").arg(shown.name));
        auto *figure =
            new widgets::Label(QLocale().toString(slider->value()), theme::TextRole::strong);
        figure->setDigits(widgets::Digits::tabular);
        figure->setMinimumWidth(figure->fontMetrics().horizontalAdvance(QStringLiteral("10")));
        connect(slider, &QSlider::valueChanged, figure,
                [figure](int weight) { figure->setText(QLocale().toString(weight)); });
        connect(slider, &QSlider::valueChanged, this, &Editor::changed);
        const int row = int(need);
        grid->addWidget(new widgets::ElidedLabel(shown.name), row, 0);
        grid->addWidget(slider, row, 1);
        grid->addWidget(figure, row, 2, Qt::AlignRight | Qt::AlignVCenter);
        m_sliders.push_back(slider);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    if (!m_sliders.empty())
        setFocusProxy(m_sliders.front());
}

Result<decision::Decision> SliderEditor::proposal() const
{
    decision::Decision proposed = decision();
    for (std::size_t need = 0; need < m_sliders.size(); ++need) {
        // A weight between two steps stays as it is until its slider moves.
        const int weight = m_sliders[need]->value();
        if (weight != int(std::lround(proposed.needs[need].weight)))
            proposed.needs[need].weight = weight;
    }
    const bool weighsAny = std::any_of(proposed.needs.begin(), proposed.needs.end(),
                                       [](const decision::Need &need) { return need.weight > 0; });
    if (!weighsAny)
        return Error{tr("All weights are 0"), tr("Give at least one need a weight"), {}};
    return proposed;
}

} // namespace weighbridge::weighing
