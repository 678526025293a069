// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_kind.h"

#include "core/load/load_run.h"
#include "core/measure/machine/memory_summary.h"
#include "core/measure/machine/tree_monitor.h"
#include "core/measure/process/words.h"
#include "core/measure/rounds/server_round.h"
#include "core/results/validity.h"

#include <algorithm>
#include <array>

namespace weighbridge::measure
{

namespace
{

using std::chrono::duration;
using std::chrono::milliseconds;

constexpr milliseconds kLeastLoad{2'000}; // time for each connection to ask once

struct Level {
    int connections;
    const char *quantity;
};
constexpr std::array<Level, 2> kLevels{{{100, "memory_at_100"}, {1000, "memory_at_1000"}}};

milliseconds lightLoad(const results::BenchmarkPlan &plan)
{
    return std::max(plan.duration, kLeastLoad);
}

class MemoryRound
{
public:
    explicit MemoryRound(ServerRound &run)
        : m_run(run), m_sampler(*run.setting().reader, run.server().process().watchdogPid())
    {
    }

    void measure()
    {
        const results::BenchmarkPlan &plan = m_run.setting().plan;
        if (!m_run.wait(Phase::warmingUp, settlingTime(plan)))
            return;
        readIdle();
        for (const Level &level : kLevels) {
            if (!hold(level))
                return;
        }
        if (const milliseconds rest = restAfterLoad(plan); rest.count() > 0) {
            if (!m_run.wait(Phase::measuring, rest))
                return;
            m_run.addFigure("memory_after", residentMib(m_sampler.sample().pids));
        }
        conclude();
    }

private:
    [[nodiscard]] double residentMib(const std::vector<pid_t> &pids) const
    {
        return mebibytes(m_sampler.memory(pids).total);
    }

    void readIdle()
    {
        const TreeSample tree = m_sampler.sample();
        m_run.round().memory = idleMemory(m_sampler.memory(tree.pids));
        // A supervisor is small: the largest process is one that serves.
        double worker = 0;
        for (const pid_t pid : tree.pids)
            worker = std::max(worker, residentMib({pid}));
        m_run.addFigure("memory_per_worker", worker);
    }

    /// Memory with so many connections, each of which asks once in two seconds.
    bool hold(const Level &level)
    {
        const results::BenchmarkPlan &plan = m_run.setting().plan;
        load::Plan load = m_run.loadPlan();
        load.connections = level.connections;
        load.requestsPerSecond = level.connections / 2.0;
        load.warmUp = {};
        load.duration = lightLoad(plan);
        load.threads = 1;
        TreeMonitor monitor(*m_run.setting().reader, m_run.server().process().watchdogPid());
        monitor.measureIdle();
        const auto length = duration<double>(load.duration).count();
        const load::LoadOutcome outcome =
            load::run(load, m_run.stopToken(), [&](const load::Snapshot &snapshot) {
                const results::Sample &sample = monitor.add(snapshot);
                m_run.tell(Phase::measuring, sample.seconds, length);
                m_run.passOnOutput();
            });
        if (m_run.stopToken().stop_requested() ||
            !m_run.stillRunning(Words::tr("with %1 connections").arg(level.connections)))
            return false;
        if (const auto *failure = std::get_if<load::Failure>(&outcome))
            return m_run.fail(toError(*failure));
        monitor.finish();
        const auto &result = std::get<load::LoadResult>(outcome);
        m_answers.requests += result.requests;
        m_answers.errors += result.errors.total();
        if (m_answers.firstError.isEmpty())
            m_answers.firstError = QString::fromStdString(result.firstError);
        m_vanished += monitor.vanishedProcesses();
        results::MemorySummary &memory = m_run.round().memory;
        const results::MemorySummary held = monitor.memory();
        memory.load = held.load;
        if (held.peak > memory.peak) {
            memory.peak = held.peak;
            memory.peakFileBacked = held.peakFileBacked;
        }
        m_run.addFigure(level.quantity, memory.load);
        return true;
    }

    /// What else the CPUs did changes no memory: nothing is said about it.
    void conclude()
    {
        results::RoundFacts facts = m_run.facts();
        facts.load = m_answers;
        facts.machine.connections = kLevels.back().connections;
        facts.server.vanishedProcesses = m_vanished;
        facts.server.differencesAfter = m_run.differencesAfter();
        std::vector<results::Flag> flags = results::judgeReplies(facts);
        for (results::Flag &flag : results::judgeMachine(facts.machine))
            flags.push_back(std::move(flag));
        m_run.conclude(std::move(flags));
    }

    ServerRound &m_run;
    ProcessSampler m_sampler;
    results::LoadFacts m_answers; ///< requests and errors under the light load, which is no figure
    int m_vanished = 0;
};

} // namespace

void runMemoryRound(ServerRound &run)
{
    if (run.start(kLevels.back().connections) && run.checkBefore())
        MemoryRound(run).measure();
}

milliseconds restAfterLoad(const results::BenchmarkPlan &plan)
{
    constexpr milliseconds kWholeRound{10'000};
    constexpr milliseconds kRest{60'000};
    return plan.duration >= kWholeRound ? kRest : milliseconds(0);
}

milliseconds memoryRoundTime(const results::BenchmarkPlan &plan)
{
    constexpr milliseconds kStartCheckAndStop{1'800};
    return kStartCheckAndStop + settlingTime(plan) + lightLoad(plan) * kLevels.size() +
           restAfterLoad(plan);
}

} // namespace weighbridge::measure
