// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "ui/charts/chart_look.h"

namespace weighbridge::charts
{

/// Tornado: the span of the score difference as one weight goes from 0 to 10, widest first, with
/// the weight at which the answer flips. Pale where it never does.
void paintSwings(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                 const decision::Analysis &analysis, const ChartLook &look);
[[nodiscard]] double swingsHeight(std::size_t needs, const ChartLook &look);
/// Each need with "flips at 7.7 (now 6)", "ties at 10.0 (now 5)" or "never flips alone"; where more
/// than the two shown are compared, "never flips these two", for another may still take the lead.
[[nodiscard]] QString swingsText(const decision::Decision &decision,
                                 const decision::Analysis &analysis);

} // namespace weighbridge::charts
