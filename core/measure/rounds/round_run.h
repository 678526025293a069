// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/latency_histogram.h"
#include "core/load/run_result.h"
#include "core/measure/contract/workload_contract.h"
#include "core/measure/machine/cpu_placement.h"
#include "core/measure/process/process_sampler.h"
#include "core/measure/rounds/phase.h"
#include "core/measure/targets/preparation.h"
#include "core/results/benchmark_result.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace weighbridge::measure
{

/// What all rounds of a run have in common.
struct RoundSetting {
    results::BenchmarkPlan plan;
    WorkloadContract workload;
    CpuPlacement placement;
    results::Machine machine;
    double ceilingPerSecond = 0; ///< of the reference server; 0 where not known
    const ProcReader *reader = nullptr;
};

/// Told while a round runs, in the calling thread.
struct RoundObserver {
    std::function<void(Phase, double elapsedSeconds, double lengthSeconds)> phase;
    std::function<void(const results::Sample &, const results::LatencySummary &)> sample;
    std::function<void(const QString &line)> log;
};

/// What came of one launch. `round` is there where the load ran to its end; `failure` where
/// something went wrong, before or after.
struct RoundOutcome {
    std::optional<results::Round> round;
    load::LatencyHistogram latency;        ///< tellingLatency() of the load
    std::chrono::nanoseconds latencySum{}; ///< of the finished ones
    std::uint64_t latencySamples = 0;
    QStringList command;
    QHash<QString, QString> environment;
    QStringList replyHeaders; ///< of the checked reply, "name: value"
    std::optional<Error> failure;
    bool cancelled = false;
};

/// One round of the workload's kind: usually start, wait for the first 200, check, measure, check,
/// stop. The server and everything it started is gone when this returns.
[[nodiscard]] RoundOutcome runRound(const RoundSetting &setting, const PreparedTarget &target,
                                    int number, const RoundObserver &observer,
                                    std::stop_token stop);

/// Requests per second that the generator gets out of the built-in reference server in about two
/// seconds; 0 where that failed, with the reason passed to the log.
[[nodiscard]] double measureCeiling(const RoundSetting &setting, const PreparedTarget &reference,
                                    const RoundObserver &observer, std::stop_token stop);

} // namespace weighbridge::measure
