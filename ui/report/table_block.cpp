// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/table_block.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace weighbridge::report_page
{

namespace
{
constexpr double kRow = 22;
constexpr double kGap = 8;
constexpr double kNameShare = 0.3;
constexpr double kNameShareOfMany = 0.22; // eight targets beside each other
constexpr qsizetype kMany = 7;
constexpr int kHeaderFlags = Qt::AlignRight | Qt::AlignBottom | Qt::TextWordWrap;

QRectF cellOf(const QRectF &rect, qsizetype column, qsizetype columns)
{
    const double name = rect.width() * (columns > kMany ? kNameShareOfMany : kNameShare);
    if (column == 0)
        return QRectF(rect.left(), rect.top(), name, rect.height());
    const double width = (rect.width() - name) / double(std::max<qsizetype>(1, columns - 1));
    return QRectF(rect.left() + name + double(column - 1) * width + kGap, rect.top(), width - kGap,
                  rect.height());
}

void paintLine(QPainter &painter, const QRectF &rect, const charts::ChartLook &look)
{
    painter.setPen(QPen(look.tokens.line, 1));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

Block headerBlock(const QStringList &columns, double width, const charts::ChartLook &look)
{
    const QFontMetricsF metrics(look.caption);
    double height = kRow;
    for (qsizetype i = 1; i < columns.size(); ++i) {
        const QRectF cell = cellOf(QRectF(0, 0, width, 1e4), i, columns.size());
        height = std::max(height,
                          std::ceil(metrics.boundingRect(cell, kHeaderFlags, columns[i]).height()) +
                              kGap);
    }
    return {height,
            [columns](QPainter &painter, const QRectF &rect, const charts::ChartLook &paper) {
                painter.setFont(paper.caption);
                painter.setPen(paper.tokens.text2);
                for (qsizetype i = 0; i < columns.size(); ++i)
                    painter.drawText(cellOf(rect, i, columns.size()).adjusted(0, 0, 0, -kGap / 2),
                                     i == 0 ? int(Qt::AlignLeft | Qt::AlignBottom) : kHeaderFlags,
                                     columns[i]);
                paintLine(painter, rect, paper);
            },
            true};
}
} // namespace

std::vector<Block> tableBlocks(const report::MeasuredTable &table, double width,
                               const charts::ChartLook &look)
{
    std::vector<Block> blocks;
    blocks.push_back(headerBlock(table.columns, width, look));
    for (const QStringList &row : table.rows)
        blocks.push_back(
            {kRow,
             [row](QPainter &painter, const QRectF &rect, const charts::ChartLook &paper) {
                 for (qsizetype i = 0; i < row.size(); ++i)
                     charts::drawText(painter, cellOf(rect, i, row.size()),
                                      i == 0 ? Qt::AlignLeft | Qt::AlignVCenter
                                             : Qt::AlignRight | Qt::AlignVCenter,
                                      row[i], i == 0 ? paper.label : paper.number,
                                      paper.tokens.text);
                 paintLine(painter, rect, paper);
             },
             false});
    return blocks;
}

} // namespace weighbridge::report_page
