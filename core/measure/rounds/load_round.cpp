// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_kind.h"

#include "core/load/littles_law.h"
#include "core/load/load_run.h"
#include "core/measure/machine/tree_monitor.h"
#include "core/measure/rounds/server_round.h"

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

using std::chrono::duration;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

double seconds(nanoseconds time)
{
    return duration<double>(time).count();
}

QString steadinessName(load::SteadyState state)
{
    switch (state) {
    case load::SteadyState::flat:
        return QStringLiteral("flat");
    case load::SteadyState::warmUp:
        return QStringLiteral("warm-up");
    case load::SteadyState::slowdown:
        return QStringLiteral("slowdown");
    case load::SteadyState::noSteadyState:
        return QStringLiteral("no steady state");
    }
    Q_UNREACHABLE();
}

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

void take(const load::Result &result, RoundOutcome &outcome, results::Round &round)
{
    outcome.latency = result.latencyWithUnfinished();
    outcome.latencySamples = result.latency.samples();
    outcome.latencySum = result.latency.mean() * static_cast<std::int64_t>(outcome.latencySamples);
    round.requestsPerSecond = result.requestsPerSecond;
    round.requests = result.requests;
    round.errors = result.errors.total();
    round.latency = summarize(outcome.latency.percentiles());
    round.latency.mean = duration<double, std::milli>(result.latency.mean()).count();
    round.generatorCpuMicrosecondsPerRequest = result.cpuMicrosecondsPerRequest;
    round.warmUpSeconds = seconds(result.warmUp);
    round.steadiness = steadinessName(result.steadyState);
    const load::LittlesLaw law = load::littlesLaw(result);
    round.littlesLaw = {law.impliedConnections, law.impliedConnections / result.connections};
    round.leastRequestsPerConnection = static_cast<double>(result.fairness.least);
    round.mostRequestsPerConnection = static_cast<double>(result.fairness.most);
    round.jainFairness = result.fairness.jain;
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
    const load::Outcome outcome =
        load::run(run.loadPlan(), ended.get_token(), [&](const load::Snapshot &snapshot) {
            view.show(monitor.add(snapshot), snapshot);
            run.passOnOutput();
            if (!run.server().process().running())
                ended.request_stop();
        });
    if (run.stopToken().stop_requested() || !run.stillRunning(QStringLiteral("during the load")))
        return;
    if (const auto *failure = std::get_if<load::Failure>(&outcome)) {
        run.fail(toError(*failure));
        return;
    }
    monitor.finish();

    const auto &result = std::get<load::Result>(outcome);
    results::RoundFacts facts = run.facts();
    compareStates(before, machineState(*setting.reader, monitor.cpuTime()), facts);
    facts.vanishedProcesses = monitor.vanishedProcesses();
    facts.differencesAfter = run.differencesAfter();
    facts.closedLoop = !setting.plan.requestsPerSecond.has_value();
    facts.keepAlive = setting.workload.keepAlive;
    facts.busiestGeneratorShare = result.busiestThreadShare;
    facts.firstError = QString::fromStdString(result.firstError);
    facts.reconnects = result.errors.reconnects;
    facts.latestFirstAnswerSeconds = seconds(result.fairness.latestFirstAnswer);

    results::Round &round = run.round();
    take(result, run.outcome(), round);
    round.memory = monitor.memory();
    round.cpuMicrosecondsPerRequest = monitor.cpuMicrosecondsPerRequest();
    round.samples = monitor.takeSamples();
    run.conclude(results::roundFlags(round, facts));
}

milliseconds loadRoundTime(const results::BenchmarkPlan &plan)
{
    constexpr milliseconds kStartCheckAndStop{1'000};
    // Most servers are steady after two seconds; less does not suffice to find out.
    constexpr milliseconds kUsualWarmUp{2'000};
    return kStartCheckAndStop + std::min(plan.warmUpCap, kUsualWarmUp) + plan.duration;
}

} // namespace weighbridge::measure
