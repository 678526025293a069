// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/pair_editor.h"

#include "core/knowledge/weighing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"

#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QSlider>

#include <cstdlib>

namespace weighbridge::weighing
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

/// The area that scrolls `widget`, if one does.
QScrollArea *scrollAreaOf(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            return area;
    }
    return nullptr;
}
} // namespace

PairEditor::PairEditor(const decision::Decision &decision, QWidget *parent)
    : Editor(decision, parent), m_judgements(decision)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, Spacing::small, 0);
    layout->setSpacing(Spacing::medium);
    layout->addWidget(makeConsistency());
    if (m_judgements.leftOut() > 0) {
        auto *note = new widgets::Label(
            tr("The ten heaviest needs are compared; the other %1 keep their share.")
                .arg(m_judgements.leftOut()),
            TextRole::label, Tone::secondary);
        note->setWordWrap(true);
        layout->addWidget(note);
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Spacing::medium);
    grid->setVerticalSpacing(Spacing::small);
    for (const int column : {0, 1, 2})
        grid->setColumnStretch(column, 1);
    for (std::size_t pair = 0; pair < m_judgements.pairs().size(); ++pair)
        addPair(grid, pair);
    layout->addLayout(grid);
    layout->addStretch();
    if (!m_sliders.empty())
        setFocusProxy(m_sliders.front());
    refresh();
}

QWidget *PairEditor::makeConsistency()
{
    m_consistency = new widgets::StatusPill(widgets::Status::ok, {});
    m_consistency->setObjectName(QStringLiteral("pairs.consistency"));
    m_contradiction = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_contradiction->setObjectName(QStringLiteral("pairs.contradiction"));
    m_contradiction->setWordWrap(true);
    m_lookAt = widgets::makeButton(tr("Look at this"), theme::Kind::link);
    m_lookAt->setObjectName(QStringLiteral("pairs.look"));
    m_lookAt->setAutoDefault(false);
    connect(m_lookAt, &QAbstractButton::clicked, this, &PairEditor::lookAtSuspect);
    auto *consistency = new QWidget;
    auto *top = new QHBoxLayout;
    top->addWidget(m_consistency);
    top->addStretch();
    top->addWidget(m_lookAt);
    auto *layout = new QVBoxLayout(consistency);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::tiny);
    layout->addLayout(top);
    layout->addWidget(m_contradiction);
    return consistency;
}

void PairEditor::addPair(QGridLayout *grid, std::size_t pair)
{
    const PairJudgements::Pair &judged = m_judgements.pairs()[pair];
    const auto nameOf = [&](std::size_t k) {
        return decision().needs[m_judgements.needs()[k]].name;
    };
    auto *first = new widgets::ElidedLabel(nameOf(judged.first));
    first->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *second = new widgets::ElidedLabel(nameOf(judged.second));
    auto *figure = new widgets::Label({}, TextRole::label, Tone::secondary);
    figure->setDigits(widgets::Digits::tabular);
    figure->setMinimumWidth(figure->fontMetrics().horizontalAdvance(QStringLiteral("← 9×")));

    auto *slider = new QSlider(Qt::Horizontal);
    // The need on the left matters more the further left the handle stands.
    slider->setRange(-PairJudgements::kGreatestStep, PairJudgements::kGreatestStep);
    slider->setPageStep(2);
    slider->setValue(-judged.step);
    slider->setObjectName(QStringLiteral("pair.%1.%2")
                              .arg(decision().needs[m_judgements.needs()[judged.first]].id,
                                   decision().needs[m_judgements.needs()[judged.second]].id));
    slider->setAccessibleName(tr("%1 or %2").arg(first->text(), second->text()));
    connect(slider, &QSlider::valueChanged, this, [this, pair](int value) {
        m_judgements.setStep(pair, -value);
        refresh();
        Q_EMIT changed();
    });
    const int row = int(pair);
    grid->addWidget(first, row, 0);
    grid->addWidget(slider, row, 1);
    grid->addWidget(second, row, 2);
    grid->addWidget(figure, row, 3);
    m_sliders.push_back(slider);
    m_figures.push_back(figure);
}

Result<decision::Decision> PairEditor::proposal() const
{
    return knowledge::withJudgements(decision(), m_judgements.judgements(decision()));
}

void PairEditor::refresh()
{
    for (std::size_t pair = 0; pair < m_sliders.size(); ++pair) {
        const int step = m_judgements.pairs()[pair].step;
        const QString times = QStringLiteral("%1×").arg(1 + std::abs(step));
        m_figures[pair]->setText(step == 0  ? QStringLiteral("=")
                                 : step > 0 ? QStringLiteral("← ") + times
                                            : QStringLiteral("→ ") + times);
        m_sliders[pair]->setAccessibleDescription(judgementText(decision(), m_judgements, pair));
        m_sliders[pair]->setToolTip(m_sliders[pair]->accessibleDescription());
    }
    const decision::PairwiseWeights judged = m_judgements.weights();
    const QString ratio = QLocale().toString(judged.consistencyRatio, 'f', 2);
    const bool contradicts = !judged.isConsistent();
    m_consistency->setStatus(contradicts ? widgets::Status::warn : widgets::Status::ok,
                             contradicts ? tr("Consistency ratio %1: contradictory").arg(ratio)
                                         : tr("Consistency ratio %1: consistent").arg(ratio));
    m_lookAt->setVisible(contradicts);
    QStringList sentences;
    if (contradicts) {
        const auto &[a, b, c] = *judged.worstTriad;
        for (const std::size_t pair :
             {m_judgements.pairOf(a, b), m_judgements.pairOf(b, c), m_judgements.pairOf(a, c)})
            sentences.append(judgementText(decision(), m_judgements, pair));
    }
    m_contradiction->setText(
        contradicts
            ? tr("These three do not go together: %1.").arg(sentences.join(QStringLiteral("; ")))
            : tr("Below %1 the judgements go together well enough.")
                  .arg(QLocale().toString(decision::PairwiseWeights::kAcceptableRatio, 'f', 2)));
}

void PairEditor::lookAtSuspect()
{
    const auto suspect = m_judgements.suspect();
    if (!suspect)
        return;
    QSlider *slider = m_sliders[*suspect];
    if (QScrollArea *area = scrollAreaOf(this))
        area->ensureWidgetVisible(slider);
    // As by the keyboard, so that the ring shows which one is meant.
    slider->setFocus(Qt::TabFocusReason);
}

} // namespace weighbridge::weighing
