// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/quantity.h"

#include <vector>

namespace weighbridge::results
{

/// A column of figures. Who shows a table adds what it has besides: names, published figures, state.
struct Column {
    enum class Part {
        value,
        range, ///< the interval of the figure in the column before
    };
    const Quantity *quantity = nullptr; ///< never null
    Part part = Part::value;
    bool operator==(const Column &) const = default;
};

enum class Detail {
    usual, ///< what Place calls compared and shown
    full,
};

/// The columns of every table of a plan's figures, on the command line, in the window and in
/// reports. The leading quantity is followed by its range.
[[nodiscard]] std::vector<Column> columnsOf(const BenchmarkPlan &plan,
                                            Detail detail = Detail::usual);
/// Of these the ones that at least one target of the run has something for.
[[nodiscard]] std::vector<Column> columnsOf(const BenchmarkResult &run,
                                            Detail detail = Detail::usual);

/// "p99 ms", "Range".
[[nodiscard]] QString headingOf(const Column &column);
/// noFigure() where the target has none.
[[nodiscard]] QString cellText(const TargetResult &result, const Column &column,
                               const QLocale &locale = plainLocale());

} // namespace weighbridge::results
