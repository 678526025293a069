// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/result_table.h"

#include "ui/charts/chart_look.h"
#include "ui/theme/series.h"
#include "ui/theme/typography.h"

#include <QHeaderView>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>
#include <vector>

namespace weighbridge::benchmark
{

namespace
{
using models::ResultTableModel;
using theme::TextRole;

constexpr double kMarker = 4.5;
constexpr double kFigure = 64; // room for the figure before its bar
constexpr int kMeasured = 156; // at least: the head of the column with its figures and bars

QColor colourOf(ResultTableModel::Tone tone)
{
    const theme::Tokens &tokens = theme::tokens();
    switch (tone) {
    case ResultTableModel::Tone::primary:
        return tokens.text;
    case ResultTableModel::Tone::quiet:
        return tokens.text2;
    case ResultTableModel::Tone::running:
        return tokens.accent;
    case ResultTableModel::Tone::warn:
        return tokens.warn;
    case ResultTableModel::Tone::err:
        return tokens.err;
    }
    return tokens.text;
}

void paintFramework(QPainter &painter, const QRectF &rect, const QModelIndex &index)
{
    const theme::Tokens &tokens = theme::tokens();
    const auto look =
        theme::seriesLook(index.data(ResultTableModel::seriesRole).toString(), tokens);
    theme::drawMarker(painter, look, QPointF(rect.left() + kMarker, rect.center().y()), kMarker,
                      theme::MarkerFill::filled, tokens.surface);
    const QString name = index.data().toString();
    const QFont font = theme::font(TextRole::body);
    QRectF text = rect.adjusted(4 * kMarker, 0, 0, 0);
    charts::drawText(painter, text, Qt::AlignVCenter, name, font, tokens.text);
    text.setLeft(text.left() + charts::textWidth(name, font) + theme::Spacing::small);
    charts::drawText(painter, text, Qt::AlignVCenter,
                     index.data(ResultTableModel::languageRole).toString(),
                     theme::font(TextRole::label), tokens.text2);
}

void paintMeasured(QPainter &painter, const QRectF &rect, const QModelIndex &index)
{
    const theme::Tokens &tokens = theme::tokens();
    const QVariant bar = index.data(ResultTableModel::barRole);
    const QColor colour =
        colourOf(ResultTableModel::Tone(index.data(ResultTableModel::toneRole).toInt()));
    if (!bar.isValid()) {
        charts::drawText(painter, rect, Qt::AlignVCenter, index.data().toString(),
                         theme::font(TextRole::body), colour);
        return;
    }
    charts::drawText(painter, QRectF(rect.left(), rect.top(), kFigure, rect.height()),
                     Qt::AlignVCenter | Qt::AlignRight, index.data().toString(),
                     theme::numberFont(TextRole::strong), colour);
    const double left = rect.left() + kFigure + theme::Spacing::small;
    const double width = std::max(3.0, bar.toDouble() * (rect.right() - left));
    charts::drawBar(
        painter, left, left + width, rect.center().y() - theme::Height::bar / 2.0,
        theme::Height::bar,
        theme::seriesLook(index.data(ResultTableModel::seriesRole).toString(), tokens).colour,
        theme::Radius::pip);
}
} // namespace

ResultTable::ResultTable(models::ResultTableModel &model, QWidget *parent)
    : QTableView(parent), m_model(model)
{
    setObjectName(QStringLiteral("results"));
    setAccessibleName(tr("Results"));
    setModel(&model);
    setItemDelegate(new ResultDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(theme::Height::tableRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(theme::Height::tableHeader);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(&model, &QAbstractItemModel::modelReset, this, &ResultTable::takeColumns);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ResultTable::fitColumns);
    takeColumns();
}

void ResultTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

int ResultTable::widthOf(int column) const
{
    if (m_model.columnKind(column) == ResultTableModel::measuredColumn)
        return kMeasured;
    return std::max(sizeHintForColumn(column), m_headWidths[std::size_t(column)]);
}

void ResultTable::takeColumns()
{
    m_headWidths.clear();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        setColumnHidden(column, false); // hidden ones have no hint
        m_headWidths.push_back(horizontalHeader()->sectionSizeHint(column));
        const bool main = m_model.columnKind(column) == ResultTableModel::measuredColumn;
        horizontalHeader()->setSectionResizeMode(column, main ? QHeaderView::Stretch
                                                              : QHeaderView::ResizeToContents);
    }
    fitColumns();
}

void ResultTable::fitColumns()
{
    std::vector<int> byDispensability;
    int needed = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        byDispensability.push_back(column);
        needed += widthOf(column);
    }
    std::sort(byDispensability.begin(), byDispensability.end(), [this](int a, int b) {
        return m_model.dispensability(a) > m_model.dispensability(b);
    });
    for (const int column : byDispensability) {
        const bool drop = needed > viewport()->width() && m_model.dispensability(column) > 0;
        setColumnHidden(column, drop);
        if (drop)
            needed -= widthOf(column);
    }
    setFixedHeight(theme::Height::tableHeader +
                   std::max(1, model()->rowCount()) * theme::Height::tableRow + 2);
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.column() != ResultTableModel::frameworkColumn) {
        const double text =
            charts::textWidth(index.data().toString(), theme::numberFont(TextRole::body));
        size.setWidth(
            std::max(size.width(), int(std::ceil(text)) + 2 * theme::Spacing::medium + 2));
        return size;
    }
    const double name = charts::textWidth(index.data().toString(), theme::font(TextRole::body));
    const double language = charts::textWidth(index.data(ResultTableModel::languageRole).toString(),
                                              theme::font(TextRole::label));
    size.setWidth(int(std::ceil(4 * kMarker + name + theme::Spacing::small + language)) +
                  2 * theme::Spacing::medium + 2);
    return size;
}

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto *model = static_cast<const ResultTableModel *>(index.model());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF cell(option.rect);
    const QRectF rect = cell.adjusted(theme::Spacing::medium, 0, -theme::Spacing::medium, 0);
    switch (model->columnKind(index.column())) {
    case ResultTableModel::frameworkColumn:
        paintFramework(*painter, rect, index);
        break;
    case ResultTableModel::measuredColumn:
        paintMeasured(*painter, rect, index);
        break;
    default:
        charts::drawText(
            *painter, rect, Qt::AlignRight | Qt::AlignVCenter, index.data().toString(),
            theme::numberFont(TextRole::body),
            colourOf(ResultTableModel::Tone(index.data(ResultTableModel::toneRole).toInt())));
    }
    painter->restore();
}

} // namespace weighbridge::benchmark
