// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_look.h"

#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace weighbridge::charts
{

ChartLook ChartLook::screen()
{
    using theme::TextRole;
    ChartLook look;
    look.tokens = theme::tokens();
    look.caption = theme::font(TextRole::caption);
    look.label = theme::font(TextRole::label);
    look.strong = theme::font(TextRole::strong);
    look.number = theme::numberFont(TextRole::label);
    look.strongNumber = theme::numberFont(TextRole::strong);
    look.chance = theme::numberFont(TextRole::page);
    look.unit = theme::textScale();
    return look;
}

ChartLook ChartLook::paper(double unit)
{
    return scaled(theme::lightTokens(), unit);
}

ChartLook ChartLook::scaled(const theme::Tokens &tokens, double unit)
{
    ChartLook look;
    look.tokens = tokens;
    look.caption = theme::fixedFont(11 * unit, QFont::Medium);
    look.label = theme::fixedFont(12 * unit);
    look.strong = theme::fixedFont(13 * unit, QFont::DemiBold);
    look.number = theme::fixedNumberFont(12 * unit);
    look.strongNumber = theme::fixedNumberFont(13 * unit, QFont::DemiBold);
    look.chance = theme::fixedNumberFont(18 * unit, QFont::DemiBold);
    look.unit = unit;
    return look;
}

void drawText(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
              const QFont &font, const QColor &colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QString line = QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() + 1);
    painter.drawText(rect, int(alignment | Qt::TextSingleLine | Qt::TextDontClip), line);
}

double textWidth(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

void drawBar(QPainter &painter, double x0, double x1, double y, double height, const QColor &colour,
             double radius)
{
    const double width = std::abs(x1 - x0);
    if (width <= 0)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double r = std::min({radius, width / 2, height / 2});
    painter.drawRoundedRect(QRectF(std::min(x0, x1), y, width, height), r, r);
}

} // namespace weighbridge::charts
