// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/weighing_dialog.h"

#include "ui/charts/picture.h"
#include "ui/charts/ranking_chart.h"
#include "ui/charts/weight_bars.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace weighbridge::weighing
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr QSize kSize{900, 620};
constexpr int kPreviewWidth = 320;

/// `content` in a frameless area that scrolls down only and shows what is behind it.
QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    // setWidget() turns this on, and the card behind would not be seen.
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}
} // namespace

WeighingDialog::WeighingDialog(const Texts &texts, Editor *editor, Apply apply, QWidget *parent)
    : QDialog(parent), m_editor(editor), m_apply(std::move(apply)), m_proposed(editor->decision())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(texts.title);
    resize(kSize);

    auto *title = new widgets::Label(texts.title, TextRole::page);
    auto *explanation = new widgets::Label(texts.explanation, TextRole::body, Tone::secondary);
    explanation->setWordWrap(true);
    auto *editing = new widgets::Card;
    editing->body()->addWidget(scrolling(m_editor), 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Spacing::cardGap);
    columns->addWidget(editing, 1);
    columns->addWidget(makePreview());

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(Spacing::pageMargin, Spacing::large, Spacing::pageMargin,
                             Spacing::large);
    rows->setSpacing(Spacing::medium);
    rows->addWidget(title);
    rows->addWidget(explanation);
    rows->addLayout(columns, 1);
    rows->addLayout(makeButtons(texts.apply));

    connect(m_editor, &Editor::changed, this, &WeighingDialog::refresh);
    refresh();
    m_editor->setFocus();
}

QWidget *WeighingDialog::makePreview()
{
    m_headline = new widgets::Label({}, TextRole::page);
    m_headline->setObjectName(QStringLiteral("weighing.headline"));
    m_headline->setWordWrap(true);
    m_sentence = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_sentence->setWordWrap(true);
    m_ranking = new charts::Picture(
        tr("Ranking"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintRanking(painter, rect, m_proposed, m_analysis, look);
        },
        [this](const charts::ChartLook &look) {
            return charts::rankingHeight(m_analysis.order.size(), look);
        });
    m_weights = new charts::Picture(
        tr("Weights before and after"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintWeightBars(painter, rect, m_editor->decision(), m_proposed, look);
        },
        [this](const charts::ChartLook &look) {
            return charts::weightBarsHeight(m_proposed.needs.size(), look);
        });
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::small);
    layout->addWidget(m_headline);
    layout->addWidget(m_sentence);
    layout->addWidget(m_ranking);
    layout->addWidget(new widgets::Divider);
    layout->addWidget(new widgets::Label(tr("Weights; the tick is the weight now"),
                                         TextRole::caption, Tone::secondary));
    layout->addWidget(m_weights);
    layout->addStretch();
    auto *card = new widgets::Card(tr("With these weights"));
    card->body()->addWidget(scrolling(content), 1);
    card->setFixedWidth(kPreviewWidth);
    return card;
}

QLayout *WeighingDialog::makeButtons(const QString &apply)
{
    m_problem = new widgets::Label({}, TextRole::label, Tone::err);
    m_problem->setObjectName(QStringLiteral("weighing.problem"));
    m_problem->setWordWrap(true);
    auto *cancel = widgets::makeButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("weighing.cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    m_applyButton = widgets::makeButton(apply, theme::Kind::primary);
    m_applyButton->setObjectName(QStringLiteral("weighing.apply"));
    m_applyButton->setDefault(true);
    connect(m_applyButton, &QAbstractButton::clicked, this, [this] {
        accept();
        m_apply(m_proposed);
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::small);
    row->addWidget(m_problem, 1);
    row->addWidget(cancel);
    row->addWidget(m_applyButton);
    return row;
}

void WeighingDialog::refresh()
{
    const Result<decision::Decision> proposal = m_editor->proposal();
    m_applyButton->setEnabled(proposal.hasValue());
    m_problem->setText(proposal ? QString() : proposal.error().message());
    if (!proposal)
        return;
    m_proposed = *proposal;
    m_analysis = decision::analyse(m_proposed);
    m_headline->setText(m_analysis.verdict.headline);
    m_sentence->setText(m_analysis.verdict.sentence);
    m_ranking->setVisible(!m_analysis.order.empty());
    m_ranking->refresh(charts::rankingText(m_proposed, m_analysis));
    m_weights->refresh(charts::weightBarsText(m_editor->decision(), m_proposed));
}

} // namespace weighbridge::weighing
