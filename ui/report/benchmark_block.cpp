// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/benchmark_block.h"

#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace weighbridge::report_page
{

namespace
{
constexpr double kRow = 26;
constexpr double kName = 120;
constexpr double kFigure = 70;
constexpr double kBar = 7;

struct BenchmarkBlock {
    Q_DECLARE_TR_FUNCTIONS(BenchmarkBlock)
};

/// Right-aligned columns behind the bar.
constexpr std::size_t kColumns = 5;

void paintCells(QPainter &painter, const QRectF &rect, const std::array<QString, kColumns> &cells,
                const QFont &font, const QColor &colour)
{
    for (std::size_t i = 0; i < kColumns; ++i) {
        const double right = rect.right() - double(kColumns - 1 - i) * kFigure;
        charts::drawText(painter, QRectF(right - kFigure, rect.top(), kFigure, rect.height()),
                         Qt::AlignRight | Qt::AlignVCenter, cells[i], font, colour);
    }
}

QString milliseconds(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 1 : 0);
}
} // namespace

std::vector<Block> benchmarkBlocks(const results::BenchmarkResult &run)
{
    std::vector<Block> blocks;
    blocks.push_back({kRow,
                      [](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
                          charts::drawText(painter, rect, Qt::AlignVCenter,
                                           BenchmarkBlock::tr("Framework"), look.caption,
                                           look.tokens.text2);
                          paintCells(painter, rect,
                                     {BenchmarkBlock::tr("req/s"), BenchmarkBlock::tr("p50 ms"),
                                      BenchmarkBlock::tr("p99 ms"), BenchmarkBlock::tr("Peak MB"),
                                      BenchmarkBlock::tr("Spread")},
                                     look.caption, look.tokens.text2);
                          painter.setPen(QPen(look.tokens.line, 1));
                          painter.drawLine(rect.bottomLeft(), rect.bottomRight());
                      },
                      true});
    double greatest = 1;
    for (const results::TargetResult &result : run.results)
        greatest = std::max(greatest, result.requestsPerSecond.median);
    for (const results::TargetResult &result : run.results) {
        blocks.push_back(
            {kRow,
             [result, greatest](QPainter &painter, const QRectF &rect,
                                const charts::ChartLook &look) {
                 const theme::SeriesLook series = theme::seriesLook(result.target, look.tokens);
                 theme::drawMarker(painter, series, QPointF(rect.left() + 5, rect.center().y()), 4,
                                   theme::MarkerFill::filled, look.tokens.surface);
                 charts::drawText(painter,
                                  QRectF(rect.left() + 16, rect.top(), kName, rect.height()),
                                  Qt::AlignVCenter, result.name, look.label, look.tokens.text);
                 painter.setPen(QPen(look.tokens.line, 1));
                 painter.drawLine(rect.bottomLeft(), rect.bottomRight());
                 if (result.rounds.empty()) {
                     charts::drawText(painter, rect.adjusted(kName, 0, 0, 0), Qt::AlignVCenter,
                                      result.failure, look.label, look.tokens.err);
                     return;
                 }
                 const double left = rect.left() + kName;
                 const double right = rect.right() - double(kColumns) * kFigure + 8;
                 charts::drawBar(painter, left,
                                 left + (right - left) * result.requestsPerSecond.median / greatest,
                                 rect.center().y() - kBar / 2, kBar, series.colour, 2);
                 paintCells(
                     painter, rect,
                     {QLocale().toString(result.requestsPerSecond.median, 'f', 0) +
                          (result.valid ? QString() : QStringLiteral(" !")),
                      milliseconds(result.latency.p50), milliseconds(result.latency.p99),
                      QLocale().toString(result.memory.peak, 'f', 0),
                      QStringLiteral("±%1%").arg(QLocale().toString(result.spread * 100, 'f', 1))},
                     look.number, look.tokens.text);
             },
             false});
    }
    return blocks;
}

QString versionsText(const results::BenchmarkResult &run)
{
    QStringList parts;
    for (const results::TargetResult &result : run.results) {
        if (!result.frameworkVersion.isEmpty())
            parts.append(BenchmarkBlock::tr("%1 %2 on %3")
                             .arg(result.name, result.frameworkVersion, result.runtimeVersion));
    }
    return parts.isEmpty() ? BenchmarkBlock::tr("The run does not say which versions it measured.")
                           : parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

QStringList benchmarkNotes(const results::BenchmarkResult &run)
{
    QStringList notes;
    const auto fastest =
        std::max_element(run.results.begin(), run.results.end(), [](const auto &a, const auto &b) {
            const auto rate = [](const results::TargetResult &result) {
                return result.language == QLatin1String("cpp") ? 0
                                                               : result.requestsPerSecond.median;
            };
            return rate(a) < rate(b);
        });
    const auto nameOf = [&run](const QString &id) {
        const results::TargetResult *result = run.find(id);
        return result ? result->name : id;
    };
    for (const results::Ratio &ratio : run.ratios) {
        const bool ofFastest = fastest != run.results.end() &&
                               (ratio.a == fastest->target || ratio.b == fastest->target);
        if (ratio.quantity != QLatin1String("requests_per_second") || !ofFastest)
            continue;
        const QLocale locale;
        notes.append(
            ratio.different
                ? BenchmarkBlock::tr("%1 ÷ %2: %3 times the requests/s (95 % interval %4 to %5).")
                      .arg(nameOf(ratio.a), nameOf(ratio.b), locale.toString(ratio.ratio, 'f', 2),
                           locale.toString(ratio.low, 'f', 2), locale.toString(ratio.high, 'f', 2))
                : BenchmarkBlock::tr("%1 and %2 cannot be told apart in requests/s (%3 to %4).")
                      .arg(nameOf(ratio.a), nameOf(ratio.b), locale.toString(ratio.low, 'f', 2),
                           locale.toString(ratio.high, 'f', 2)));
    }
    for (const results::TargetResult &result : run.results) {
        for (const results::Flag &flag : result.flags)
            notes.append(QStringLiteral("! %1: %2").arg(result.name, flag.text));
    }
    return notes;
}

} // namespace weighbridge::report_page
