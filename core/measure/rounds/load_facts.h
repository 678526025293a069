// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/plan.h"
#include "core/load/run_result.h"
#include "core/results/benchmark_result.h"
#include "core/results/validity_facts.h"

namespace weighbridge::measure
{

/// What the judge is told of a load, whichever command made it.
[[nodiscard]] results::LoadFacts loadFacts(const load::Plan &plan, const load::LoadResult &result);

/// The latencies from which percentiles are made: unfinished requests with their age. Empty where
/// the server did not keep up with the schedule.
[[nodiscard]] load::LatencyHistogram tellingLatency(const load::LoadResult &result);

/// Of these; the mean is that of the requests that were answered.
[[nodiscard]] results::LatencySummary latencySummary(const load::LoadResult &result);

/// Percentiles that rest on too few samples are left out.
[[nodiscard]] results::LatencySummary summarize(const load::LatencyHistogram &latency);

} // namespace weighbridge::measure
