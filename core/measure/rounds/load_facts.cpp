// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/load_facts.h"

#include "core/base/duration.h"
#include "core/load/littles_law.h"
#include "core/load/steady_state.h"
#include "core/results/percentile.h"
#include "core/results/validity.h"

#include <chrono>

namespace weighbridge::measure
{

namespace
{

results::SteadyState steadyState(load::SteadyState state)
{
    switch (state) {
    case load::SteadyState::flat:
        return results::SteadyState::flat;
    case load::SteadyState::warmUp:
        return results::SteadyState::warmUp;
    case load::SteadyState::slowdown:
        return results::SteadyState::slowdown;
    case load::SteadyState::noSteadyState:
        return results::SteadyState::noSteadyState;
    }
    Q_UNREACHABLE();
}

results::OpenLoopFacts openLoopFacts(const load::LoadResult &result)
{
    const load::OpenLoopResult &open = *result.openLoop;
    return {open.offeredPerSecond,
            open.offered,
            open.ended,
            result.connectionTime.underWayAtStart,
            result.connectionTime.underWayAtEnd,
            open.pendingPer100ms};
}

results::BodyFacts bodyFacts(const load::Plan &plan, const load::LoadResult &result)
{
    using Standard = results::BodyFacts::Standard;
    const load::ExpectedReply &expected = plan.expected;
    const Standard standard = expected.bodyBytes || expected.bodyHash ? Standard::contract
                              : expected.sameBody                     ? Standard::first
                                                                      : Standard::none;
    return {standard,
            result.bodies.otherLength,
            result.bodies.compared,
            result.bodies.otherContents,
            {}};
}

void addConnections(const load::LoadResult &result, results::LoadFacts &facts)
{
    facts.perConnection.reserve(result.connectionStates.size());
    for (const load::ConnectionState &each : result.connectionStates) {
        results::ConnectionFact fact{each.requests, std::nullopt, each.wasConnected,
                                     each.wrongReplies};
        if (each.age)
            fact.ageSeconds = seconds(*each.age);
        facts.perConnection.push_back(fact);
    }
    facts.leastRequests = static_cast<double>(result.fairness.least);
    facts.mostRequests = static_cast<double>(result.fairness.most);
    facts.jain = result.fairness.jain;
    facts.latestFirstAnswerSeconds = seconds(result.fairness.latestFirstAnswer);
    facts.closedByServer = result.closedByServer;
}

void addGenerator(const load::LoadResult &result, results::LoadFacts &facts)
{
    for (const load::ThreadTime &each : result.threadTimes) {
        results::GeneratorFact fact{seconds(each.cpu) / facts.windowSeconds, std::nullopt};
        if (each.waiting)
            fact.waitShare = seconds(*each.waiting) / facts.windowSeconds;
        facts.generator.push_back(fact);
    }
    facts.pinned = result.pinned;
}

} // namespace

results::LoadFacts loadFacts(const load::Plan &plan, const load::LoadResult &result)
{
    results::LoadFacts facts;
    facts.connections = result.connections;
    facts.keepAlive = plan.keepAlive;
    facts.windowSeconds = seconds(result.window);
    facts.warmUpSeconds = seconds(result.warmUp);
    facts.requests = result.requests;
    facts.requestsPerSecond = result.requestsPerSecond;
    facts.errors = result.errors.total();
    facts.firstError = QString::fromStdString(result.firstError);
    facts.latencySamples = tellingLatency(result).samples();
    facts.p99Seconds = seconds(result.latency.percentile(0.99));
    const load::LittlesLaw law = load::littlesLaw(result);
    facts.busyConnections = law.impliedConnections;
    facts.idleShare = law.idleShare;
    facts.body = bodyFacts(plan, result);
    if (result.requestsPer100ms.size() >= load::kSteadyBins)
        facts.steadyState = steadyState(result.steadyState);
    if (result.openLoop)
        facts.openLoop = openLoopFacts(result);
    addConnections(result, facts);
    if (facts.windowSeconds > 0)
        addGenerator(result, facts);
    return facts;
}

load::LatencyHistogram tellingLatency(const load::LoadResult &result)
{
    if (result.openLoop && results::isOverloaded(openLoopFacts(result)))
        return {};
    return result.latencyWithUnfinished();
}

results::LatencySummary latencySummary(const load::LoadResult &result)
{
    results::LatencySummary summary = summarize(tellingLatency(result));
    if (summary.samples > 0)
        summary.mean = std::chrono::duration<double, std::milli>(result.latency.mean()).count();
    return summary;
}

results::LatencySummary summarize(const load::LatencyHistogram &latency)
{
    const auto milliseconds = [](std::chrono::nanoseconds time) {
        return std::chrono::duration<double, std::milli>(time).count();
    };
    results::LatencySummary summary;
    summary.mean = milliseconds(latency.mean());
    summary.max = milliseconds(latency.max());
    summary.samples = latency.samples();
    for (const results::Percentile &each : results::kPercentiles) {
        if (summary.samples >= results::samplesForPercentile(each.fraction))
            summary.*each.value = milliseconds(latency.percentile(each.fraction));
    }
    return summary;
}

} // namespace weighbridge::measure
