// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/table_block.h"

#include "ui/theme/series.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace weighbridge::report_page
{

namespace
{
constexpr double kRow = 22;
constexpr double kGap = 8;
constexpr double kMarker = 4;
constexpr double kMarkerRoom = 16;
constexpr int kHeaderFlags = Qt::AlignRight | Qt::AlignBottom | Qt::TextWordWrap;

/// Left and right edge of each column, from the left edge of the table.
using Edges = std::vector<std::pair<double, double>>;

QRectF cellOf(const QRectF &rect, const std::pair<double, double> &edges)
{
    return QRectF(rect.left() + edges.first, rect.top(), edges.second - edges.first, rect.height());
}

/// What the column needs, its head broken into words.
double widthOf(const report::MeasuredTable &table, qsizetype column, const charts::ChartLook &look)
{
    double width = 0;
    for (const QString &word : table.columns[column].split(QLatin1Char(' ')))
        width = std::max(width, charts::textWidth(word, look.caption));
    for (const QStringList &row : table.rows)
        width =
            std::max(width, charts::textWidth(row[column], column == 0 ? look.label : look.number));
    return std::ceil(width) + (column == 0 && !table.targets.isEmpty() ? kMarkerRoom : 0);
}

/// What is left over stands between the columns; where there is too little, all are narrower.
Edges edgesOf(const report::MeasuredTable &table, double width, const charts::ChartLook &look)
{
    std::vector<double> widths;
    for (qsizetype column = 0; column < table.columns.size(); ++column)
        widths.push_back(widthOf(table, column, look));
    const double gaps = double(std::max<std::size_t>(1, widths.size() - 1));
    const double needed = std::accumulate(widths.begin(), widths.end(), 0.0);
    const double gap = std::max(kGap, (width - needed) / gaps);
    const double factor = std::min(1.0, (width - gap * gaps) / needed);
    Edges edges;
    double left = 0;
    for (const double each : widths) {
        edges.emplace_back(left, left + each * factor);
        left += each * factor + gap;
    }
    return edges;
}

void paintLine(QPainter &painter, const QRectF &rect, const charts::ChartLook &look)
{
    painter.setPen(QPen(look.tokens.line, 1));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

Block headerBlock(const QStringList &columns, const Edges &edges, const charts::ChartLook &look)
{
    const QFontMetricsF metrics(look.caption);
    double height = kRow;
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const QRectF cell = cellOf(QRectF(0, 0, 0, 1e4), edges[i]);
        height = std::max(
            height,
            std::ceil(metrics.boundingRect(cell, kHeaderFlags, columns[qsizetype(i)]).height()) +
                kGap);
    }
    return {
        height,
        [columns, edges](QPainter &painter, const QRectF &rect, const charts::ChartLook &paper) {
            painter.setFont(paper.caption);
            painter.setPen(paper.tokens.text2);
            for (std::size_t i = 0; i < edges.size(); ++i)
                painter.drawText(cellOf(rect, edges[i]).adjusted(0, 0, 0, -kGap / 2),
                                 i == 0 ? int(Qt::AlignLeft | Qt::AlignBottom) : kHeaderFlags,
                                 columns[qsizetype(i)]);
            paintLine(painter, rect, paper);
        },
        true};
}

void paintName(QPainter &painter, QRectF cell, const QString &name, const QString &target,
               const charts::ChartLook &look)
{
    if (!target.isEmpty()) {
        theme::drawMarker(painter, theme::seriesLook(target, look.tokens),
                          QPointF(cell.left() + kMarker, cell.center().y()), kMarker,
                          theme::MarkerFill::filled, look.tokens.surface);
        cell.setLeft(cell.left() + kMarkerRoom);
    }
    charts::drawText(painter, cell, Qt::AlignLeft | Qt::AlignVCenter, name, look.label,
                     look.tokens.text);
}

Block rowBlock(const QStringList &row, const QString &target, const Edges &edges)
{
    return {kRow,
            [row, target, edges](QPainter &painter, const QRectF &rect,
                                 const charts::ChartLook &paper) {
                paintName(painter, cellOf(rect, edges.front()), row.front(), target, paper);
                for (std::size_t i = 1; i < edges.size(); ++i)
                    charts::drawText(painter, cellOf(rect, edges[i]),
                                     Qt::AlignRight | Qt::AlignVCenter, row[qsizetype(i)],
                                     paper.number, paper.tokens.text);
                paintLine(painter, rect, paper);
            },
            false};
}
} // namespace

std::vector<Block> tableBlocks(const report::MeasuredTable &table, double width,
                               const charts::ChartLook &look)
{
    const Edges edges = edgesOf(table, width, look);
    std::vector<Block> blocks;
    blocks.push_back(headerBlock(table.columns, edges, look));
    for (qsizetype i = 0; i < qsizetype(table.rows.size()); ++i)
        blocks.push_back(rowBlock(table.rows[std::size_t(i)], table.targets.value(i), edges));
    return blocks;
}

} // namespace weighbridge::report_page
