// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/round_kind.h"

#include <algorithm>
#include <array>

namespace weighbridge::measure
{

const RoundKind &roundKind(WorkloadKind kind)
{
    static constexpr std::array<RoundKind, 6> kTable{{
        {WorkloadKind::load, runLoadRound, loadRoundTime, true},
        {WorkloadKind::start, runStartRound, startRoundTime},
        {WorkloadKind::memory, runMemoryRound, memoryRoundTime},
        {WorkloadKind::size, runSizeRound, sizeRoundTime, false, false},
        {WorkloadKind::idleConnections, runIdleRound, idleRoundTime},
        {WorkloadKind::stream, runStreamRound, streamRoundTime},
    }};
    const auto found = std::find_if(kTable.begin(), kTable.end(),
                                    [kind](const RoundKind &each) { return each.kind == kind; });
    Q_ASSERT(found != kTable.end());
    return *found;
}

} // namespace weighbridge::measure
