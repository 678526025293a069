// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <memory>
#include <vector>

namespace weighbridge::testing
{

/// A target with the value of the leading quantity in each of its rounds.
struct MeasuredTarget {
    QString id;
    QString name;
    QString language;
    std::vector<double> values;
};

[[nodiscard]] MeasuredTarget gin(std::vector<double> values);
[[nodiscard]] MeasuredTarget fiber(std::vector<double> values);
[[nodiscard]] MeasuredTarget fastapi(std::vector<double> values);
[[nodiscard]] MeasuredTarget django(std::vector<double> values);

/// A run whose leading quantity has these values, compared as a real run compares them. All of it
/// is valid; a target without values failed.
[[nodiscard]] std::shared_ptr<results::BenchmarkResult>
measuredRun(const QString &workload, int connections, const std::vector<MeasuredTarget> &targets);

/// Makes the comparisons again, after rounds were changed.
void compareAgain(results::BenchmarkResult &run);

/// The seven frameworks and the built-in server in an order nobody would want to read them in.
[[nodiscard]] std::vector<MeasuredTarget> allTargets(double value, std::size_t rounds);

} // namespace weighbridge::testing
