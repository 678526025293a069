// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace weighbridge::results
{

/// What is known about one round besides its figures.
struct RoundFacts {
    int connections = 0;
    bool isReference = false; ///< the built-in server is the ceiling itself
    bool closedLoop = true;
    bool keepAlive = true;            ///< false: closing connections is what was asked for
    double ceilingPerSecond = 0;      ///< of the reference server in this run; 0 where not known
    double busiestGeneratorShare = 0; ///< CPU of the busiest load thread, 0 … 1
    QString firstError;               ///< in words, empty where there were none
    std::uint64_t reconnects = 0;
    double latestFirstAnswerSeconds = 0;
    double foreignCpuShare = 0;   ///< of all CPUs, used by processes that are not ours
    double stolenCpuShare = 0;    ///< taken by the hypervisor
    double clockJumpSeconds = 0;  ///< wall clock against steady clock, or time asleep
    int vanishedProcesses = 0;    ///< of the server's tree, during the load
    QStringList differencesAfter; ///< conformance after the load
    bool disjointCpus = true;
    std::int64_t openFileLimit = 0; ///< 0 where not known
};

/// The reasons to distrust this round of a load.
[[nodiscard]] std::vector<Flag> roundFlags(const Round &round, const RoundFacts &facts);
/// Of these the ones that concern the server's answers: errors, conformance, restarts.
[[nodiscard]] std::vector<Flag> replyFlags(const Round &round, const RoundFacts &facts);
/// And those that concern the machine: what else ran there, clocks, limits.
[[nodiscard]] std::vector<Flag> machineFlags(const RoundFacts &facts);

/// What is known about the repetition of rounds besides their figures.
struct RepetitionFacts {
    int plannedRounds = 0;
    QString measured = QStringLiteral("throughput"); ///< what TargetResult::spread is of
    bool varies = true; ///< whether another round could come out differently
};

/// Those of the rounds, one per id with the number of rounds that have it, and those that only show
/// when all rounds are seen together (noisy, single_round).
[[nodiscard]] std::vector<Flag> targetFlags(const TargetResult &result,
                                            const RepetitionFacts &facts);

} // namespace weighbridge::results
