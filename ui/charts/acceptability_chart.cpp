// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/acceptability_chart.h"

#include "core/decision/model/value_text.h"
#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace weighbridge::charts
{

namespace
{
constexpr double kHeader = 22;
constexpr double kRow = 30;
constexpr double kBar = 20;
constexpr double kGap = 12;
constexpr double kSeam = 1.5;
constexpr double kNameShare = 0.3;
constexpr double kPalest = 0.15; ///< opacity of the last rank
constexpr double kLabelRoom = 34;

struct AcceptabilityChart {
    Q_DECLARE_TR_FUNCTIONS(AcceptabilityChart)
};

/// Colour of a rank (0-based) of an alternative.
QColor rankColour(const QColor &series, std::size_t rank, std::size_t ranks, const QColor &surface)
{
    const double step = ranks > 1 ? double(rank) / double(ranks - 1) : 0;
    return theme::mixed(series, surface, 1 - std::sqrt(step) * (1 - kPalest));
}

QColor textOn(const QColor &fill, const theme::Tokens &tokens)
{
    return theme::contrastRatio(tokens.text, fill) > theme::contrastRatio(tokens.surface, fill)
               ? tokens.text
               : tokens.surface;
}

void paintRanks(QPainter &painter, const QRectF &bar, const std::vector<double> &ranks,
                std::size_t count, const QColor &series, const ChartLook &look)
{
    double left = bar.left();
    for (std::size_t rank = 0; rank < count; ++rank) {
        const double width = ranks[rank] * bar.width();
        const QRectF part(left, bar.top(), width, bar.height());
        left += width;
        if (width <= kSeam)
            continue;
        const QColor colour = rankColour(series, rank, count, look.tokens.surface);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRect(part.adjusted(0, 0, -kSeam * look.unit, 0));
        if (width >= kLabelRoom * look.unit)
            drawText(painter, part, Qt::AlignCenter, decision::chanceText(ranks[rank]), look.number,
                     textOn(colour, look.tokens));
    }
}
} // namespace

double acceptabilityHeight(const decision::Analysis &analysis, const ChartLook &look)
{
    return (kHeader + double(analysis.order.size()) * kRow) * look.unit;
}

void paintAcceptability(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                        const decision::Analysis &analysis, const ChartLook &look)
{
    if (!analysis.acceptability)
        return;
    const double u = look.unit;
    double nameWidth = 0;
    for (const std::size_t i : analysis.order)
        nameWidth = std::max(nameWidth, textWidth(decision.alternatives[i].name, look.strong));
    nameWidth = std::min(nameWidth, rect.width() * kNameShare) + kGap * u;
    const QRectF header(rect.left() + nameWidth, rect.top(), rect.width() - nameWidth, kHeader * u);
    drawText(painter, header, Qt::AlignLeft | Qt::AlignVCenter, AcceptabilityChart::tr("← first"),
             look.caption, look.tokens.text2);
    drawText(painter, header, Qt::AlignRight | Qt::AlignVCenter, AcceptabilityChart::tr("last →"),
             look.caption, look.tokens.text2);
    double top = header.bottom();
    for (const std::size_t i : analysis.order) {
        const decision::Alternative &alternative = decision.alternatives[i];
        drawText(painter, QRectF(rect.left(), top, nameWidth - kGap * u, kRow * u),
                 Qt::AlignVCenter, alternative.name, look.strong, look.tokens.text);
        paintRanks(painter,
                   QRectF(header.left(), top + (kRow - kBar) * u / 2, header.width(), kBar * u),
                   analysis.acceptability->rank[i], analysis.order.size(),
                   theme::seriesLook(alternative.series, look.tokens).colour, look);
        top += kRow * u;
    }
}

QString acceptabilityText(const decision::Decision &decision, const decision::Analysis &analysis)
{
    if (!analysis.acceptability)
        return {};
    QStringList rows;
    for (const std::size_t i : analysis.order) {
        QStringList ranks;
        for (std::size_t rank = 0; rank < analysis.order.size(); ++rank)
            ranks.append(AcceptabilityChart::tr("rank %1 %2")
                             .arg(rank + 1)
                             .arg(decision::chanceText(analysis.acceptability->rank[i][rank])));
        rows.append(QStringLiteral("%1: %2").arg(decision.alternatives[i].name,
                                                 ranks.join(QStringLiteral(", "))));
    }
    return rows.join(QStringLiteral("; "));
}

} // namespace weighbridge::charts
