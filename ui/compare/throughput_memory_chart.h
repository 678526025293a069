// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"
#include "ui/charts/chart_look.h"

#include <vector>

namespace weighbridge::compare
{

/// Each measured framework by throughput (log) and peak memory; fast and small is bottom right.
void paintThroughputMemory(QPainter &painter, const QRectF &rect,
                           const std::vector<const results::TargetResult *> &measured,
                           const charts::ChartLook &look);

} // namespace weighbridge::compare
