// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/decide_page.h"

#include "core/decision/model/weight_judgements.h"
#include "ui/charts/chance_chart.h"
#include "ui/charts/picture.h"
#include "ui/charts/why_chart.h"
#include "ui/decide/need_table.h"
#include "ui/decide/offer_card.h"
#include "ui/decide/recommendation_card.h"
#include "ui/interview/interview_panel.h"
#include "ui/views/views_card.h"
#include "ui/weighing/weighing.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace weighbridge::decide
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

} // namespace

DecidePage::DecidePage(session::ProjectSession &session, QWidget *parent)
    : Page(tr("Decide"), parent), m_session(session)
{
    m_left = makeLeft();
    m_right = makeRight();
    m_columns = new QHBoxLayout(content());
    m_columns->addWidget(m_left, 1);
    m_columns->addWidget(m_right);
    makeInterview();
    makeTopBar();

    connect(&session, &session::ProjectSession::projectReplaced, this, &DecidePage::refresh);
    connect(&session, &session::ProjectSession::decisionChanged, this, &DecidePage::refresh);
    refresh();
}

QWidget *DecidePage::makeLeft()
{
    m_table = new NeedTable(m_session);
    connect(m_table, &NeedTable::measureRequested, this, &DecidePage::measureRequested);
    auto *closerLook = new views::ViewsCard(m_session);
    connect(closerLook, &views::ViewsCard::measureRequested, this, &DecidePage::measureRequested);
    auto *left = new QWidget;
    auto *rows = new QVBoxLayout(left);
    rows->setContentsMargins({});
    rows->setSpacing(Spacing::cardGap);
    rows->addWidget(makeSwitches());
    rows->addWidget(makePresets());
    rows->addWidget(m_table);
    rows->addWidget(closerLook);
    rows->addStretch(1);
    return left;
}

QWidget *DecidePage::makeRight()
{
    auto *recommendation = new RecommendationCard(m_session);
    connect(recommendation, &RecommendationCard::measureRequested, this,
            &DecidePage::measureRequested);
    auto *right = new QWidget;
    auto *rows = new QVBoxLayout(right);
    rows->setContentsMargins({});
    rows->setSpacing(Spacing::cardGap);
    rows->addWidget(recommendation);
    rows->addWidget(new OfferCard(m_session));
    rows->addWidget(makeChanceCard());
    rows->addWidget(makeWhyCard());
    rows->addStretch(1);
    return right;
}

void DecidePage::makeInterview()
{
    m_interview = new interview::InterviewPanel(m_session);
    m_interview->hide();
    connect(m_interview, &interview::InterviewPanel::closed, this, [this] {
        showInterview(false);
        m_questions->setFocus(Qt::OtherFocusReason);
    });
    setSide(m_interview);
}

void DecidePage::showInterview(bool show)
{
    showSide(show);
    arrange(isNarrow());
    if (show)
        m_interview->setFocus(Qt::OtherFocusReason);
}

void DecidePage::showQuestions()
{
    m_interview->showView(interview::InterviewPanel::guided);
    showInterview(true);
}

void DecidePage::showRules()
{
    m_interview->showView(interview::InterviewPanel::rules);
    showInterview(true);
}

void DecidePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (!m_interview->isHidden())
        arrange(isNarrow());
}

void DecidePage::arrange(bool narrow)
{
    const bool asking = !m_interview->isHidden();
    const int rightWidth =
        narrow || asking ? theme::SideWidth::verdictNarrow : theme::SideWidth::verdict;
    // In a narrow window the questions take the place of the table; the verdict stays.
    m_left->setVisible(!asking || !narrow);
    m_columns->setContentsMargins(pageMargin(), pageMargin(), pageMargin(), pageMargin());
    m_columns->setSpacing(narrow || asking ? Spacing::large : Spacing::huge);
    m_right->setFixedWidth(rightWidth);
    m_doubtLabel->setText(rightWidth == theme::SideWidth::verdict ? tr("If inputs are off by")
                                                                  : tr("Inputs off by"));
    m_table->arrange(narrow || asking);
    // Between the two ways the questions give room to the table, whose views have a least width.
    const int beside = width() - rightWidth - m_left->minimumSizeHint().width() - 2 * pageMargin() -
                       2 * m_columns->spacing();
    m_interview->setFixedWidth(narrow ? width() - rightWidth - 3 * pageMargin()
                                      : std::clamp(beside, theme::SideWidth::interviewNarrow,
                                                   theme::SideWidth::interview));
    m_questions->setChecked(asking);
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
    connect(reset, &QAbstractButton::clicked, &m_session, &session::ProjectSession::resetToSource);
    addTopBarWidget(undo);
    addTopBarWidget(redo);
    addTopBarWidget(reset);
}

QWidget *DecidePage::makeSwitches()
{
    m_level = new widgets::SegmentedControl({tr("Languages"), tr("Frameworks"), tr("My own")},
                                            tr("What is compared"));
    m_level->setObjectName(QStringLiteral("level"));
    for (int i = 0; i < m_level->count(); ++i)
        m_level->segment(i)->setObjectName(QStringLiteral("level.") +
                                           nameOf(decision::Comparison(i)));
    connect(m_level, &widgets::SegmentedControl::currentChanged, this,
            [this](int index) { m_session.compare(decision::Comparison(index)); });
    m_questions = widgets::makeButton({}, theme::Kind::standard, theme::Glyph::help);
    m_questions->setObjectName(QStringLiteral("questions"));
    m_questions->setCheckable(true);
    connect(m_questions, &QAbstractButton::clicked, this, [this](bool show) {
        m_interview->showView(interview::InterviewPanel::guided);
        showInterview(show);
    });
    m_rules = widgets::makeButton(tr("Rules"), theme::Kind::ghost);
    m_rules->setObjectName(QStringLiteral("rules"));
    connect(m_rules, &QAbstractButton::clicked, this, &DecidePage::showRules);
    auto *switches = new QWidget;
    auto *row = new QHBoxLayout(switches);
    row->setContentsMargins({});
    row->setSpacing(Spacing::small);
    row->addWidget(m_level);
    row->addStretch();
    row->addWidget(makeWeighing());
    row->addWidget(m_questions);
    row->addWidget(m_rules);
    return switches;
}

void DecidePage::refreshSwitches()
{
    const QSignalBlocker blocker(m_level);
    m_level->setCurrentIndex(int(m_session.decision().comparison));
    m_questions->setText(m_interview->summary());
}

QWidget *DecidePage::makePresets()
{
    auto *presets = new QWidget;
    auto *layout = new widgets::FlowLayout(presets);
    m_startFrom = new widgets::Label(tr("Start from"), TextRole::label, Tone::secondary);
    m_startFrom->setMinimumHeight(theme::Height::control);
    layout->addWidget(m_startFrom);
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
    m_chanceCard = new widgets::Card(tr("Chance of being best"));
    auto *info = new widgets::IconButton(theme::Glyph::info, tr("How the chance is found"));
    info->setToolTip(
        tr("Ratings and weights are drawn at random around yours, as far off as chosen "
           "below; measured ratings vary as much as their rounds did. The chance is the "
           "share of draws that an alternative wins. The dot is the score difference "
           "without doubt."));
    connect(info, &QAbstractButton::clicked, info, [info] {
        QToolTip::showText(info->mapToGlobal(QPoint(0, info->height())), info->toolTip(), info);
    });
    m_chanceCard->addHeaderWidget(info);
    m_chance = new charts::Picture(
        tr("Chance of being best"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintChance(painter, rect, m_session.decision(), m_session.analysis(), look);
        },
        [](const charts::ChartLook &look) { return charts::chanceHeight(look); });
    m_chanceCard->body()->addWidget(m_chance);

    m_doubt = new widgets::SegmentedControl({tr("a little"), tr("some"), tr("a lot")},
                                            tr("If inputs are off by"));
    m_doubt->setObjectName(QStringLiteral("doubt"));
    connect(m_doubt, &widgets::SegmentedControl::currentChanged, this,
            [this](int index) { m_session.setDoubt(decision::Doubt(index)); });
    auto *row = new QHBoxLayout;
    m_doubtLabel = new widgets::ElidedLabel({}, TextRole::label, Tone::secondary);
    row->addWidget(m_doubtLabel, 1);
    row->addWidget(m_doubt);
    m_chanceCard->body()->addLayout(row);
    return m_chanceCard;
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

QWidget *DecidePage::makeWeighing()
{
    auto *button = widgets::makeButton(tr("Weigh by…"), theme::Kind::ghost);
    button->setObjectName(QStringLiteral("weigh"));
    auto *menu = new QMenu(button);
    const std::pair<QString, void (*)(QWidget *, session::ProjectSession &)> ways[] = {
        {tr("Rank"), &weighing::weighByRank},
        {tr("Swing"), &weighing::weighBySwing},
        {tr("Pairs"), &weighing::weighByPairs},
        {tr("Bounds and how sure"), &weighing::chooseWeightModel}};
    for (const auto &[name, weigh] : ways)
        menu->addAction(name, this, [this, weigh = weigh] { weigh(this, m_session); });
    button->setMenu(menu);
    return button;
}

void DecidePage::refresh()
{
    const decision::Decision &decision = m_session.decision();
    const decision::Analysis &analysis = m_session.analysis();
    refreshPresets();
    refreshSwitches();
    {
        const QSignalBlocker blocker(m_doubt);
        m_doubt->setCurrentIndex(decision.exactDoubt ? -1 : int(decision.doubt));
    }
    if (decision.alternatives.size() > 1)
        m_whyCard->setHint(tr("share × (%1 − %2 rating)")
                               .arg(decision.alternatives[analysis.first].name,
                                    decision.alternatives[analysis.second].name));
    const bool comparable = analysis.order.size() > 1;
    m_chanceCard->setVisible(comparable);
    m_whyCard->setVisible(comparable);
    m_chance->refresh(charts::chanceChartText(decision, analysis));
    m_why->refresh(charts::whyText(decision, analysis));
}

void DecidePage::refreshPresets()
{
    const knowledge::Preset *matching =
        knowledge::matchingPreset(m_session.catalogue(), m_session.decision());
    const auto &presets = m_session.catalogue().presets;
    bool anyWeighs = false;
    for (std::size_t i = 0; i < m_presets.size(); ++i) {
        // A preset sets weights only: in a table without its needs it would do nothing.
        const bool weighs = knowledge::weighsAny(presets[i], m_session.decision());
        anyWeighs = anyWeighs || weighs;
        m_presets[i]->setVisible(weighs);
        m_presets[i]->setChecked(matching == &presets[i]);
    }
    const bool roomy = !isNarrow() && m_interview->isHidden() && anyWeighs;
    const QString judged = decision::judgementsText(m_session.decision());
    m_customWeights->setText(judged.isEmpty() ? tr("Custom weights") : tr("Weights as judged"));
    m_customWeights->setToolTip(judged);
    m_customWeights->setVisible(matching == nullptr && roomy);
    m_startFrom->setVisible(roomy);
    m_rules->setVisible(!isNarrow() &&
                        m_interview->isHidden()); // else they are one tab away from the questions
}

} // namespace weighbridge::decide
