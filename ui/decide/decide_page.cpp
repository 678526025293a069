// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/decide_page.h"

#include "ui/charts/chance_chart.h"
#include "ui/charts/picture.h"
#include "ui/charts/swing_chart.h"
#include "ui/charts/why_chart.h"
#include "ui/decide/need_table.h"
#include "ui/decide/recommendation_card.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolTip>
#include <QVBoxLayout>

namespace weighbridge::decide
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr int kRightColumn = 416;
constexpr int kRightColumnNarrow = 304;
} // namespace

DecidePage::DecidePage(models::ProjectSession &session, QWidget *parent)
    : Page(tr("Decide"), parent), m_session(session)
{
    m_table = new NeedTable(session);
    auto *left = new QVBoxLayout;
    left->setSpacing(Spacing::cardGap);
    left->addWidget(makePresets());
    left->addWidget(m_table);
    left->addWidget(makeSwingsCard());
    left->addStretch();

    m_right = new QWidget;
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins({});
    right->setSpacing(Spacing::cardGap);
    right->addWidget(new RecommendationCard(session));
    right->addWidget(makeChanceCard());
    right->addWidget(makeWhyCard());
    right->addStretch();

    m_columns = new QHBoxLayout(content());
    m_columns->addLayout(left, 1);
    m_columns->addWidget(m_right);
    makeTopBar();

    connect(&session, &models::ProjectSession::projectReplaced, this, &DecidePage::refresh);
    connect(&session, &models::ProjectSession::decisionChanged, this, &DecidePage::refresh);
    refresh();
}

void DecidePage::arrange(bool narrow)
{
    m_columns->setContentsMargins(pageMargin(), pageMargin(), pageMargin(), pageMargin());
    m_columns->setSpacing(narrow ? Spacing::large : Spacing::huge);
    m_right->setFixedWidth(narrow ? kRightColumnNarrow : kRightColumn);
    m_doubtLabel->setText(narrow ? tr("Inputs off by") : tr("If inputs are off by"));
    m_table->arrange(narrow);
    refreshPresets();
}

void DecidePage::makeTopBar()
{
    auto *undo = new widgets::IconButton(theme::Glyph::undo, tr("Undo"));
    auto *redo = new widgets::IconButton(theme::Glyph::redo, tr("Redo"));
    undo->setObjectName(QStringLiteral("undo"));
    redo->setObjectName(QStringLiteral("redo"));
    QUndoStack &stack = m_session.undoStack();
    connect(undo, &QAbstractButton::clicked, &stack, &QUndoStack::undo);
    connect(redo, &QAbstractButton::clicked, &stack, &QUndoStack::redo);
    undo->setEnabled(stack.canUndo());
    redo->setEnabled(stack.canRedo());
    connect(&stack, &QUndoStack::canUndoChanged, undo, &QWidget::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, redo, &QWidget::setEnabled);
    connect(&stack, &QUndoStack::undoTextChanged, undo, [undo](const QString &text) {
        undo->setToolTip(text.isEmpty() ? tr("Undo") : tr("Undo %1").arg(text));
    });
    connect(&stack, &QUndoStack::redoTextChanged, redo, [redo](const QString &text) {
        redo->setToolTip(text.isEmpty() ? tr("Redo") : tr("Redo %1").arg(text));
    });
    auto *reset = widgets::makeButton(tr("Reset to source"), theme::Kind::ghost);
    reset->setObjectName(QStringLiteral("reset"));
    connect(reset, &QAbstractButton::clicked, &m_session, &models::ProjectSession::resetToSource);
    addTopBarWidget(undo);
    addTopBarWidget(redo);
    addTopBarWidget(reset);
}

QWidget *DecidePage::makePresets()
{
    auto *presets = new QWidget;
    auto *layout = new widgets::FlowLayout(presets);
    auto *startFrom = new widgets::Label(tr("Start from"), TextRole::label, Tone::secondary);
    startFrom->setMinimumHeight(theme::Height::control);
    layout->addWidget(startFrom);
    for (const knowledge::Preset &preset : m_session.catalogue().presets) {
        auto *chip = new widgets::ChipButton(preset.name);
        chip->setCheckable(true);
        chip->setObjectName(QStringLiteral("preset.") + preset.id);
        connect(chip, &QAbstractButton::clicked, this, [this, &preset] {
            m_session.applyPreset(preset);
            refreshPresets();
        });
        layout->addWidget(chip);
        m_presets.push_back(chip);
    }
    m_customWeights = new widgets::Label(tr("Custom weights"), TextRole::label, Tone::secondary);
    m_customWeights->setMinimumHeight(theme::Height::control);
    layout->addWidget(m_customWeights);
    return presets;
}

QWidget *DecidePage::makeChanceCard()
{
    auto *card = new widgets::Card(tr("Chance of being best"));
    auto *info = new widgets::IconButton(theme::Glyph::info, tr("How the chance is found"));
    info->setToolTip(
        tr("Ratings and weights are drawn at random around yours, as far off as chosen "
           "below; measured ratings vary as much as their rounds did. The chance is the "
           "share of draws that an alternative wins. The dot is the score difference "
           "without doubt."));
    connect(info, &QAbstractButton::clicked, info, [info] {
        QToolTip::showText(info->mapToGlobal(QPoint(0, info->height())), info->toolTip(), info);
    });
    card->addHeaderWidget(info);
    m_chance = new charts::Picture(
        tr("Chance of being best"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintChance(painter, rect, m_session.decision(), m_session.analysis(), look);
        },
        [](const charts::ChartLook &look) { return charts::chanceHeight(look); });
    card->body()->addWidget(m_chance);

    m_doubt = new widgets::SegmentedControl({tr("a little"), tr("some"), tr("a lot")},
                                            tr("If inputs are off by"));
    m_doubt->setObjectName(QStringLiteral("doubt"));
    connect(m_doubt, &widgets::SegmentedControl::currentChanged, this,
            [this](int index) { m_session.setDoubt(decision::Doubt(index)); });
    auto *row = new QHBoxLayout;
    m_doubtLabel = new widgets::ElidedLabel({}, TextRole::label, Tone::secondary);
    row->addWidget(m_doubtLabel, 1);
    row->addWidget(m_doubt);
    card->body()->addLayout(row);
    return card;
}

QWidget *DecidePage::makeWhyCard()
{
    m_whyCard = new widgets::Card(tr("Why"), QStringLiteral(" "));
    m_why = new charts::Picture(
        tr("Why"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintWhy(painter, rect, m_session.decision(), m_session.analysis(), look);
        },
        [this](const charts::ChartLook &look) {
            return charts::whyHeight(m_session.analysis().contributions.size(), look);
        });
    m_whyCard->body()->addWidget(m_why);
    return m_whyCard;
}

QWidget *DecidePage::makeSwingsCard()
{
    auto *card = new widgets::Card(tr("What would change the answer"),
                                   tr("Score difference as one weight goes 0 → 10"));
    m_swings = new charts::Picture(
        tr("What would change the answer"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintSwings(painter, rect, m_session.decision(), m_session.analysis(), look);
        },
        [this](const charts::ChartLook &look) {
            return charts::swingsHeight(m_session.analysis().swings.size(), look);
        });
    card->body()->addWidget(m_swings);
    return card;
}

void DecidePage::refresh()
{
    const decision::Decision &decision = m_session.decision();
    const decision::Analysis &analysis = m_session.analysis();
    refreshPresets();
    {
        const QSignalBlocker blocker(m_doubt);
        m_doubt->setCurrentIndex(int(decision.doubt));
    }
    if (decision.alternatives.size() > 1)
        m_whyCard->setHint(tr("share × (%1 − %2 rating)")
                               .arg(decision.alternatives[analysis.first].name,
                                    decision.alternatives[analysis.second].name));
    m_chance->refresh(charts::chanceChartText(decision, analysis));
    m_why->refresh(charts::whyText(decision, analysis));
    m_swings->refresh(charts::swingsText(decision, analysis));
}

void DecidePage::refreshPresets()
{
    const knowledge::Preset *matching =
        knowledge::matchingPreset(m_session.catalogue(), m_session.decision());
    const auto &presets = m_session.catalogue().presets;
    for (std::size_t i = 0; i < m_presets.size(); ++i)
        m_presets[i]->setChecked(matching == &presets[i]);
    m_customWeights->setVisible(matching == nullptr && !isNarrow());
}

} // namespace weighbridge::decide
