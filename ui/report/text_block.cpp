// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/text_block.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace weighbridge::report_page
{

Block textBlock(const QString &text, const QFont &font, const QColor &colour, double width)
{
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    const QRectF bounds = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), kFlags, text);
    Block block;
    block.height = std::ceil(bounds.height());
    block.paint = [=](QPainter &painter, const QRectF &rect, const charts::ChartLook &) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(rect, kFlags | Qt::TextDontClip, text);
    };
    return block;
}

} // namespace weighbridge::report_page
