// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/validity.h"

#include <vector>

/// Facts of made-up loads, for the tests of the judge.
namespace weighbridge::testing
{

/// Of a load that there is nothing to say against.
inline results::RoundFacts cleanFacts()
{
    results::RoundFacts facts;
    results::LoadFacts &load = facts.load;
    load.connections = 1000;
    load.windowSeconds = 10;
    load.warmUpSeconds = 1;
    load.requests = 400'000;
    load.requestsPerSecond = 40'000;
    load.latencySamples = 400'000;
    load.p99Seconds = 0.04;
    load.busyConnections = 1000;
    load.perConnection.assign(1000, {400, 0.02, true});
    load.leastRequests = 390;
    load.mostRequests = 410;
    load.jain = 0.999;
    load.latestFirstAnswerSeconds = 0.1;
    load.steadyState = results::SteadyState::flat;
    load.generator = {{0.5, 0.01}};
    facts.server.ceilingPerSecond = 130'000;
    facts.machine.foreignCpuShare = 0.01;
    facts.machine.openFileLimit = 20'000;
    facts.machine.connections = 1000;
    return facts;
}

/// A schedule that a server keeps up with, `inFlight` requests always under way.
inline results::OpenLoopFacts keptUp(double duePerSecond, double seconds, std::uint64_t inFlight)
{
    results::OpenLoopFacts facts;
    facts.duePerSecond = duePerSecond;
    facts.due = static_cast<std::uint64_t>(duePerSecond * seconds);
    facts.ended = facts.due;
    facts.underWayAtStart = facts.underWayAtEnd = inFlight;
    facts.pending.assign(static_cast<std::size_t>(seconds * 10), inFlight);
    return facts;
}

/// One that answers `share` of what is due, on few connections.
inline results::OpenLoopFacts leftBehind(double duePerSecond, double seconds, double share)
{
    results::OpenLoopFacts facts = keptUp(duePerSecond, seconds, 10);
    facts.ended = static_cast<std::uint64_t>(static_cast<double>(facts.due) * share);
    for (std::size_t i = 0; i < facts.pending.size(); ++i)
        facts.pending[i] += static_cast<std::uint64_t>(duePerSecond / 10 * (1 - share) *
                                                       static_cast<double>(i + 1));
    return facts;
}

/// Null where there is none.
inline const results::Flag *find(const std::vector<results::Flag> &flags, results::FlagId id)
{
    for (const results::Flag &flag : flags) {
        if (flag.id == id)
            return &flag;
    }
    return nullptr;
}

} // namespace weighbridge::testing
