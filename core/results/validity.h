// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"
#include "core/results/flag.h"
#include "core/results/validity_facts.h"

#include <cstdint>
#include <vector>

/// The one judge of figures: whichever command made them, the same facts give the same flags. Pure
/// functions; any thread.
namespace weighbridge::results
{

/// The reasons to distrust a load.
[[nodiscard]] std::vector<Flag> judgeLoad(const RoundFacts &facts);
/// Of these the ones that concern the server's answers: errors, wrong bodies, conformance, deaths.
[[nodiscard]] std::vector<Flag> judgeReplies(const RoundFacts &facts);
/// And those that concern the machine: what else ran there, quotas, clocks, limits.
[[nodiscard]] std::vector<Flag> judgeMachine(const MachineFacts &facts);
[[nodiscard]] std::vector<Flag> judgeStreams(const StreamFacts &facts);
[[nodiscard]] std::vector<Flag> judgeHeldConnections(const HeldFacts &facts);

/// Those of the rounds, one per id with the number of rounds that have it, and those that only show
/// when all rounds are seen together (noisy, single_round, restarted). What makes one round invalid
/// makes the whole invalid; what makes it doubtful does so where half of the rounds have it.
[[nodiscard]] std::vector<Flag> judgeRepetition(const TargetResult &result,
                                                const RepetitionFacts &facts);

/// How much wider the interval of a figure is than its rounds say, on a logarithmic scale: 1 where
/// it is beyond doubt.
[[nodiscard]] double widening(const std::vector<Flag> &flags);

/// Whether others used the CPUs, or the hypervisor took them away: a repetition may do better.
[[nodiscard]] bool wasDisturbed(const std::vector<Flag> &flags);

/// Whether the server did not keep up with the schedule: less than 99 % of what was due was
/// answered, what is in flight set apart, or the backlog grew. Its latencies then only tell how
/// long the run was: nobody may print percentiles of them.
[[nodiscard]] bool isOverloaded(const OpenLoopFacts &facts);

/// The least number of samples from which a percentile (0 … 1) may be told: 10 ÷ (1 − fraction).
[[nodiscard]] std::uint64_t samplesForPercentile(double fraction);

} // namespace weighbridge::results
