// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/weight_editor.h"

#include "ui/decide/need_text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/weight_slider.h"

#include <QSignalBlocker>

#include <cmath>

namespace weighbridge::decide
{

WeightEditor makeWeightEditor(session::ProjectSession &session, std::size_t need)
{
    const decision::Need &shown = session.decision().needs[need];
    WeightEditor editor;
    editor.slider = new widgets::WeightSlider;
    editor.slider->setObjectName(QStringLiteral("weight.") + shown.id);
    editor.slider->setAccessibleName(widgets::WeightSlider::tr("Weight of %1").arg(shown.name));
    QObject::connect(editor.slider, &QSlider::sliderPressed, &session,
                     &session::ProjectSession::beginGesture);
    QObject::connect(editor.slider, &QSlider::sliderReleased, &session,
                     &session::ProjectSession::endGesture);
    QObject::connect(editor.slider, &QSlider::valueChanged, &session,
                     [&session, need](int weight) { session.setWeight(need, weight); });
    editor.figure = new widgets::Label({}, theme::TextRole::strong);
    editor.figure->setDigits(widgets::Digits::tabular);
    editor.figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    editor.figure->setMinimumWidth(
        editor.figure->fontMetrics().horizontalAdvance(QStringLiteral("10.0")));
    return editor;
}

void refreshWeightEditor(const WeightEditor &editor, const session::ProjectSession &session,
                         std::size_t need)
{
    const decision::Need &shown = session.decision().needs[need];
    const decision::Analysis &analysis = session.analysis();
    {
        const QSignalBlocker blocker(editor.slider);
        editor.slider->setValue(int(std::lround(shown.weight)));
    }
    std::optional<double> tie;
    QString leader;
    if (need < analysis.swings.size() && analysis.swings[need].tieWeight) {
        tie = analysis.swings[need].tieWeight;
        if (const auto takesLead = analysis.swings[need].takesLead)
            leader = session.decision().alternatives[*takesLead].series;
    }
    const QString rules = ruleText(session.decision(), need);
    editor.slider->setTie(tie, leader, tieText(session, need));
    editor.slider->setRuleMark(shown.weightPinned ? std::nullopt : shown.weightBeforeRules, rules);
    editor.figure->setText(weightFigure(shown.weight));
}

} // namespace weighbridge::decide
