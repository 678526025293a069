// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/rounds/round_run.h"
#include "core/measure/targets/preparation.h"
#include "core/results/benchmark_result.h"

#include <vector>

namespace weighbridge::measure
{

/// Collects the rounds of one target.
class TargetCollector
{
public:
    TargetCollector() = default;
    /// Before anything is known but the id.
    explicit TargetCollector(const QString &target) { m_result.target = target; }

    void setTarget(const Target &target);
    void setPrepared(const PreparedTarget &prepared);
    void fail(const Error &error);
    void add(const RoundOutcome &outcome);
    [[nodiscard]] bool failed() const { return !m_result.failure.isEmpty(); }

    /// The summary of what has been added so far.
    [[nodiscard]] results::TargetResult result(const results::BenchmarkPlan &plan) const;

private:
    results::TargetResult m_result;
    load::LatencyHistogram m_latency;
    std::chrono::duration<double> m_latencySum{};
    std::uint64_t m_latencySamples = 0;
};

/// Every pair of targets that were measured, in the order of `results`, for the quantities that the
/// plan's workload is about, round against round.
[[nodiscard]] std::vector<results::Ratio>
compareTargets(const std::vector<results::TargetResult> &results,
               const results::BenchmarkPlan &plan);

} // namespace weighbridge::measure
