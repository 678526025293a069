// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_plan.h"
#include "core/results/workload.h"

namespace weighbridge::measure
{

class ServerRound;

/// How a round of one kind of workload goes, and how long it takes on a usual machine. A further
/// kind is a further row of the table in round_kind.cpp.
struct RoundKind {
    results::WorkloadKind kind;
    void (*run)(ServerRound &);
    std::chrono::milliseconds (*estimate)(const results::BenchmarkPlan &);
    bool needsCeiling = false; ///< whether the generator must be calibrated for it
};
[[nodiscard]] const RoundKind &roundKind(results::WorkloadKind kind);

// load_round.cpp
void runLoadRound(ServerRound &run);
[[nodiscard]] std::chrono::milliseconds loadRoundTime(const results::BenchmarkPlan &plan);

// cold_start.cpp: starts the target several times
void runStartRound(ServerRound &run);
[[nodiscard]] std::chrono::milliseconds startRoundTime(const results::BenchmarkPlan &plan);
/// Ten for the usual ten seconds a round; a second less is a start less, at least three.
[[nodiscard]] int startsPerRound(const results::BenchmarkPlan &plan);

/// How long a server is left alone before its memory is read.
[[nodiscard]] std::chrono::milliseconds settlingTime(const results::BenchmarkPlan &plan);

// memory_levels.cpp: PSS at rest, with 100 and 1,000 connections, afterwards
void runMemoryRound(ServerRound &run);
[[nodiscard]] std::chrono::milliseconds memoryRoundTime(const results::BenchmarkPlan &plan);
/// A minute where a round measures ten seconds or more; shorter rounds leave the rest out.
[[nodiscard]] std::chrono::milliseconds restAfterLoad(const results::BenchmarkPlan &plan);

// deploy_size.cpp: counts files; starts nothing
void runSizeRound(ServerRound &run);
[[nodiscard]] std::chrono::milliseconds sizeRoundTime(const results::BenchmarkPlan &plan);

// idle_connections.cpp: PSS with connections that wait
void runIdleRound(ServerRound &run);
[[nodiscard]] std::chrono::milliseconds idleRoundTime(const results::BenchmarkPlan &plan);

// stream_round.cpp: server-sent events for many clients at once
void runStreamRound(ServerRound &run);
[[nodiscard]] std::chrono::milliseconds streamRoundTime(const results::BenchmarkPlan &plan);

} // namespace weighbridge::measure
