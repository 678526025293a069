// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/machine_state.h"

#include "core/base/duration.h"

#include <algorithm>
#include <cmath>

#include <sys/resource.h>
#include <time.h>

namespace weighbridge::measure
{

namespace
{

using std::chrono::nanoseconds;

nanoseconds clockTime(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::seconds(now.tv_sec) + nanoseconds(now.tv_nsec);
}

nanoseconds cpuTimeOf(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto of = [](const timeval &time) {
        return nanoseconds(std::chrono::seconds(time.tv_sec) +
                           std::chrono::microseconds(time.tv_usec));
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

} // namespace

MachineState machineState(const ProcReader &reader, nanoseconds treeCpu)
{
    return {systemCpu(reader),
            cpuTimeOf(RUSAGE_SELF),
            treeCpu,
            clockTime(CLOCK_MONOTONIC),
            clockTime(CLOCK_REALTIME),
            clockTime(CLOCK_BOOTTIME),
            quotaCounts()};
}

nanoseconds reapedCpuTime()
{
    return cpuTimeOf(RUSAGE_CHILDREN);
}

void compareStates(const MachineState &before, const MachineState &after,
                   results::MachineFacts &facts)
{
    const double total = seconds(after.cpu.total - before.cpu.total);
    if (total > 0) {
        const nanoseconds ours = (after.own - before.own) + (after.tree - before.tree);
        facts.foreignCpuShare =
            std::max(0.0, seconds(after.cpu.busy - before.cpu.busy - ours) / total);
        facts.stolenCpuShare = seconds(after.cpu.stolen - before.cpu.stolen) / total;
    }
    const nanoseconds steady = after.steady - before.steady;
    const double wallJump = seconds(after.wall - before.wall - steady);
    const double asleep = seconds(after.sinceBoot - before.sinceBoot - steady);
    facts.clockJumpSeconds = std::abs(asleep) > std::abs(wallJump) ? asleep : wallJump;
    const QuotaCount quota = worstQuota(before.quotas, after.quotas);
    facts.quotaPeriods = quota.periods;
    facts.throttledPeriods = quota.throttled;
    facts.throttledSeconds = seconds(quota.stopped);
}

} // namespace weighbridge::measure
