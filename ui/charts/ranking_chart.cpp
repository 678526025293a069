// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/ranking_chart.h"

#include "core/decision/views/wording.h"

#include "core/decision/model/value_text.h"
#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace weighbridge::charts
{

namespace
{
constexpr double kRow = 40;
constexpr double kCompactRow = 30;
constexpr std::size_t kMostWideRows = 4;
constexpr double kBar = 12;
constexpr double kRank = 20;
constexpr double kGap = 12;
constexpr double kScore = 48;

struct RankingChart {
    Q_DECLARE_TR_FUNCTIONS(RankingChart)
};

/// Wider than the figure where it has a range.
double scoreWidth(const decision::Analysis &analysis, const ChartLook &look)
{
    double width = kScore * look.unit;
    for (const std::size_t i : analysis.order)
        width = std::max(width,
                         textWidth(decision::scoreText(analysis.standings[i]), look.strongNumber) +
                             kGap * look.unit);
    return width;
}

/// Many alternatives stand closer together.
double rowHeight(std::size_t alternatives)
{
    return alternatives > kMostWideRows ? kCompactRow : kRow;
}
} // namespace

double rankingHeight(std::size_t alternatives, const ChartLook &look)
{
    return double(alternatives) * rowHeight(alternatives) * look.unit;
}

void paintRanking(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                  const decision::Analysis &analysis, const ChartLook &look,
                  const std::vector<double> &rows)
{
    const double u = look.unit;
    double nameWidth = 0;
    for (const decision::Alternative &alternative : decision.alternatives)
        nameWidth = std::max(nameWidth, textWidth(alternative.name, look.strong));
    nameWidth = std::min(nameWidth, rect.width() * 0.35);
    const double barLeft = rect.left() + kRank * u + nameWidth + kGap * u;
    const double scoreRoom = scoreWidth(analysis, look);
    const double barRight = rect.right() - scoreRoom;
    const double height = rowHeight(analysis.order.size()) * u;
    for (std::size_t row = 0; row < analysis.order.size(); ++row) {
        const std::size_t i = analysis.order[row];
        const decision::Standing &standing = analysis.standings[i];
        const double position = rows.empty() ? double(row) : rows[i];
        const QRectF line(rect.left(), rect.top() + position * height, rect.width(), height);
        const QColor colour =
            theme::seriesLook(decision.alternatives[i].series, look.tokens).colour;
        drawText(painter, QRectF(line.left(), line.top(), kRank * u, line.height()),
                 Qt::AlignVCenter, QString::number(standing.rank), look.number, look.tokens.text2);
        drawText(painter, QRectF(line.left() + kRank * u, line.top(), nameWidth, line.height()),
                 Qt::AlignVCenter, decision.alternatives[i].name, look.strong, look.tokens.text);
        const double y = line.center().y() - kBar * u / 2;
        drawBar(painter, barLeft, barRight, y, kBar * u, look.tokens.empty, kBar * u / 2);
        const double share = std::clamp(standing.score / decision::kHighestLevel, 0.0, 1.0);
        drawBar(painter, barLeft, barLeft + share * (barRight - barLeft), y, kBar * u, colour,
                kBar * u / 2);
        drawText(painter, QRectF(barRight, line.top(), scoreRoom, line.height()),
                 Qt::AlignVCenter | Qt::AlignRight, decision::scoreText(standing),
                 row == 0 ? look.strongNumber : look.number,
                 row == 0 ? look.tokens.text : look.tokens.text2);
    }
}

QString rankingText(const decision::Decision &decision, const decision::Analysis &analysis)
{
    QStringList parts;
    for (const std::size_t i : analysis.order)
        parts.append(
            RankingChart::tr("%1. %2, %3 out of 5")
                .arg(analysis.standings[i].rank)
                .arg(decision.alternatives[i].name, decision::scoreText(analysis.standings[i])));
    return parts.join(QStringLiteral("; "));
}

} // namespace weighbridge::charts
