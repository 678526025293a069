// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/run_result.h"
#include "core/measure/process/process_sampler.h"
#include "core/results/benchmark_result.h"

#include <optional>
#include <vector>

namespace weighbridge::measure
{

/// Collects what the server's process tree uses while the load runs: CPU time with every snapshot
/// of the load, memory once a second.
class TreeMonitor
{
public:
    TreeMonitor(const ProcReader &reader, pid_t watchdog);

    /// Before the load, and first of all: what the server needs when it does nothing.
    void measureIdle();
    /// Reads the tree and adds a sample. Returns it.
    const results::Sample &add(const load::Snapshot &snapshot);
    /// After the load.
    void finish();

    [[nodiscard]] results::MemorySummary memory() const;
    /// Between the first and the last snapshot inside the window; 0 where there were not two.
    [[nodiscard]] double cpuMicrosecondsPerRequest() const;
    [[nodiscard]] std::chrono::nanoseconds cpuTime() const { return m_last.cpuTime; }
    /// Processes that were there before the load and are gone now: in the warm-up or in the window.
    [[nodiscard]] int vanishedProcesses() const;
    [[nodiscard]] std::vector<results::Sample> takeSamples() { return std::move(m_samples); }

private:
    struct WindowPoint {
        std::chrono::nanoseconds cpuTime{};
        std::uint64_t requests = 0;
    };
    void readMemory(bool insideWindow);

    ProcessSampler m_sampler;
    TreeSample m_last;
    double m_lastSeconds = 0;
    double m_nextMemorySeconds = 0;
    double m_residentMib = 0;
    results::MemorySummary m_memory; ///< without load
    std::vector<double> m_windowMib;
    std::vector<pid_t> m_pidsBefore;
    std::optional<WindowPoint> m_first;
    std::optional<WindowPoint> m_final;
    std::vector<results::Sample> m_samples;
};

} // namespace weighbridge::measure
