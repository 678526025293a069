// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/bar_chart.h"

#include "ui/theme/series.h"

#include <QPainter>

#include <algorithm>

namespace weighbridge::charts
{

namespace
{
constexpr double kRow = 24;
constexpr double kBar = 12;
constexpr double kGap = 12;
constexpr double kMarker = 4.5;
constexpr double kWhisker = 4;

void paintRange(QPainter &painter, const Bar &bar, double left, double scale, double y,
                const ChartLook &look)
{
    if (bar.high <= bar.low)
        return;
    const double u = look.unit;
    painter.setPen(QPen(look.tokens.text2, u));
    painter.drawLine(QPointF(left + bar.low * scale, y), QPointF(left + bar.high * scale, y));
    for (const double end : {bar.low, bar.high})
        painter.drawLine(QPointF(left + end * scale, y - kWhisker * u),
                         QPointF(left + end * scale, y + kWhisker * u));
}
} // namespace

double barsHeight(std::size_t bars, const ChartLook &look)
{
    return double(std::max<std::size_t>(bars, 1)) * kRow * look.unit;
}

void paintBars(QPainter &painter, const QRectF &rect, const std::vector<Bar> &bars,
               const ChartLook &look)
{
    const double u = look.unit;
    double names = 0;
    double texts = 0;
    double most = 0;
    for (const Bar &bar : bars) {
        names = std::max(names, textWidth(bar.name, look.label));
        texts = std::max(texts, textWidth(bar.text, look.number));
        most = std::max({most, bar.value, bar.high});
    }
    const double nameLeft = rect.left() + 4 * kMarker * u;
    const double left = nameLeft + names + kGap * u;
    const double right = rect.right() - texts - kGap * u;
    if (most <= 0 || right <= left)
        most = 1;
    const double scale = std::max(0.0, right - left) / most;
    double top = rect.top();
    for (const Bar &bar : bars) {
        const QRectF line(rect.left(), top, rect.width(), kRow * u);
        const double y = line.center().y();
        const theme::SeriesLook series = theme::seriesLook(bar.id, look.tokens);
        theme::drawMarker(painter, series, QPointF(rect.left() + kMarker * u, y), kMarker * u,
                          theme::MarkerFill::filled, look.tokens.surface);
        drawText(painter, QRectF(nameLeft, top, names + u, line.height()), Qt::AlignVCenter,
                 bar.name, look.label, look.tokens.text);
        drawBar(painter, left, left + std::max(2 * u, bar.value * scale), y - kBar * u / 2,
                kBar * u, series.colour, kBar * u / 4);
        paintRange(painter, bar, left, scale, y, look);
        drawText(painter, QRectF(rect.right() - texts - u, top, texts + u, line.height()),
                 Qt::AlignVCenter | Qt::AlignRight, bar.text, look.number, look.tokens.text);
        top += kRow * u;
    }
}

QString barsText(const std::vector<Bar> &bars)
{
    QStringList parts;
    for (const Bar &bar : bars)
        parts.append(QStringLiteral("%1: %2").arg(bar.name, bar.text));
    return parts.join(QStringLiteral("; "));
}

} // namespace weighbridge::charts
