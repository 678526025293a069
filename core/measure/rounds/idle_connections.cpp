// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_kind.h"

#include "core/measure/machine/memory_summary.h"
#include "core/measure/process/words.h"
#include "core/measure/rounds/held_connections.h"
#include "core/measure/rounds/server_round.h"
#include "core/results/validity.h"

#include <algorithm>
#include <array>

#include <sys/resource.h>

namespace weighbridge::measure
{

namespace
{

using std::chrono::milliseconds;

constexpr double kBytesPerKib = 1024.0;
constexpr std::array<int, 2> kConnectionLevels{1000, 5000};

/// As many as this process may open besides its other files.
int mostConnections()
{
    constexpr int kOtherFiles = 256;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return kConnectionLevels.back();
    const auto files = static_cast<std::int64_t>(limit.rlim_cur) - kOtherFiles;
    return static_cast<int>(std::clamp<std::int64_t>(files, 0, kConnectionLevels.back()));
}

class IdleRound
{
public:
    explicit IdleRound(ServerRound &run)
        : m_run(run),
          m_sampler(*run.setting().reader, run.server().process().watchdogPid()),
          m_held(run.server().port(), run.setting().workload.path)
    {
    }

    void measure()
    {
        const results::BenchmarkPlan &plan = m_run.setting().plan;
        if (!m_run.wait(Phase::warmingUp, settlingTime(plan)))
            return;
        results::MemorySummary &memory = m_run.round().memory;
        const ResidentMemory idle = readMemory();
        memory = idleMemory(idle);
        std::int64_t held = idle.total;
        for (const int level : kConnectionLevels) {
            if (!open(std::min(level, mostConnections())) ||
                !m_run.wait(Phase::measuring, settlingTime(plan)))
                return;
            const ResidentMemory reading = readMemory();
            held = reading.total;
            notePeak(memory, reading);
            if (m_obstacle)
                break;
        }
        const int alive = m_held.alive();
        memory.load = mebibytes(held);
        m_run.addFigure("idle_connections", alive);
        if (alive > 0)
            m_run.addFigure("memory_per_connection_kib",
                            std::max(0.0, static_cast<double>(held - idle.total)) / alive /
                                kBytesPerKib);
        conclude(alive);
    }

private:
    [[nodiscard]] ResidentMemory readMemory() const
    {
        return m_sampler.memory(m_sampler.sample().pids);
    }

    /// Until so many are held, or something stands in the way; false when the run is to end.
    bool open(int level)
    {
        constexpr int kBetweenReports = 100;
        while (m_held.size() < level) {
            if (m_run.stopToken().stop_requested())
                return false;
            if (m_held.size() % kBetweenReports == 0)
                m_run.tell(Phase::measuring, m_held.size(), kConnectionLevels.back());
            if (const Outcome added = m_held.add(); !added) {
                if (m_held.size() == 0)
                    return m_run.fail({Words::tr("%1 holds no idle connection: %2")
                                           .arg(m_run.target().target.name, added.error().what),
                                       {},
                                       {}});
                m_obstacle = added.error();
                break;
            }
        }
        return m_run.stillRunning(Words::tr("with %1 idle connections").arg(m_held.size()));
    }

    void conclude(int alive)
    {
        results::RoundFacts facts = m_run.facts();
        facts.machine.connections = 0; // said below in other words
        std::vector<results::Flag> flags = results::judgeMachine(facts.machine);
        for (results::Flag &flag :
             results::judgeHeldConnections({kConnectionLevels.back(), m_held.size(), alive,
                                            m_obstacle ? m_obstacle->what : QString()}))
            flags.push_back(std::move(flag));
        m_run.conclude(std::move(flags));
    }

    ServerRound &m_run;
    ProcessSampler m_sampler;
    HeldConnections m_held;
    std::optional<Error> m_obstacle;
};

} // namespace

void runIdleRound(ServerRound &run)
{
    if (run.start(kConnectionLevels.back()) && run.checkBefore())
        IdleRound(run).measure();
}

milliseconds idleRoundTime(const results::BenchmarkPlan &plan)
{
    constexpr milliseconds kStartCheckAndStop{1'800};
    constexpr milliseconds kOpening{3'000};
    return kStartCheckAndStop + kOpening + settlingTime(plan) * (1 + kConnectionLevels.size());
}

} // namespace weighbridge::measure
