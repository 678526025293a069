// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/claims_table.h"

#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"
#include "ui/widgets/status.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace weighbridge::compare
{

namespace
{
using models::ClaimsModel;

constexpr int kVerdictWidth = 176;
constexpr int kPadding = 8;
constexpr int kLineGap = 2;
constexpr int kText = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

widgets::Status statusOf(article::ClaimVerdict verdict)
{
    switch (verdict) {
    case article::ClaimVerdict::holds:
        return widgets::Status::ok;
    case article::ClaimVerdict::doesNotAddUp:
        return widgets::Status::warn;
    case article::ClaimVerdict::contradictedHere:
        return widgets::Status::err;
    case article::ClaimVerdict::notTested:
        return widgets::Status::neutral;
    }
    return widgets::Status::neutral;
}

QRect textRect(const QRect &cell)
{
    return cell.adjusted(theme::Spacing::medium, kPadding, -theme::Spacing::medium, -kPadding);
}

int textHeight(const QString &text, theme::TextRole role, int width)
{
    const QFontMetrics metrics(theme::font(role));
    return metrics.boundingRect(QRect(0, 0, width, 10000), kText, text).height();
}
} // namespace

ClaimsTable::ClaimsTable(models::ClaimsModel &model, QWidget *parent) : QTableView(parent)
{
    setObjectName(QStringLiteral("claims"));
    setAccessibleName(tr("The article’s claims"));
    setModel(&model);
    setItemDelegate(new ClaimsDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFixedHeight(theme::Height::tableHeader);
    for (const int column :
         {ClaimsModel::claimColumn, ClaimsModel::othersColumn, ClaimsModel::measuredColumn})
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(ClaimsModel::verdictColumn, QHeaderView::Fixed);
    horizontalHeader()->resizeSection(ClaimsModel::verdictColumn, kVerdictWidth);
    connect(&model, &QAbstractItemModel::modelReset, this, &ClaimsTable::fit);
    fit();
}

void ClaimsTable::arrange(bool narrow)
{
    setColumnHidden(ClaimsModel::othersColumn, narrow);
    fit();
}

void ClaimsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void ClaimsTable::fit()
{
    resizeRowsToContents();
    int height = theme::Height::tableHeader + 2;
    for (int row = 0; row < model()->rowCount(); ++row)
        height += rowHeight(row);
    if (height != minimumHeight())
        setFixedHeight(height);
}

void ClaimsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const theme::Tokens &tokens = theme::tokens();
    painter->save();
    const QString text = index.data().toString();
    if (index.column() == ClaimsModel::verdictColumn) {
        QRect pill = option.rect.adjusted(theme::Spacing::medium, 0, 0, 0);
        pill.setHeight(theme::Height::pill);
        pill.moveTop(option.rect.top() + kPadding);
        widgets::StatusPill::paint(
            *painter, pill,
            statusOf(article::ClaimVerdict(index.data(ClaimsModel::verdictRole).toInt())), text);
    } else {
        QRect line = textRect(option.rect);
        painter->setFont(theme::font(theme::TextRole::body));
        painter->setPen(index.column() == ClaimsModel::othersColumn ? tokens.text2 : tokens.text);
        painter->drawText(line, kText, text);
        line.setTop(line.top() + textHeight(text, theme::TextRole::body, line.width()) + kLineGap);
        painter->setFont(theme::font(theme::TextRole::label));
        painter->setPen(tokens.text2);
        painter->drawText(line, kText, index.data(ClaimsModel::detailRole).toString());
    }
    painter->restore();
}

QSize ClaimsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *table = static_cast<const QTableView *>(parent());
    const int width = std::max(80, table->columnWidth(index.column()));
    if (index.column() == ClaimsModel::verdictColumn)
        return {width, theme::Height::pill + 2 * kPadding};
    const int inner = textRect({0, 0, width, 0}).width();
    int height = textHeight(index.data().toString(), theme::TextRole::body, inner);
    const QString detail = index.data(ClaimsModel::detailRole).toString();
    if (!detail.isEmpty())
        height += kLineGap + textHeight(detail, theme::TextRole::label, inner);
    return {width, height + 2 * kPadding + 2};
}

} // namespace weighbridge::compare
