// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_plan.h"

#include <chrono>

namespace weighbridge::measure
{

/// Wall-clock estimate of one launch of one target.
[[nodiscard]] std::chrono::milliseconds launchTime(const results::BenchmarkPlan &plan);
/// Of the calibration of the load generator, where the workload needs it.
[[nodiscard]] std::chrono::milliseconds calibrationTime(const results::BenchmarkPlan &plan);
/// Wall-clock estimate of a plan, preparation excluded.
[[nodiscard]] std::chrono::milliseconds estimatedTime(const results::BenchmarkPlan &plan);

} // namespace weighbridge::measure
