// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/disagreement_chart.h"

#include "core/decision/model/value_text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace weighbridge::charts
{

namespace
{
constexpr double kRow = 26;
constexpr double kBar = 6;
constexpr double kRing = 4.5;
constexpr double kTick = 16;
constexpr double kGap = 12;
constexpr double kText = 76;
constexpr double kNameShare = 0.3;

struct DisagreementChart {
    Q_DECLARE_TR_FUNCTIONS(DisagreementChart)
};

QString spanText(const decision::Disagreement &each)
{
    return DisagreementChart::tr("%1 to %2")
        .arg(decision::shareText(each.least), decision::shareText(each.greatest));
}
} // namespace

double disagreementsHeight(std::size_t needs, const ChartLook &look)
{
    return double(needs) * kRow * look.unit;
}

void paintDisagreements(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                        const decision::GroupView &group, const ChartLook &look)
{
    const double u = look.unit;
    const double left = rect.left() + rect.width() * kNameShare;
    const double right = rect.right() - (kText + kGap) * u;
    double greatest = 0;
    for (const decision::Disagreement &each : group.disagreements)
        greatest = std::max(greatest, each.greatest);
    if (greatest <= 0)
        return;
    const auto x = [&](double share) { return left + share / greatest * (right - left); };
    double top = rect.top();
    for (const decision::Disagreement &each : group.disagreements) {
        const double middle = top + kRow * u / 2;
        drawText(painter, QRectF(rect.left(), top, left - kGap * u - rect.left(), kRow * u),
                 Qt::AlignVCenter, decision.needs[each.need].name, look.label, look.tokens.text);
        painter.setPen(QPen(look.tokens.line, u));
        painter.drawLine(QPointF(left, middle), QPointF(right, middle));
        drawBar(painter, x(each.least), x(each.greatest), middle - kBar * u / 2, kBar * u,
                look.tokens.empty, kBar * u / 2);
        const double common = x(group.commonShares[each.need]);
        painter.setPen(QPen(look.tokens.ink, 2 * u));
        painter.drawLine(QPointF(common, middle - kTick * u / 2),
                         QPointF(common, middle + kTick * u / 2));
        painter.setPen(QPen(look.tokens.text2, 1.5 * u));
        painter.setBrush(look.tokens.surface);
        for (const decision::PersonView &person : group.people)
            painter.drawEllipse(QPointF(x(person.shares[each.need]), middle), kRing * u, kRing * u);
        drawText(painter, QRectF(right + kGap * u, top, kText * u, kRow * u),
                 Qt::AlignRight | Qt::AlignVCenter, spanText(each), look.number, look.tokens.text2);
        top += kRow * u;
    }
}

QString disagreementsText(const decision::Decision &decision, const decision::GroupView &group)
{
    QStringList parts;
    for (const decision::Disagreement &each : group.disagreements)
        parts.append(QStringLiteral("%1: %2").arg(decision.needs[each.need].name, spanText(each)));
    return parts.join(QStringLiteral("; "));
}

} // namespace weighbridge::charts
