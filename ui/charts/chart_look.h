// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>

class QPainter;
class QRectF;
class QString;

namespace weighbridge::charts
{

/// Colours, fonts and scale of a painted chart: the same function draws window, paper and slide.
struct ChartLook {
    theme::Tokens tokens;
    QFont caption;
    QFont label;
    QFont strong;
    QFont number;
    QFont strongNumber;
    QFont chance;    ///< the large percentages
    double unit = 1; ///< factor on every length below

    /// The theme of the moment.
    [[nodiscard]] static ChartLook screen();
    /// Always light; `unit` device-independent pixels per screen pixel.
    [[nodiscard]] static ChartLook paper(double unit);
    /// For slides: `tokens` of the slide's scheme.
    [[nodiscard]] static ChartLook scaled(const theme::Tokens &tokens, double unit);
};

/// One line of text in `rect`, elided at its end where it does not fit.
void drawText(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
              const QFont &font, const QColor &colour);
[[nodiscard]] double textWidth(const QString &text, const QFont &font);

/// A horizontal bar from x0 to x1 (either order) with rounded ends.
void drawBar(QPainter &painter, double x0, double x1, double y, double height, const QColor &colour,
             double radius);

} // namespace weighbridge::charts
