// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"
#include "ui/charts/chart_look.h"

namespace weighbridge::charts
{

/// The weights of `after` as bars from 0 to 10 in the order of its needs, each with a tick where it
/// stands in `before`. Precondition: both have the same needs.
void paintWeightBars(QPainter &painter, const QRectF &rect, const decision::Decision &before,
                     const decision::Decision &after, const ChartLook &look);
[[nodiscard]] double weightBarsHeight(std::size_t needs, const ChartLook &look);
/// "Fast MVP build: 6 → 10; …", for the screen reader.
[[nodiscard]] QString weightBarsText(const decision::Decision &before,
                                     const decision::Decision &after);

} // namespace weighbridge::charts
