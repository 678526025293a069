// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <sys/types.h>

namespace weighbridge::measure
{

/// What the sampler reads of /proc; another one in tests.
class ProcReader
{
public:
    virtual ~ProcReader() = default;
    [[nodiscard]] virtual std::vector<pid_t> processes() const = 0;
    /// /proc/PID/FILE; empty where the process is gone or does not let us.
    [[nodiscard]] virtual QByteArray read(pid_t pid, const char *file) const = 0;
    /// /proc/stat
    [[nodiscard]] virtual QByteArray systemStat() const = 0;
};
[[nodiscard]] std::unique_ptr<ProcReader> makeProcReader();

/// A process tree at one moment.
struct TreeSample {
    std::vector<pid_t> pids;
    std::chrono::nanoseconds cpuTime{}; ///< user and system, of dead descendants too
};

/// What processes hold, as proportional set sizes (PSS: a page that several share is counted once,
/// in equal parts), in bytes. RSS would count shared pages several times.
struct ResidentMemory {
    std::int64_t total = 0;
    /// Of the total, pages of programs and libraries. How many of them depends on how the page
    /// cache holds the files and on who else has mapped them; the rest (heap, stacks, shared
    /// memory) is the program's own. Empty where the kernel does not tell (before Linux 5.4).
    std::optional<std::int64_t> fileBacked;
};

/// Reads CPU time and memory of everything below `root`, without `root` itself (the watchdog, which
/// also collects the CPU time of descendants whose parents have died).
class ProcessSampler
{
public:
    ProcessSampler(const ProcReader &reader, pid_t root);

    /// Looks for the processes of the tree among all of the machine.
    [[nodiscard]] TreeSample sample() const;
    /// Reads only the processes that `earlier` found: cheap enough for ten times a second.
    [[nodiscard]] TreeSample sampleAgain(const TreeSample &earlier) const;
    /// Of all of them together; about 0.7 ms per process, so once a second is often enough.
    [[nodiscard]] ResidentMemory memory(const std::vector<pid_t> &pids) const;

private:
    const ProcReader &m_reader;
    pid_t m_root;
};

/// User and system time of these processes and of everything below them, each counted once.
[[nodiscard]] std::chrono::nanoseconds cpuTimeOfTrees(const ProcReader &reader,
                                                      const std::vector<pid_t> &roots);

/// CPU time of the whole machine since it started, all CPUs together.
struct SystemCpu {
    std::chrono::nanoseconds busy{};   ///< user, nice and system
    std::chrono::nanoseconds stolen{}; ///< taken by the hypervisor for others
    std::chrono::nanoseconds total{};
};
[[nodiscard]] SystemCpu systemCpu(const ProcReader &reader);

} // namespace weighbridge::measure
