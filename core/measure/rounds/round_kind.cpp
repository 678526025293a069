// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_kind.h"

#include <algorithm>
#include <array>

namespace weighbridge::measure
{

const RoundKind &roundKind(results::WorkloadKind kind)
{
    static constexpr std::array<RoundKind, 6> kTable{{
        {results::WorkloadKind::load, runLoadRound, loadRoundTime, true},
        {results::WorkloadKind::start, runStartRound, startRoundTime},
        {results::WorkloadKind::memory, runMemoryRound, memoryRoundTime},
        {results::WorkloadKind::size, runSizeRound, sizeRoundTime},
        {results::WorkloadKind::idleConnections, runIdleRound, idleRoundTime},
        {results::WorkloadKind::stream, runStreamRound, streamRoundTime},
    }};
    const auto found = std::find_if(kTable.begin(), kTable.end(),
                                    [kind](const RoundKind &each) { return each.kind == kind; });
    Q_ASSERT(found != kTable.end());
    return *found;
}

std::chrono::milliseconds settlingTime(const results::BenchmarkPlan &plan)
{
    constexpr std::chrono::milliseconds kLongest{5'000};
    return std::min(plan.warmUpCap, kLongest);
}

} // namespace weighbridge::measure
