// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/article/claims.h"
#include "core/results/run_choice.h"
#include "ui/charts/chart_look.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace weighbridge::compare
{

/// What the article publishes, by the ids of its results::Quantity: throughput, mean latency and
/// peak memory.
[[nodiscard]] QStringList publishedQuantities();

/// One framework, published (hollow) beside measured (filled).
struct ComparedFigure {
    QString target;
    QString name;
    std::optional<double> published;
    std::optional<double> measured;
    std::optional<double> low; ///< interval of the measured figure, where there is one
    std::optional<double> high;
};

/// The article's figures beside those of the runs that were chosen; without the latter where they
/// were measured under another load than the article's.
[[nodiscard]] std::vector<ComparedFigure> comparedFigures(const article::Article &article,
                                                          const results::RunChoice &measured,
                                                          const QString &quantity);

/// Dumbbells on a log axis with measured ÷ published at the right.
void paintPublished(QPainter &painter, const QRectF &rect,
                    const std::vector<ComparedFigure> &figures, const charts::ChartLook &look);
[[nodiscard]] double publishedHeight(std::size_t figures, const charts::ChartLook &look);
[[nodiscard]] QString publishedText(const std::vector<ComparedFigure> &figures,
                                    const QString &quantity);

} // namespace weighbridge::compare
