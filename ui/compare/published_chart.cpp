// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/published_chart.h"

#include "core/results/quantity.h"
#include "ui/charts/nice_axis.h"
#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace weighbridge::compare
{

namespace
{
constexpr double kRow = 40;
constexpr double kAxis = 26;
constexpr double kName = 92;
constexpr double kRatio = 92;
constexpr double kMarker = 6;
constexpr double kBar = 4;
constexpr double kInset = 12;
constexpr double kLink = 0.4;

constexpr std::array kPublished{
    std::pair{"requests_per_second", &article::PublishedFigure::requestsPerSecond},
    std::pair{"latency_mean", &article::PublishedFigure::latencyMs},
    std::pair{"memory_peak", &article::PublishedFigure::memoryMib},
};

struct PublishedChart {
    Q_DECLARE_TR_FUNCTIONS(PublishedChart)
};

/// Maps a figure onto the log axis.
struct Axis {
    double left = 0;
    double width = 0;
    charts::NiceAxis scale;

    double x(double value) const
    {
        const double share = std::log(value / scale.low) / std::log(scale.high / scale.low);
        return left + std::clamp(share, 0.0, 1.0) * width;
    }
};

Axis axisOf(const QRectF &rect, const std::vector<ComparedFigure> &figures, double unit)
{
    double low = 0;
    double high = 0;
    const auto include = [&](const std::optional<double> &value) {
        if (!value || *value <= 0)
            return;
        low = low <= 0 ? *value : std::min(low, *value);
        high = std::max(high, *value);
    };
    for (const ComparedFigure &figure : figures) {
        include(figure.published);
        include(figure.measured);
    }
    Axis axis;
    axis.left = rect.left() + (kName + kInset) * unit;
    axis.width = rect.width() - (kName + kRatio + 2 * kInset) * unit;
    axis.scale = charts::niceLogAxis(low, high);
    return axis;
}

QString ratioText(const ComparedFigure &figure)
{
    if (!figure.published)
        return PublishedChart::tr("no claim");
    if (!figure.measured)
        return PublishedChart::tr("not measured");
    return QLocale().toString(*figure.measured / *figure.published, 'f', 2) + QStringLiteral("×");
}

void paintRow(QPainter &painter, const QRectF &row, const ComparedFigure &figure, const Axis &axis,
              const charts::ChartLook &look)
{
    const double u = look.unit;
    const double y = row.center().y();
    const theme::SeriesLook series = theme::seriesLook(figure.target, look.tokens);
    charts::drawText(painter, QRectF(row.left(), row.top(), kName * u, row.height()),
                     Qt::AlignVCenter, figure.name, look.label, look.tokens.text);
    if (figure.published && figure.measured)
        charts::drawBar(painter, axis.x(*figure.published), axis.x(*figure.measured),
                        y - kBar * u / 2, kBar * u, theme::withOpacity(series.colour, kLink),
                        kBar * u / 2);
    if (figure.low && figure.high && *figure.low > 0) {
        painter.setPen(QPen(series.colour, 1.5 * u));
        painter.drawLine(QPointF(axis.x(*figure.low), y), QPointF(axis.x(*figure.high), y));
    }
    if (figure.published)
        theme::drawMarker(painter, series, QPointF(axis.x(*figure.published), y), kMarker * u,
                          theme::MarkerFill::hollow, look.tokens.surface);
    if (figure.measured)
        theme::drawMarker(painter, series, QPointF(axis.x(*figure.measured), y), kMarker * u,
                          theme::MarkerFill::filled, look.tokens.surface);
    const bool ratio = figure.published && figure.measured;
    charts::drawText(painter, QRectF(row.right() - kRatio * u, row.top(), kRatio * u, row.height()),
                     Qt::AlignRight | Qt::AlignVCenter, ratioText(figure),
                     ratio ? look.strongNumber : look.label,
                     ratio ? look.tokens.text : look.tokens.text2);
}
} // namespace

QStringList publishedQuantities()
{
    QStringList ids;
    for (const auto &[id, field] : kPublished)
        ids.append(QString::fromLatin1(id));
    return ids;
}

std::vector<ComparedFigure> comparedFigures(const article::Article &article,
                                            const results::RunChoice &measured,
                                            const QString &quantity)
{
    std::vector<ComparedFigure> figures;
    const auto entry = [&](const QString &target, const QString &name) -> ComparedFigure & {
        const auto found = std::find_if(figures.begin(), figures.end(), [&](const auto &figure) {
            return figure.target == target;
        });
        if (found != figures.end())
            return *found;
        figures.push_back({target, name, {}, {}, {}, {}});
        return figures.back();
    };
    const auto *const published =
        std::find_if(kPublished.begin(), kPublished.end(),
                     [&](const auto &each) { return quantity == QLatin1String(each.first); });
    Q_ASSERT(published != kPublished.end());
    for (const article::PublishedFigure &figure : article.figures)
        entry(figure.target, figure.name).published = figure.*(published->second);
    if (!measured.run || !article.standsBeside(measured.run->plan))
        return figures;
    for (const results::TargetResult *each : measured.results()) {
        const results::TargetResult &result = *each;
        const auto summary = results::summaryOf(result, results::quantityOf(quantity));
        if (!summary)
            continue;
        ComparedFigure &figure = entry(result.target, result.name);
        figure.measured = summary->median;
        if (summary->hasRange()) {
            figure.low = summary->low;
            figure.high = summary->high;
        }
    }
    return figures;
}

double publishedHeight(std::size_t figures, const charts::ChartLook &look)
{
    return (double(figures) * kRow + kAxis) * look.unit;
}

void paintPublished(QPainter &painter, const QRectF &rect,
                    const std::vector<ComparedFigure> &figures, const charts::ChartLook &look)
{
    const double u = look.unit;
    const Axis axis = axisOf(rect, figures, u);
    const double bottom = rect.top() + double(figures.size()) * kRow * u;
    for (const double tick : axis.scale.ticks) {
        const double x = axis.x(tick);
        painter.setPen(QPen(look.tokens.line, u));
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, bottom));
        charts::drawText(painter, QRectF(x - 40 * u, bottom + 4 * u, 80 * u, (kAxis - 4) * u),
                         Qt::AlignHCenter | Qt::AlignVCenter, charts::shortNumber(tick),
                         look.caption, look.tokens.text2);
    }
    double top = rect.top();
    for (const ComparedFigure &figure : figures) {
        paintRow(painter, QRectF(rect.left(), top, rect.width(), kRow * u), figure, axis, look);
        top += kRow * u;
    }
}

QString publishedText(const std::vector<ComparedFigure> &figures, const QString &quantity)
{
    QStringList parts;
    const results::Quantity &of = results::quantityOf(quantity);
    const auto number = [&of](const std::optional<double> &value) {
        return value ? results::valueWithUnit(of, *value, readersLocale())
                     : PublishedChart::tr("none");
    };
    for (const ComparedFigure &figure : figures)
        parts.append(PublishedChart::tr("%1: published %2, measured %3")
                         .arg(figure.name, number(figure.published), number(figure.measured)));
    return parts.join(QStringLiteral("; "));
}

} // namespace weighbridge::compare
