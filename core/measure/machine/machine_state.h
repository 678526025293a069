// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/machine/cpu_quota.h"
#include "core/measure/process/process_sampler.h"
#include "core/results/validity_facts.h"

#include <chrono>
#include <vector>

namespace weighbridge::measure
{

/// The state of clocks and CPUs at one moment, to be compared with another.
struct MachineState {
    SystemCpu cpu;
    std::chrono::nanoseconds own{};       ///< CPU time of this process
    std::chrono::nanoseconds tree{};      ///< CPU time of the server's process tree
    std::chrono::nanoseconds steady{};    ///< CLOCK_MONOTONIC
    std::chrono::nanoseconds wall{};      ///< CLOCK_REALTIME
    std::chrono::nanoseconds sinceBoot{}; ///< CLOCK_BOOTTIME: counts on while the machine sleeps
    std::vector<QuotaCount> quotas;
};

/// `treeCpu`: what the server has used until now.
[[nodiscard]] MachineState machineState(const ProcReader &reader, std::chrono::nanoseconds treeCpu);

/// CPU time of all processes that this one started, with theirs, and that are gone.
[[nodiscard]] std::chrono::nanoseconds reapedCpuTime();

/// What others did to the machine between the two: foreign and stolen CPU time, CPU quotas, jumps
/// of the clock.
void compareStates(const MachineState &before, const MachineState &after,
                   results::MachineFacts &facts);

} // namespace weighbridge::measure
