// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/weight_bars.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace weighbridge::charts
{

namespace
{
constexpr double kRow = 26;
constexpr double kBar = 8;
constexpr double kTick = 14;
constexpr double kNumber = 34;
constexpr double kGap = 8;
constexpr double kNameShare = 0.46;

struct WeightBars {
    Q_DECLARE_TR_FUNCTIONS(WeightBars)
};

QString figure(double weight)
{
    return QLocale().toString(std::round(weight * 10) / 10);
}
} // namespace

double weightBarsHeight(std::size_t needs, const ChartLook &look)
{
    return double(needs) * kRow * look.unit;
}

void paintWeightBars(QPainter &painter, const QRectF &rect, const decision::Decision &before,
                     const decision::Decision &after, const ChartLook &look)
{
    const double u = look.unit;
    const double left = rect.left() + rect.width() * kNameShare;
    const double right = rect.right() - kNumber * u;
    const auto x = [&](double weight) {
        return left + weight / decision::kGreatestWeight * (right - left);
    };
    double top = rect.top();
    for (std::size_t k = 0; k < after.needs.size(); ++k) {
        const decision::Need &need = after.needs[k];
        const bool counts = need.weight > 0;
        const double middle = top + kRow * u / 2;
        drawText(painter, QRectF(rect.left(), top, left - kGap * u - rect.left(), kRow * u),
                 Qt::AlignVCenter, need.name, look.label,
                 counts ? look.tokens.text : look.tokens.text3);
        drawBar(painter, left, right, middle - kBar * u / 2, kBar * u, look.tokens.empty,
                kBar * u / 2);
        drawBar(painter, left, x(need.weight), middle - kBar * u / 2, kBar * u, look.tokens.ink,
                kBar * u / 2);
        const double was = x(before.needs[k].weight);
        painter.setPen(QPen(look.tokens.surface, 4 * u));
        painter.drawLine(QPointF(was, middle - kTick * u / 2),
                         QPointF(was, middle + kTick * u / 2));
        painter.setPen(QPen(look.tokens.control, 2 * u));
        painter.drawLine(QPointF(was, middle - kTick * u / 2),
                         QPointF(was, middle + kTick * u / 2));
        drawText(painter, QRectF(right, top, kNumber * u, kRow * u),
                 Qt::AlignRight | Qt::AlignVCenter, figure(need.weight), look.number,
                 counts ? look.tokens.text : look.tokens.text3);
        top += kRow * u;
    }
}

QString weightBarsText(const decision::Decision &before, const decision::Decision &after)
{
    QStringList parts;
    for (std::size_t k = 0; k < after.needs.size(); ++k)
        parts.append(WeightBars::tr("%1: %2 → %3")
                         .arg(after.needs[k].name, figure(before.needs[k].weight),
                              figure(after.needs[k].weight)));
    return parts.join(QStringLiteral("; "));
}

} // namespace weighbridge::charts
