// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "ui/charts/chart_look.h"

namespace weighbridge::charts
{

/// Density of the score difference between the two that are compared: the first one's side is
/// left, the tie always in the middle, the dot is the point estimate. With more than two in the
/// running: a bar for the chance of each, the likeliest first.
void paintChance(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                 const decision::Analysis &analysis, const ChartLook &look);
[[nodiscard]] double chanceHeight(const ChartLook &look);
[[nodiscard]] QString chanceChartText(const decision::Decision &decision,
                                      const decision::Analysis &analysis);

} // namespace weighbridge::charts
