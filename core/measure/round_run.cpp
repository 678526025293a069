// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/round_run.h"

#include "core/load/littles_law.h"
#include "core/load/load_run.h"
#include "core/measure/server_process.h"
#include "core/measure/surroundings.h"
#include "core/measure/tree_monitor.h"
#include "core/measure/validity.h"

#include <algorithm>

#include <sys/resource.h>
#include <time.h>

namespace weighbridge::measure
{

namespace
{

using std::chrono::duration;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr milliseconds kConformanceTimeout{5'000};
constexpr std::uint64_t kSamplesForP999 = 10'000;
constexpr std::uint64_t kSamplesForP9999 = 100'000;

double seconds(nanoseconds time)
{
    return duration<double>(time).count();
}
double toMilliseconds(nanoseconds time)
{
    return duration<double, std::milli>(time).count();
}

nanoseconds clockTime(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::seconds(now.tv_sec) + nanoseconds(now.tv_nsec);
}

nanoseconds ownCpuTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &time) {
        return nanoseconds(std::chrono::seconds(time.tv_sec) +
                           std::chrono::microseconds(time.tv_usec));
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

/// The state of clocks and CPUs, to be compared before and after.
struct MachineState {
    SystemCpu cpu;
    nanoseconds own;
    nanoseconds tree;
    nanoseconds steady;
    nanoseconds wall;
    nanoseconds sinceBoot;
};

MachineState machineState(const ProcReader &reader, nanoseconds treeCpu)
{
    return {systemCpu(reader),
            ownCpuTime(),
            treeCpu,
            clockTime(CLOCK_MONOTONIC),
            clockTime(CLOCK_REALTIME),
            clockTime(CLOCK_BOOTTIME)};
}

void compareStates(const MachineState &before, const MachineState &after, RoundFacts &facts)
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

load::Plan loadPlan(const RoundSetting &setting, std::uint16_t port, qsizetype bodyBytes)
{
    constexpr int kConnectionsPerThread = 32; // fewer do not keep a thread busy
    load::Plan plan;
    plan.port = port;
    plan.request.method = setting.workload.method.toStdString();
    plan.request.target = setting.workload.path.toStdString();
    for (const auto &[name, value] : setting.workload.headers)
        plan.request.headers.push_back({name.toStdString(), value.toStdString()});
    plan.request.body = setting.workload.requestBody.toStdString();
    plan.expected.status = setting.workload.status;
    if (setting.workload.constantLength())
        plan.expected.bodyBytes = static_cast<std::uint64_t>(bodyBytes);
    plan.connections = setting.plan.connections;
    plan.cpus = setting.placement.generator;
    plan.threads = std::clamp(plan.connections / kConnectionsPerThread, 1,
                              std::max(1, static_cast<int>(plan.cpus.size())));
    plan.warmUp = setting.plan.warmUpCap;
    plan.endWarmUpWhenSteady = true;
    plan.duration = setting.plan.duration;
    plan.requestsPerSecond = setting.plan.requestsPerSecond;
    return plan;
}

Error toError(const load::Failure &failure)
{
    return {QString::fromStdString(failure.what), QString::fromStdString(failure.remedy), {}};
}

/// One launch, step by step. Each step says whether to go on.
class RoundRun
{
public:
    RoundRun(const RoundSetting &setting, const PreparedTarget &target, int number,
             const RoundObserver &observer, std::stop_token stop)
        : m_setting(setting), m_target(target), m_observer(observer), m_stop(std::move(stop))
    {
        m_round.number = number;
    }

    RoundOutcome run()
    {
        if (start() && checkBefore())
            measure();
        m_outcome.cancelled = m_stop.stop_requested();
        if (m_server) {
            tell(Phase::stopping, 0, 0);
            passOnOutput();
            m_outcome.cancelled ? m_server->process().stop(milliseconds(300)) : m_server->stop();
            passOnOutput();
        }
        return std::move(m_outcome);
    }

private:
    bool fail(Error error)
    {
        m_outcome.failure = std::move(error);
        return false;
    }
    void tell(Phase phase, double elapsed, double length) const
    {
        if (m_observer.phase)
            m_observer.phase(phase, elapsed, length);
    }
    void passOnOutput()
    {
        if (!m_observer.log || !m_server)
            return;
        constexpr int kMostLines = 500; // a server that logs each request must not drown the rest
        for (const QString &line : m_server->process().takeLines()) {
            if (m_lines++ < kMostLines)
                m_observer.log(m_target.target.id + QStringLiteral(": ") + line);
        }
    }

    bool start()
    {
        tell(Phase::starting, 0, 0);
        auto surroundings =
            Surroundings::create(m_setting.workload.needs, m_setting.plan.databaseUrl,
                                 m_setting.placement.generator, m_setting.plan.connections, m_stop);
        if (!surroundings)
            return m_stop.stop_requested() ? false : fail(surroundings.error());
        m_surroundings = std::move(surroundings).value();
        auto server =
            ServerProcess::start({m_target, m_setting.plan.profile, m_setting.placement.server,
                                  m_setting.plan.connections, m_surroundings->environment()});
        if (!server)
            return fail(server.error());
        m_server = std::move(server).value();
        m_outcome.command = m_server->command();
        m_outcome.environment = m_server->environment();
        const auto ready = m_server->waitUntilReady(m_setting.plan.startTimeout, m_stop);
        if (!ready)
            return m_stop.stop_requested() ? false : fail(ready.error());
        m_round.startMilliseconds = toMilliseconds(*ready);
        return true;
    }

    Conformance check()
    {
        tell(Phase::checking, 0, 0);
        return checkConformance(m_setting.workload, m_setting.plan.profile, m_server->port(),
                                kConformanceTimeout);
    }

    bool checkBefore()
    {
        const Conformance found = check();
        m_bodyBytes = found.bodyBytes;
        if (found.pass())
            return true;
        if (!m_server->process().running())
            return fail(m_server->endedError(QStringLiteral("while its answers were checked")));
        return fail(
            {QStringLiteral("%1 does not answer %2 %3 as the contract says: %4")
                 .arg(m_target.target.name, QString::fromLatin1(m_setting.workload.method),
                      QString::fromLatin1(m_setting.workload.path),
                      found.texts().join(QStringLiteral("; "))),
             QStringLiteral("Correct the target; weighbridge conformance %1 shows the differences")
                 .arg(m_target.target.id),
             m_server->process().lastOutput()});
    }

    void measure()
    {
        TreeMonitor monitor(*m_setting.reader, m_server->process().watchdogPid());
        monitor.measureIdle();
        const MachineState before = machineState(*m_setting.reader, monitor.cpuTime());

        std::stop_source ended;
        const std::stop_callback forward(m_stop, [&ended] { ended.request_stop(); });
        const auto onSnapshot = [&](const load::Snapshot &snapshot) {
            show(monitor.add(snapshot), snapshot);
            passOnOutput();
            if (!m_server->process().running())
                ended.request_stop();
        };
        load::Outcome outcome = load::run(loadPlan(m_setting, m_server->port(), m_bodyBytes),
                                          ended.get_token(), onSnapshot);
        if (m_stop.stop_requested())
            return;
        if (!m_server->process().running()) {
            fail(m_server->endedError(QStringLiteral("during the load")));
            return;
        }
        if (const auto *failure = std::get_if<load::Failure>(&outcome)) {
            fail(toError(*failure));
            return;
        }
        monitor.finish();
        const MachineState after = machineState(*m_setting.reader, monitor.cpuTime());
        RoundFacts facts;
        compareStates(before, after, facts);
        facts.vanishedProcesses = monitor.vanishedProcesses();
        facts.differencesAfter = check().texts();
        conclude(std::get<load::Result>(outcome), monitor, facts);
    }

    void show(const Sample &sample, const load::Snapshot &snapshot)
    {
        const double now = seconds(snapshot.sinceStart);
        if (!snapshot.warmingUp && m_windowStart < 0)
            m_windowStart = now;
        if (snapshot.warmingUp)
            tell(Phase::warmingUp, now, seconds(m_setting.plan.warmUpCap));
        else
            tell(Phase::measuring, now - m_windowStart, seconds(m_setting.plan.duration));
        if (m_observer.sample)
            m_observer.sample(sample, summarize(snapshot.latency));
    }

    void conclude(const load::Result &result, TreeMonitor &monitor, RoundFacts &facts)
    {
        m_outcome.latency = result.latencyWithUnfinished();
        m_outcome.latencySamples = result.latency.samples();
        m_outcome.latencySum =
            result.latency.mean() * static_cast<std::int64_t>(m_outcome.latencySamples);
        m_round.requestsPerSecond = result.requestsPerSecond;
        m_round.requests = result.requests;
        m_round.errors = result.errors.total();
        m_round.latency = summarize(m_outcome.latency.percentiles());
        m_round.latency.mean = toMilliseconds(result.latency.mean());
        m_round.memory = monitor.memory();
        m_round.cpuMicrosecondsPerRequest = monitor.cpuMicrosecondsPerRequest();
        m_round.generatorCpuMicrosecondsPerRequest = result.cpuMicrosecondsPerRequest;
        m_round.warmUpSeconds = seconds(result.warmUp);
        m_round.steadiness = steadinessName(result.steadyState);
        const load::LittlesLaw law = load::littlesLaw(result);
        m_round.littlesLaw = {law.impliedConnections, law.impliedConnections / result.connections};
        m_round.leastRequestsPerConnection = static_cast<double>(result.fairness.least);
        m_round.mostRequestsPerConnection = static_cast<double>(result.fairness.most);
        m_round.jainFairness = result.fairness.jain;
        m_round.samples = monitor.takeSamples();

        facts.connections = m_setting.plan.connections;
        facts.isReference = m_target.target.builtIn;
        facts.closedLoop = !m_setting.plan.requestsPerSecond.has_value();
        facts.ceilingPerSecond = m_setting.ceilingPerSecond;
        facts.busiestGeneratorShare = result.busiestThreadShare;
        facts.firstError = QString::fromStdString(result.firstError);
        facts.reconnects = result.errors.reconnects;
        facts.latestFirstAnswerSeconds = seconds(result.fairness.latestFirstAnswer);
        facts.disjointCpus = m_setting.placement.disjoint();
        facts.openFileLimit = m_setting.machine.openFileLimit;
        m_round.flags = roundFlags(m_round, facts);
        m_outcome.round = m_round;
    }

    const RoundSetting &m_setting;
    const PreparedTarget &m_target;
    const RoundObserver &m_observer;
    std::stop_token m_stop;
    std::optional<Surroundings> m_surroundings; // outlives the server, which uses it
    std::optional<ServerProcess> m_server;
    Round m_round;
    RoundOutcome m_outcome;
    qsizetype m_bodyBytes = 0;
    double m_windowStart = -1;
    int m_lines = 0;
};

} // namespace

LatencySummary summarize(const load::LatencyPercentiles &percentiles)
{
    LatencySummary summary;
    summary.samples = percentiles.samples;
    summary.mean = toMilliseconds(percentiles.mean);
    summary.p50 = toMilliseconds(percentiles.p50);
    summary.p75 = toMilliseconds(percentiles.p75);
    summary.p90 = toMilliseconds(percentiles.p90);
    summary.p99 = toMilliseconds(percentiles.p99);
    if (percentiles.samples >= kSamplesForP999)
        summary.p999 = toMilliseconds(percentiles.p999);
    if (percentiles.samples >= kSamplesForP9999)
        summary.p9999 = toMilliseconds(percentiles.p9999);
    summary.max = toMilliseconds(percentiles.max);
    return summary;
}

RoundOutcome runRound(const RoundSetting &setting, const PreparedTarget &target, int number,
                      const RoundObserver &observer, std::stop_token stop)
{
    return RoundRun(setting, target, number, observer, std::move(stop)).run();
}

double measureCeiling(const RoundSetting &setting, const PreparedTarget &reference,
                      const RoundObserver &observer, std::stop_token stop)
{
    RoundSetting calibration = setting;
    calibration.plan.warmUpCap = milliseconds(1'000);
    calibration.plan.duration = std::min(setting.plan.duration, milliseconds(1'000));
    calibration.plan.requestsPerSecond.reset();
    calibration.workload = *findWorkload(u"json");
    RoundObserver quiet;
    quiet.log = observer.log;
    const RoundOutcome outcome = runRound(calibration, reference, 1, quiet, std::move(stop));
    if (outcome.failure && observer.log)
        observer.log(QStringLiteral("The load generator could not be calibrated: ") +
                     outcome.failure->message());
    return outcome.round ? outcome.round->requestsPerSecond : 0;
}

} // namespace weighbridge::measure
