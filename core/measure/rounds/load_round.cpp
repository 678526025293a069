// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_kind.h"

#include "core/base/duration.h"
#include "core/load/load_run.h"
#include "core/measure/contract/reply_check.h"
#include "core/measure/machine/tree_monitor.h"
#include "core/measure/process/words.h"
#include "core/measure/rounds/load_facts.h"
#include "core/measure/rounds/server_round.h"
#include "core/results/validity.h"

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

using std::chrono::duration;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

/// Tells how far the load is, with a sample for the live charts.
class LiveView
{
public:
    explicit LiveView(const ServerRound &run) : m_run(run) {}

    void show(const results::Sample &sample, const load::Snapshot &snapshot)
    {
        const results::BenchmarkPlan &plan = m_run.setting().plan;
        const double now = seconds(snapshot.sinceStart);
        if (!snapshot.warmingUp && m_windowStart < 0)
            m_windowStart = now;
        if (snapshot.warmingUp)
            m_run.tell(Phase::warmingUp, now, seconds(plan.warmUpCap));
        else
            m_run.tell(Phase::measuring, now - m_windowStart, seconds(plan.duration));
        if (m_run.observer().sample)
            m_run.observer().sample(sample, summarize(snapshot.latency));
    }

private:
    const ServerRound &m_run;
    double m_windowStart = -1;
};

void take(const load::LoadResult &result, const results::LoadFacts &facts, RoundOutcome &outcome,
          results::Round &round)
{
    outcome.latency = tellingLatency(result);
    round.requestsPerSecond = result.requestsPerSecond;
    round.requests = result.requests;
    round.errors = result.errors.total();
    round.latency = latencySummary(result);
    if (round.latency.samples > 0) {
        outcome.latencySamples = result.latency.samples();
        outcome.latencySum =
            result.latency.mean() * static_cast<std::int64_t>(outcome.latencySamples);
    }
    round.generatorCpuMicrosecondsPerRequest = result.cpuMicrosecondsPerRequest;
    round.warmUpSeconds = facts.warmUpSeconds;
    round.steadiness = facts.steadyState;
    round.littlesLaw = {facts.busyConnections, facts.busyConnections / facts.connections};
    round.leastRequestsPerConnection = facts.leastRequests;
    round.mostRequestsPerConnection = facts.mostRequests;
    round.jainFairness = facts.jain;
}

/// What the server said during the load where it was not what it said before: the same in other
/// words is no difference.
void explainBodies(const ServerRound &run, const load::LoadResult &result,
                   results::BodyFacts &facts)
{
    if (result.bodies.firstOther.empty())
        return;
    const RoundSetting &setting = run.setting();
    const QStringList differences = checkBody(setting.workload, setting.plan.profile,
                                              QByteArray::fromStdString(result.bodies.firstOther))
                                        .texts();
    if (differences.isEmpty())
        facts.otherContents = 0;
    facts.example = differences.join(QStringLiteral("; "));
}

} // namespace

void runLoadRound(ServerRound &run)
{
    const RoundSetting &setting = run.setting();
    if (!run.start(setting.plan.connections) || !run.checkBefore())
        return;
    TreeMonitor monitor(*setting.reader, run.server().process().watchdogPid());
    monitor.measureIdle();
    const MachineState before = machineState(*setting.reader, monitor.cpuTime());

    LiveView view(run);
    std::stop_source ended;
    const std::stop_callback forward(run.stopToken(), [&ended] { ended.request_stop(); });
    const load::Plan plan = run.loadPlan();
    const load::LoadOutcome outcome =
        load::run(plan, ended.get_token(), [&](const load::Snapshot &snapshot) {
            view.show(monitor.add(snapshot), snapshot);
            run.passOnOutput();
            if (!run.server().process().running())
                ended.request_stop();
        });
    if (run.stopToken().stop_requested() || !run.stillRunning(Words::tr("during the load")))
        return;
    if (const auto *failure = std::get_if<load::Failure>(&outcome)) {
        run.fail(toError(*failure));
        return;
    }
    monitor.finish();

    const auto &result = std::get<load::LoadResult>(outcome);
    results::RoundFacts facts = run.facts();
    facts.load = loadFacts(plan, result);
    explainBodies(run, result, facts.load.body);
    compareStates(before, machineState(*setting.reader, monitor.cpuTime()), facts.machine);
    facts.server.vanishedProcesses = monitor.vanishedProcesses();
    facts.server.differencesAfter = run.differencesAfter();

    results::Round &round = run.round();
    take(result, facts.load, run.outcome(), round);
    round.memory = monitor.memory();
    round.cpuMicrosecondsPerRequest = monitor.cpuMicrosecondsPerRequest();
    round.samples = monitor.takeSamples();
    run.conclude(results::judgeLoad(facts));
}

milliseconds loadRoundTime(const results::BenchmarkPlan &plan)
{
    constexpr milliseconds kStartCheckAndStop{1'000};
    // Most servers are steady after two seconds; less does not suffice to find out.
    constexpr milliseconds kUsualWarmUp{2'000};
    return kStartCheckAndStop + std::min(plan.warmUpCap, kUsualWarmUp) + plan.duration;
}

} // namespace weighbridge::measure
