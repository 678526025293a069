// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/benchmark_result.h"

#include <memory>
#include <vector>

namespace weighbridge::testing
{

/// A finished run with made-up figures of the reference and all seven frameworks: three rounds of a
/// load, or of a workload that has figures of its own.
[[nodiscard]] std::shared_ptr<const measure::BenchmarkResult>
madeUpRun(const QString &workload, int connections = 1000,
          measure::Profile profile = measure::Profile::production);

/// What a quick set leaves behind: loads, start, memory and size.
[[nodiscard]] std::vector<std::shared_ptr<const measure::BenchmarkResult>> madeUpQuickSet();

} // namespace weighbridge::testing
