// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/rank_editor.h"

#include "core/knowledge/weighing.h"
#include "ui/charts/chart_look.h"
#include "ui/theme/icons.h"
#include "ui/theme/typography.h"
#include "ui/weighing/rank_model.h"
#include "ui/widgets/buttons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace weighbridge::weighing
{

namespace
{
using theme::Spacing;

/// A row: grip, rank, name, weight.
class RankDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, int(theme::Height::listRow * theme::textScale())};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem empty = option;
        initStyleOption(&empty, index);
        empty.text.clear();
        empty.widget->style()->drawControl(QStyle::CE_ItemViewItem, &empty, painter, empty.widget);

        const charts::ChartLook look = charts::ChartLook::screen();
        const int rank = index.data(RankModel::rankRole).toInt();
        const QColor colour = rank > 0 ? look.tokens.text : look.tokens.text3;
        const double unit = look.unit;
        QRectF rest = QRectF(option.rect).adjusted(Spacing::small, 0, -Spacing::small, 0);
        const double icon = theme::Height::icon;
        theme::drawGlyph(*painter, theme::Glyph::grip,
                         {rest.left(), rest.center().y() - icon / 2, icon, icon},
                         look.tokens.text3);
        rest.setLeft(rest.left() + icon + Spacing::small);
        const QRectF rankRect(rest.left(), rest.top(), kRankWidth * unit, rest.height());
        charts::drawText(*painter, rankRect, Qt::AlignVCenter,
                         rank > 0 ? QLocale().toString(rank) : QStringLiteral("–"),
                         look.strongNumber, colour);
        const QRectF weightRect(rest.right() - kWeightWidth * unit, rest.top(), kWeightWidth * unit,
                                rest.height());
        charts::drawText(*painter, weightRect, Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(index.data(RankModel::weightRole).toDouble(), 'f', 1),
                         look.number, look.tokens.text2);
        charts::drawText(
            *painter,
            {rankRect.right(), rest.top(), weightRect.left() - rankRect.right(), rest.height()},
            Qt::AlignVCenter, index.data().toString(), look.strong, colour);
    }

private:
    static constexpr double kRankWidth = 28;
    static constexpr double kWeightWidth = 40;
};
} // namespace

RankEditor::RankEditor(const decision::Decision &decision, QWidget *parent)
    : Editor(decision, parent), m_model(new RankModel(decision, this)), m_list(new QListView)
{
    m_list->setObjectName(QStringLiteral("rank.list"));
    m_list->setAccessibleName(tr("Needs by importance"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RankDelegate(m_list));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setCurrentIndex(m_model->index(0));
    setFocusProxy(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    makeButtons();

    connect(m_model, &QAbstractItemModel::dataChanged, this, &Editor::changed);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RankEditor::refreshButtons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RankEditor::refreshButtons);
    refreshButtons();
}

void RankEditor::makeButtons()
{
    m_up = new widgets::IconButton(theme::Glyph::chevronUp, tr("Move up (Alt+Up)"));
    m_down = new widgets::IconButton(theme::Glyph::chevronDown, tr("Move down (Alt+Down)"));
    m_tie = new QCheckBox(tr("Same rank as the one above (=)"));
    m_counted = new QCheckBox(tr("Counts (Space)"));
    m_up->setObjectName(QStringLiteral("rank.up"));
    m_down->setObjectName(QStringLiteral("rank.down"));
    m_tie->setObjectName(QStringLiteral("rank.tie"));
    m_counted->setObjectName(QStringLiteral("rank.counted"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::small);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addSpacing(Spacing::small);
    row->addWidget(m_tie);
    row->addSpacing(Spacing::small);
    row->addWidget(m_counted);
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);

    const auto onKey = [this](const QKeySequence &key, void (RankEditor::*slot)()) {
        auto *shortcut = new QShortcut(key, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    onKey(Qt::Key_Equal, &RankEditor::toggleTie);
    onKey(Qt::Key_Space, &RankEditor::toggleCounted);
    const auto onMove = [this](const QKeySequence &key, QAbstractButton *button, int step) {
        auto *shortcut = new QShortcut(key, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step] { move(step); });
        connect(button, &QAbstractButton::clicked, this, [this, step] { move(step); });
    };
    onMove(Qt::ALT | Qt::Key_Up, m_up, -1);
    onMove(Qt::ALT | Qt::Key_Down, m_down, 1);
    connect(m_tie, &QAbstractButton::clicked, this, &RankEditor::toggleTie);
    connect(m_counted, &QAbstractButton::clicked, this, &RankEditor::toggleCounted);
}

Result<decision::Decision> RankEditor::proposal() const
{
    decision::WeightJudgements judgements;
    judgements.method = decision::WeightJudgements::Method::rank;
    for (const std::vector<std::size_t> &together : m_model->ranking()) {
        auto &rank = judgements.ranks.emplace_back();
        for (const std::size_t need : together)
            rank.push_back(decision().needs[need].id);
    }
    return knowledge::withJudgements(decision(), judgements);
}

int RankEditor::currentRow() const
{
    return m_list->currentIndex().row();
}

void RankEditor::move(int step)
{
    const int row = currentRow();
    if (row >= 0)
        m_model->moveRow({}, row, {}, step < 0 ? row - 1 : row + 2);
}

void RankEditor::toggleTie()
{
    m_model->setTied(currentRow(), !m_model->isTied(currentRow()));
}

void RankEditor::toggleCounted()
{
    const QModelIndex current = m_list->currentIndex();
    m_model->setCounted(current.row(), current.data(RankModel::rankRole).toInt() == 0);
}

void RankEditor::refreshButtons()
{
    const QModelIndex current = m_list->currentIndex();
    const bool counted = current.data(RankModel::rankRole).toInt() > 0;
    m_up->setEnabled(current.row() > 0);
    m_down->setEnabled(current.isValid() && current.row() + 1 < m_model->rowCount());
    m_tie->setEnabled(counted && current.row() > 0);
    m_tie->setChecked(m_model->isTied(current.row()));
    m_counted->setEnabled(current.isValid());
    m_counted->setChecked(counted);
}

} // namespace weighbridge::weighing
