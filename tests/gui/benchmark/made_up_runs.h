// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <memory>
#include <vector>

namespace weighbridge::testing
{

/// A finished run with made-up figures of the reference and all seven frameworks: three rounds of a
/// load, or of a workload that has figures of its own.
[[nodiscard]] std::shared_ptr<const results::BenchmarkResult>
madeUpRun(const QString &workload, int connections = 1000,
          results::Profile profile = results::Profile::production);

/// What a quick set leaves behind: loads, start, memory and size.
[[nodiscard]] std::vector<std::shared_ptr<const results::BenchmarkResult>> madeUpQuickSet();

} // namespace weighbridge::testing
