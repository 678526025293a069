// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/split_panel.h"

#include "core/decision/model/value_text.h"
#include "core/knowledge/parts.h"
#include "ui/views/texts.h"
#include "ui/views/weigher_rows.h"
#include "ui/weighing/weighing.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"
#include "ui/widgets/text_prompt.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace weighbridge::views
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr int kWhole = 100;        ///< per cent, and slider steps in a point of score
constexpr int kGreatestCost = 200; ///< slider steps
constexpr double kInitialLoad = 0.2;

constexpr WeigherRows::Amount kLoad{kWhole, 5, 0};
} // namespace

SplitPanel::SplitPanel(session::ProjectSession &session) : Panel(session)
{
    m_empty = new widgets::EmptyState(
        theme::Glyph::swap, tr("Does one language have to do everything?"),
        tr("Name the parts of the project that could be written in different languages. Each part "
           "weighs the needs for itself."));
    auto *usual = m_empty->addAction(tr("Start with four usual parts"));
    usual->setObjectName(QStringLiteral("split.usual"));
    connect(usual, &QAbstractButton::clicked, this, &SplitPanel::addUsualParts);
    auto *own = m_empty->addAction(tr("Add a part"));
    connect(own, &QAbstractButton::clicked, this, &SplitPanel::askForPart);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_empty);
    layout->addWidget(makeContent());
}

QWidget *SplitPanel::makeContent()
{
    m_content = new QWidget;
    m_sentence = new widgets::Label({}, TextRole::strong);
    m_sentence->setObjectName(QStringLiteral("split.sentence"));
    m_sentence->setWordWrap(true);
    m_values = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_values->setObjectName(QStringLiteral("split.values"));
    m_values->setWordWrap(true);
    m_parts = makeParts();
    auto *add = widgets::makeButton(tr("Add a part"), theme::Kind::ghost, theme::Glyph::plus);
    add->setObjectName(QStringLiteral("split.add"));
    connect(add, &QAbstractButton::clicked, this, &SplitPanel::askForPart);
    m_conditions = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_conditions->setWordWrap(true);

    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::small);
    layout->addWidget(m_sentence);
    layout->addWidget(m_values);
    layout->addLayout(makeCost());
    layout->addWidget(m_parts);
    layout->addWidget(add, 0, Qt::AlignLeft);
    layout->addWidget(new widgets::Label(tr("Before you split"), TextRole::strong));
    layout->addWidget(m_conditions);
    return m_content;
}

QLayout *SplitPanel::makeCost()
{
    m_cost = new QSlider(Qt::Horizontal);
    m_cost->setObjectName(QStringLiteral("split.cost"));
    m_cost->setAccessibleName(tr("Cost of a second language"));
    m_cost->setRange(0, kGreatestCost);
    m_cost->setSingleStep(1);
    m_cost->setPageStep(10);
    connect(m_cost, &QSlider::sliderPressed, &session(), &session::ProjectSession::beginGesture);
    connect(m_cost, &QSlider::sliderReleased, &session(), &session::ProjectSession::endGesture);
    connect(m_cost, &QSlider::valueChanged, this, [this](int value) {
        decision::Decision after = session().decision();
        after.furtherLanguageCost = double(value) / kWhole;
        session().change(tr("Change Cost of a Second Language"), after,
                         QStringLiteral("further-language-cost"));
    });
    m_costText = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_costText->setDigits(widgets::Digits::tabular);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::medium);
    row->addWidget(new widgets::Label(tr("Cost of a second language"), TextRole::label));
    row->addWidget(m_cost, 1);
    row->addWidget(m_costText);
    return row;
}

WeigherRows *SplitPanel::makeParts()
{
    auto *parts = new WeigherRows(
        {tr("Part"), tr("Share of load"), tr("Takes"), QStringLiteral(" %")}, kLoad);
    connect(parts, &WeigherRows::amountChanged, this, [this](const QString &id, double percent) {
        change(id, [percent](decision::Part &part) {
            part.shareOfLoad = percent / kWhole;
            return tr("Change Load of %1").arg(part.name);
        });
    });
    connect(parts, &WeigherRows::editRequested, this, &SplitPanel::editWeights);
    connect(parts, &WeigherRows::opened, this, &SplitPanel::closeWithout);
    connect(parts, &WeigherRows::renamed, this, [this](const QString &id, const QString &name) {
        change(id, [&name](decision::Part &part) {
            part.name = name;
            return tr("Rename Part");
        });
    });
    connect(parts, &WeigherRows::removeRequested, this, [this](const QString &id) {
        decision::Decision after = session().decision();
        const decision::Part *part = findById(after.parts, id);
        if (!part)
            return;
        const QString name = part->name;
        std::erase_if(after.parts, [&id](const auto &each) { return each.id == id; });
        session().change(tr("Remove %1").arg(name), after);
    });
    return parts;
}

void SplitPanel::change(const QString &id, const std::function<QString(decision::Part &)> &edit)
{
    decision::Decision after = session().decision();
    if (decision::Part *part = findById(after.parts, id)) {
        const QString step = edit(*part);
        session().change(step, after);
    }
}

void SplitPanel::refresh()
{
    const decision::Decision &decision = session().decision();
    m_empty->setVisible(decision.parts.empty());
    m_content->setVisible(!decision.parts.empty());
    m_view = decision::splitView(decision);
    refreshParts();
    const QSignalBlocker blocker(m_cost);
    m_cost->setValue(int(std::lround(decision.furtherLanguageCost * kWhole)));
    m_costText->setText(tr("%1 points").arg(decision::scoreText(decision.furtherLanguageCost)));
    refreshAnswer();
}

void SplitPanel::refreshParts()
{
    const decision::Decision &decision = session().decision();
    std::vector<WeigherRows::Row> rows;
    for (const decision::Part &part : decision.parts)
        rows.push_back({part.id,
                        part.name,
                        part.shareOfLoad * kWhole,
                        QStringLiteral("–"),
                        {},
                        tr("needs a share of load and a weight")});
    if (m_view) {
        for (const decision::SplitView::PartView &view : m_view->parts) {
            WeigherRows::Row &row = rows[view.part];
            row.leader = decision.alternatives[view.choice].name;
            row.leaderSeries = decision.alternatives[view.choice].series;
            row.scores = scoresText(decision, view.scores);
        }
    }
    m_parts->setRows(rows);
}

void SplitPanel::refreshAnswer()
{
    if (!m_view) {
        m_sentence->setText(tr("Nothing to divide yet: it takes two alternatives and a part with "
                               "a share of the load and a weight."));
        m_values->clear();
        m_conditions->clear();
        return;
    }
    const decision::Decision &decision = session().decision();
    m_sentence->setText(m_view->sentence);
    const QString single = tr("%1 for everything: %2")
                               .arg(decision.alternatives[m_view->single].name,
                                    decision::scoreText(m_view->singleValue));
    m_values->setText(m_view->languages > 1
                          ? tr("%1 · each part its own, after the cost: %2")
                                .arg(single, decision::scoreText(m_view->splitValue))
                          : single);
    QStringList conditions;
    for (const QString &condition : m_view->conditions)
        conditions.append(QStringLiteral("• ") + condition);
    m_conditions->setText(conditions.join(QLatin1Char('\n')));
}

void SplitPanel::addUsualParts()
{
    decision::Decision after = session().decision();
    after.parts = knowledge::usualParts(after);
    session().change(tr("Add Parts"), after);
}

void SplitPanel::askForPart()
{
    widgets::askForText(this, tr("Add a Part"), tr("Name"), {}, [this](const QString &name) {
        decision::Decision after = session().decision();
        const QString id = freeId(after.parts, QStringLiteral("part"));
        after.parts.push_back({id, name, kInitialLoad, weightsOf(after)});
        session().change(tr("Add %1").arg(name), after);
    });
}

void SplitPanel::editWeights(const QString &id)
{
    const decision::Part *edited = findById(session().decision().parts, id);
    if (!edited)
        return;
    QDialog *dialog =
        weighing::editWeights(this, tr("Weights of %1").arg(edited->name),
                              seenWith(session().decision(), edited->weights),
                              [this, id](const decision::Decision &changed) {
                                  change(id, [&changed](decision::Part &part) {
                                      part.weights = weightsOf(changed);
                                      return tr("Change Weights of %1").arg(part.name);
                                  });
                              });
    closeWithout(id, dialog);
}

void SplitPanel::closeWithout(const QString &id, QWidget *shown)
{
    closeWhenGone(shown, [id](const decision::Decision &decision) {
        return findById(decision.parts, id) != nullptr;
    });
}

} // namespace weighbridge::views
