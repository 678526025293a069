// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/tree_monitor.h"

#include "core/base/duration.h"
#include "core/measure/machine/memory_summary.h"
#include "core/results/statistics.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::measure
{

namespace
{

constexpr double kMemoryIntervalSeconds = 1.0;

/// With the digits that a reading of clock ticks has; the others only make documents longer.
double kept(double cores)
{
    constexpr double kStepsPerCore = 10'000;
    return std::round(cores * kStepsPerCore) / kStepsPerCore;
}

} // namespace

TreeMonitor::TreeMonitor(const ProcReader &reader, pid_t watchdog) : m_sampler(reader, watchdog) {}

void TreeMonitor::measureIdle()
{
    m_last = m_sampler.sample();
    m_pidsBefore = m_last.pids;
    const ResidentMemory reading = m_sampler.memory(m_last.pids);
    m_memory = idleMemory(reading);
    m_residentMib = m_memory.idle;
}

void TreeMonitor::readMemory(bool insideWindow)
{
    const ResidentMemory reading = m_sampler.memory(m_last.pids);
    m_residentMib = mebibytes(reading.total);
    notePeak(m_memory, reading);
    if (insideWindow)
        m_windowMib.push_back(m_residentMib);
}

const results::Sample &TreeMonitor::add(const load::Snapshot &snapshot)
{
    const double now = seconds(snapshot.sinceStart);
    const bool firstOfWindow = !snapshot.warmingUp && !m_first;
    const bool whole = firstOfWindow || now >= m_nextMemorySeconds;
    TreeSample tree = whole ? m_sampler.sample() : m_sampler.sampleAgain(m_last);
    const double elapsed = now - m_lastSeconds;
    results::Sample sample;
    sample.seconds = now;
    sample.requestsPerSecond = snapshot.requestsPerSecond;
    sample.warmingUp = snapshot.warmingUp;
    if (elapsed > 0)
        sample.cpuCores = kept(std::max(0.0, seconds(tree.cpuTime - m_last.cpuTime) / elapsed));
    m_last = std::move(tree);
    m_lastSeconds = now;
    if (whole) {
        readMemory(!snapshot.warmingUp);
        m_nextMemorySeconds = now + kMemoryIntervalSeconds;
    }
    if (!snapshot.warmingUp) {
        m_final = WindowPoint{m_last.cpuTime, snapshot.requests};
        if (firstOfWindow)
            m_first = m_final;
    }
    sample.residentMib = m_residentMib;
    m_samples.push_back(sample);
    return m_samples.back();
}

void TreeMonitor::finish()
{
    m_last = m_sampler.sample();
    readMemory(true);
}

results::MemorySummary TreeMonitor::memory() const
{
    results::MemorySummary memory = m_memory;
    memory.load = results::median(m_windowMib);
    return memory;
}

double TreeMonitor::cpuMicrosecondsPerRequest() const
{
    if (!m_first || !m_final || m_final->requests <= m_first->requests)
        return 0;
    const auto requests = static_cast<double>(m_final->requests - m_first->requests);
    return seconds(m_final->cpuTime - m_first->cpuTime) * 1e6 / requests;
}

int TreeMonitor::vanishedProcesses() const
{
    return static_cast<int>(
        std::count_if(m_pidsBefore.begin(), m_pidsBefore.end(), [this](pid_t pid) {
            return std::find(m_last.pids.begin(), m_last.pids.end(), pid) == m_last.pids.end();
        }));
}

} // namespace weighbridge::measure
