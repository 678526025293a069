// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "ui/charts/chart_look.h"

namespace weighbridge::charts
{

/// Contributions, share × (first − second), largest first, ending in the net difference.
void paintWhy(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
              const decision::Analysis &analysis, const ChartLook &look);
[[nodiscard]] double whyHeight(std::size_t needs, const ChartLook &look);
[[nodiscard]] QString whyText(const decision::Decision &decision,
                              const decision::Analysis &analysis);

} // namespace weighbridge::charts
