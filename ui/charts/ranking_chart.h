// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "ui/charts/chart_look.h"

#include <vector>

namespace weighbridge::charts
{

/// Scores as bars on the level scale, best first. `rows` (parallel to alternatives) are positions
/// in rows, fractional while two swap; empty: as ranked.
void paintRanking(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                  const decision::Analysis &analysis, const ChartLook &look,
                  const std::vector<double> &rows = {});
[[nodiscard]] double rankingHeight(std::size_t alternatives, const ChartLook &look);
/// The ranking in words, for the screen reader.
[[nodiscard]] QString rankingText(const decision::Decision &decision,
                                  const decision::Analysis &analysis);

} // namespace weighbridge::charts
