// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/why_chart.h"

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
constexpr double kHeader = 22;
constexpr double kRow = 28;
constexpr double kBar = 12;
constexpr double kNumber = 40;
constexpr double kLabelShare = 0.46;

struct WhyChart {
    Q_DECLARE_TR_FUNCTIONS(WhyChart)
};

QString figure(double value)
{
    return QLocale().toString(std::abs(value), 'f', 2);
}

/// The axis: the zero line and how many pixels one unit of the difference takes.
struct Axis {
    double zero = 0;
    double scale = 0;
};

/// Includes the net bar, not only the parts, and leaves room for the numbers at both ends.
Axis axisOf(const decision::Analysis &analysis, double left, double right, double unit)
{
    double mostLeft = std::max(0.0, analysis.netDifference);
    double mostRight = std::max(0.0, -analysis.netDifference);
    for (const decision::Contribution &part : analysis.contributions) {
        mostLeft = std::max(mostLeft, part.difference);
        mostRight = std::max(mostRight, -part.difference);
    }
    const double room = right - left - 2 * kNumber * unit;
    const double span = mostLeft + mostRight;
    if (span <= 0)
        return {(left + right) / 2, 0};
    const double scale = room / span;
    return {left + kNumber * unit + mostLeft * scale, scale};
}
} // namespace

double whyHeight(std::size_t needs, const ChartLook &look)
{
    return (kHeader + double(needs + 1) * kRow + 4) * look.unit;
}

void paintWhy(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
              const decision::Analysis &analysis, const ChartLook &look)
{
    if (analysis.standings.size() < 2)
        return;
    const double u = look.unit;
    const auto &first = decision.alternatives[analysis.first];
    const auto &second = decision.alternatives[analysis.second];
    const QColor firstColour = theme::seriesLook(first.series, look.tokens).colour;
    const QColor secondColour = theme::seriesLook(second.series, look.tokens).colour;
    const double labelWidth = rect.width() * kLabelShare;
    const Axis axis = axisOf(analysis, rect.left() + labelWidth, rect.right(), u);

    const QRectF header(rect.left(), rect.top(), rect.width(), kHeader * u);
    const double gap = 6 * u;
    const QString forSecond = WhyChart::tr("for %1 →").arg(second.name);
    const double forSecondLeft =
        std::min(axis.zero + gap, rect.right() - textWidth(forSecond, look.caption));
    const double forFirstRight = std::min(axis.zero - gap, forSecondLeft - 2 * gap);
    drawText(painter,
             QRectF(header.left(), header.top(), forFirstRight - header.left(), header.height()),
             Qt::AlignRight | Qt::AlignVCenter, WhyChart::tr("← for %1").arg(first.name),
             look.caption, theme::readable(firstColour, look.tokens.surface));
    drawText(painter,
             QRectF(forSecondLeft, header.top(), rect.right() - forSecondLeft, header.height()),
             Qt::AlignLeft | Qt::AlignVCenter, forSecond, look.caption,
             theme::readable(secondColour, look.tokens.surface));

    const auto paintRow = [&](double top, const QString &name, double difference,
                              const QColor &colour, const QFont &nameFont, const QFont &numberFont,
                              const QColor &textColour) {
        const QRectF row(rect.left(), top, rect.width(), kRow * u);
        drawText(painter, QRectF(row.left(), row.top(), labelWidth - gap, row.height()),
                 Qt::AlignVCenter, name, nameFont, textColour);
        const double end = axis.zero - difference * axis.scale;
        drawBar(painter, axis.zero, end, row.center().y() - kBar * u / 2, kBar * u, colour, 2 * u);
        const QRectF number =
            difference >= 0 ? QRectF(end - kNumber * u - gap, row.top(), kNumber * u, row.height())
                            : QRectF(end + gap, row.top(), kNumber * u, row.height());
        drawText(painter, number,
                 (difference >= 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                 figure(difference), numberFont, textColour);
    };

    double top = header.bottom();
    for (const decision::Contribution &part : analysis.contributions) {
        paintRow(top, decision.needs[part.need].name, part.difference,
                 part.difference >= 0 ? firstColour : secondColour, look.label, look.number,
                 look.tokens.text2);
        top += kRow * u;
    }
    painter.setPen(QPen(look.tokens.line, u));
    painter.drawLine(QPointF(rect.left(), top + u), QPointF(rect.right(), top + u));
    paintRow(top + 3 * u, WhyChart::tr("Net difference"), analysis.netDifference, look.tokens.ink,
             look.strong, look.strongNumber, look.tokens.text);
    painter.setPen(QPen(look.tokens.control, u));
    painter.drawLine(QPointF(axis.zero, header.bottom() - 2 * u),
                     QPointF(axis.zero, top + kRow * u));
}

QString whyText(const decision::Decision &decision, const decision::Analysis &analysis)
{
    if (analysis.standings.size() < 2)
        return {};
    QStringList parts;
    for (const decision::Contribution &part : analysis.contributions)
        parts.append(
            WhyChart::tr("%1: %2 for %3")
                .arg(decision.needs[part.need].name, figure(part.difference),
                     decision.alternatives[part.difference >= 0 ? analysis.first : analysis.second]
                         .name));
    return parts.join(QStringLiteral("; "));
}

} // namespace weighbridge::charts
