// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <memory>

namespace weighbridge::testing
{

/// A made-up run of reference, gin and fastapi with `rounds` rounds of `seconds` seconds, for tests
/// of what is drawn. Figures are round numbers, so that a test can look for them.
[[nodiscard]] results::BenchmarkResult sampleRun(int rounds = 3, double seconds = 10);

} // namespace weighbridge::testing
