// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/flow_chart.h"

#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace weighbridge::charts
{

namespace
{
constexpr double kRow = 26;
constexpr double kBar = 10;
constexpr double kGap = 12;
constexpr double kNumber = 48;
constexpr double kNameShare = 0.3;

QString figure(double flow)
{
    const QString size = QLocale().toString(std::abs(flow), 'f', 2);
    return (flow < 0 ? QStringLiteral("−") : QStringLiteral("+")) + size;
}
} // namespace

double flowsHeight(const decision::Analysis &analysis, const ChartLook &look)
{
    return double(analysis.order.size()) * kRow * look.unit;
}

void paintFlows(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                const decision::Analysis &analysis, const ChartLook &look)
{
    const std::vector<double> &net = analysis.secondOpinion.net;
    if (net.size() != decision.alternatives.size())
        return;
    const double u = look.unit;
    double nameWidth = 0;
    double greatest = 0;
    for (const std::size_t i : analysis.order) {
        nameWidth = std::max(nameWidth, textWidth(decision.alternatives[i].name, look.strong));
        greatest = std::max(greatest, std::abs(net[i]));
    }
    nameWidth = std::min(nameWidth, rect.width() * kNameShare) + kGap * u;
    const double left = rect.left() + nameWidth;
    const double right = rect.right() - kNumber * u;
    const double middle = (left + right) / 2;
    double top = rect.top();
    for (const std::size_t i : analysis.order) {
        const decision::Alternative &alternative = decision.alternatives[i];
        drawText(painter, QRectF(rect.left(), top, nameWidth - kGap * u, kRow * u),
                 Qt::AlignVCenter, alternative.name, look.strong, look.tokens.text);
        if (greatest > 0)
            drawBar(painter, middle, middle + net[i] / greatest * (right - left) / 2,
                    top + (kRow - kBar) * u / 2, kBar * u,
                    theme::seriesLook(alternative.series, look.tokens).colour, 2 * u);
        drawText(painter, QRectF(right, top, kNumber * u, kRow * u),
                 Qt::AlignRight | Qt::AlignVCenter, figure(net[i]), look.number, look.tokens.text2);
        top += kRow * u;
    }
    painter.setPen(QPen(look.tokens.control, u));
    painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, top));
}

QString flowsText(const decision::Decision &decision, const decision::Analysis &analysis)
{
    const std::vector<double> &net = analysis.secondOpinion.net;
    QStringList parts;
    if (net.size() == decision.alternatives.size()) {
        for (const std::size_t i : analysis.order)
            parts.append(decision.alternatives[i].name + QLatin1Char(' ') + figure(net[i]));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace weighbridge::charts
