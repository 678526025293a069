// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "ui/charts/chart_look.h"

namespace weighbridge::charts
{

/// Net flows of the second opinion: bars to the right of the middle are preferred to the others,
/// bars to the left are not. In the order of `analysis`.
void paintFlows(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                const decision::Analysis &analysis, const ChartLook &look);
[[nodiscard]] double flowsHeight(const decision::Analysis &analysis, const ChartLook &look);
/// "Go +0.21; Python −0.21".
[[nodiscard]] QString flowsText(const decision::Decision &decision,
                                const decision::Analysis &analysis);

} // namespace weighbridge::charts
