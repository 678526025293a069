// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/server_round.h"

#include "core/load/body_hash.h"
#include "core/measure/process/words.h"
#include "core/measure/servers/conformance.h"
#include "core/measure/servers/page_cache.h"

#include <algorithm>
#include <thread>

namespace weighbridge::measure
{

namespace
{

using std::chrono::duration;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kConformanceTimeout{5'000};

} // namespace

ServerRound::ServerRound(const RoundSetting &setting, const PreparedTarget &target, int number,
                         const RoundObserver &observer, std::stop_token stop)
    : m_setting(setting), m_target(target), m_observer(observer), m_stop(std::move(stop))
{
    m_round.number = number;
}

bool ServerRound::fail(Error error)
{
    m_outcome.failure = std::move(error);
    return false;
}

void ServerRound::tell(Phase phase, double elapsedSeconds, double lengthSeconds) const
{
    if (m_observer.phase)
        m_observer.phase(phase, elapsedSeconds, lengthSeconds);
}

void ServerRound::passOnOutput()
{
    if (!m_observer.log || !m_server)
        return;
    constexpr int kMostLines = 500; // a server that logs each request must not drown the rest
    for (const QString &line : m_server->process().takeLines()) {
        if (m_lines++ < kMostLines)
            m_observer.log(m_target.target.id + QStringLiteral(": ") + line);
    }
}

bool ServerRound::start(int connections)
{
    tell(Phase::starting, 0, 0);
    auto surroundings = Surroundings::create(m_setting.workload.needs, m_setting.plan.databaseUrl,
                                             m_setting.placement.generator, connections, m_stop);
    if (!surroundings)
        return m_stop.stop_requested() ? false : fail(surroundings.error());
    m_surroundings = std::move(surroundings).value();
    fillPageCache();
    auto server =
        ServerProcess::start({m_target, m_setting.plan.profile, m_setting.placement.server,
                              connections, m_surroundings->environment()});
    if (!server)
        return fail(server.error());
    m_server = std::move(server).value();
    m_outcome.command = m_server->command();
    m_outcome.environment = m_server->environment();
    const auto ready = m_server->waitUntilReady(m_setting.plan.startTimeout, m_stop);
    if (!ready)
        return m_stop.stop_requested() ? false : fail(ready.error());
    m_round.startMilliseconds = duration<double, std::milli>(*ready).count();
    return true;
}

/// So that every launch finds its files in the same state: memory and start depend on it. The
/// built-in reference is this program itself, whose pages are in use.
void ServerRound::fillPageCache()
{
    if (m_target.target.builtIn)
        return;
    const auto filled = populatePageCache({m_target.buildFolder, m_target.sourceFolder}, m_stop);
    if (!filled && m_observer.log)
        m_observer.log(Words::tr("%1: memory and start may differ from launch to launch: %2")
                           .arg(m_target.target.id, filled.error().message()));
}

Conformance ServerRound::check()
{
    tell(Phase::checking, 0, 0);
    return checkConformance(m_setting.workload, m_setting.plan.profile, m_server->port(),
                            kConformanceTimeout);
}

bool ServerRound::checkBefore()
{
    const Conformance found = check();
    m_body = found.body;
    m_outcome.replyHeaders = found.headers;
    if (found.pass())
        return true;
    if (!stillRunning(Words::tr("while its answers were checked")))
        return false;
    return fail({Words::tr("%1 does not answer %2 %3 as the contract says: %4")
                     .arg(m_target.target.name, QString::fromLatin1(m_setting.workload.method),
                          QString::fromLatin1(m_setting.workload.path),
                          found.texts().join(QStringLiteral("; "))),
                 Words::tr("Correct the target; weighbridge conformance %1 shows the "
                           "differences")
                     .arg(m_target.target.id),
                 m_server->process().lastOutput()});
}

QStringList ServerRound::differencesAfter()
{
    return check().texts();
}

bool ServerRound::stillRunning(const QString &when)
{
    return m_server->process().running() || fail(m_server->endedError(when));
}

void ServerRound::stop()
{
    if (!m_server)
        return;
    constexpr milliseconds kGraceWhenCancelled{300};
    tell(Phase::stopping, 0, 0);
    passOnOutput();
    if (m_stop.stop_requested())
        m_server->process().stop(kGraceWhenCancelled);
    else
        m_server->stop();
    passOnOutput();
    m_server.reset();
    m_surroundings.reset();
}

bool ServerRound::wait(Phase phase, milliseconds time)
{
    constexpr milliseconds kStep{100};
    const auto begin = steady_clock::now();
    const double length = duration<double>(time).count();
    while (!m_stop.stop_requested()) {
        const auto elapsed = steady_clock::now() - begin;
        if (elapsed >= time)
            return stillRunning(Words::tr("while it had nothing to do"));
        tell(phase, duration<double>(elapsed).count(), length);
        passOnOutput();
        std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(kStep, time - elapsed));
    }
    return false;
}

void ServerRound::addFigure(const char *quantity, double value)
{
    m_round.figures.push_back({QString::fromLatin1(quantity), value});
}

results::RoundFacts ServerRound::facts() const
{
    results::RoundFacts facts;
    facts.server.isReference = m_target.target.builtIn;
    facts.server.ceilingPerSecond = m_setting.ceilingPerSecond;
    facts.machine.connections = m_setting.plan.connections;
    facts.machine.disjointCpus = m_setting.placement.disjoint();
    facts.machine.openFileLimit = m_setting.machine.openFileLimit;
    return facts;
}

load::Plan ServerRound::loadPlan() const
{
    constexpr int kConnectionsPerThread = 32; // fewer do not keep a thread busy
    const WorkloadContract &workload = m_setting.workload;
    load::Plan plan;
    plan.port = m_server->port();
    plan.request.method = workload.method.toStdString();
    plan.request.target = workload.path.toStdString();
    for (const auto &[name, value] : workload.headers)
        plan.request.headers.push_back({name.toStdString(), value.toStdString()});
    plan.request.body = workload.requestBody.toStdString();
    plan.expected.status = workload.status;
    if (workload.constantBody()) {
        plan.expected.bodyBytes = static_cast<std::uint64_t>(m_body.size());
        plan.expected.bodyHash = load::bodyHash(m_body.toStdString());
    }
    plan.seed = m_setting.plan.seed;
    plan.keepAlive = workload.keepAlive;
    plan.connections = m_setting.plan.connections;
    plan.cpus = m_setting.placement.generator;
    plan.threads = std::clamp(plan.connections / kConnectionsPerThread, 1,
                              std::max(1, static_cast<int>(plan.cpus.size())));
    plan.warmUp = m_setting.plan.warmUpCap;
    plan.endWarmUpWhenSteady = true;
    plan.duration = m_setting.plan.duration;
    plan.requestsPerSecond = m_setting.plan.requestsPerSecond;
    return plan;
}

void ServerRound::conclude(std::vector<results::Flag> flags)
{
    m_round.flags = std::move(flags);
    m_outcome.round = m_round;
}

Error toError(const load::Failure &failure)
{
    return {QString::fromStdString(failure.what), QString::fromStdString(failure.remedy), {}};
}

} // namespace weighbridge::measure
