// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "ui/charts/chart_look.h"

namespace weighbridge::charts
{

/// How often each alternative takes which rank: one bar each, in the order of `analysis`, rank 1 in
/// full colour at the left, each further rank paler. Nothing without analysis.acceptability.
void paintAcceptability(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                        const decision::Analysis &analysis, const ChartLook &look);
[[nodiscard]] double acceptabilityHeight(const decision::Analysis &analysis, const ChartLook &look);
/// "Go: 66% first, 34% second; …", for the screen reader.
[[nodiscard]] QString acceptabilityText(const decision::Decision &decision,
                                        const decision::Analysis &analysis);

} // namespace weighbridge::charts
