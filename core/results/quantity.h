// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <functional>
#include <optional>
#include <vector>

namespace weighbridge::results
{

/// Something that is measured, with its unit. The one list from which ratios, ratings, claims,
/// columns and reports are made. A further quantity is a further row of the table in quantity.cpp.
struct Quantity {
    QString id;    ///< an interface (JSON, catalogue): "requests_per_second"
    QString title; ///< "Throughput"
    QString unit;  ///< "requests/s"
    bool moreIsBetter = false;
    /// Of one round; empty where this round did not measure it.
    std::function<std::optional<double>(const Round &)> read;
};

[[nodiscard]] const std::vector<Quantity> &quantities();
/// Null where there is none with this id.
[[nodiscard]] const Quantity *findQuantity(QStringView id);

/// Ids of the quantities that this workload is about, the most telling first.
[[nodiscard]] QStringList quantitiesOf(QStringView workload);

/// Median over the rounds with its interval; empty where no round has it.
[[nodiscard]] std::optional<Interval> summaryOf(const TargetResult &result,
                                                const Quantity &quantity);

} // namespace weighbridge::results
