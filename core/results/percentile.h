// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <QLatin1String>

#include <array>
#include <optional>

namespace weighbridge::results
{

/// A percentile of the latency that is kept: all that is decided about it but its column, which is
/// a row of quantity_table.cpp.
struct Percentile {
    double fraction = 0;  ///< 0.999
    QLatin1String name{}; ///< on an axis and in a line of text: "p99.9"
    QLatin1String key{};  ///< in documents: "p99_9"
    std::optional<double> LatencySummary::*value = nullptr;
};

/// In their order.
inline constexpr std::array kPercentiles{
    Percentile{0.5, QLatin1String("p50"), QLatin1String("p50"), &LatencySummary::p50},
    Percentile{0.75, QLatin1String("p75"), QLatin1String("p75"), &LatencySummary::p75},
    Percentile{0.9, QLatin1String("p90"), QLatin1String("p90"), &LatencySummary::p90},
    Percentile{0.99, QLatin1String("p99"), QLatin1String("p99"), &LatencySummary::p99},
    Percentile{0.999, QLatin1String("p99.9"), QLatin1String("p99_9"), &LatencySummary::p999},
    Percentile{0.9999, QLatin1String("p99.99"), QLatin1String("p99_99"), &LatencySummary::p9999},
};

} // namespace weighbridge::results
