// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/steady_state.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace weighbridge::results
{

/// One connection as the end of the window found it.
struct ConnectionFact {
    std::uint64_t requests = 0;       ///< answered inside the window
    std::optional<double> ageSeconds; ///< of the request under way; none where there is none
    bool wasConnected = true;         ///< at any time
    std::uint64_t wrongReplies = 0;   ///< inside the window: it is served, though not well
};

/// What one load thread had of its CPU, as shares of the window.
struct GeneratorFact {
    double cpuShare = 0;
    std::optional<double> waitShare; ///< ready to run, while something else ran; none: not known
};

struct OpenLoopFacts {
    double duePerSecond = 0; ///< starts that the schedule intended
    std::uint64_t due = 0;
    std::uint64_t ended = 0; ///< answered or failed
    std::uint64_t underWayAtStart = 0;
    std::uint64_t underWayAtEnd = 0;
    /// Due by then, but neither answered nor failed, at the end of each 100 ms of the window.
    std::vector<std::uint64_t> pending;
};

/// What the replies held, looked at during the load.
struct BodyFacts {
    enum class Standard {
        none,     ///< bodies may differ: nothing was compared
        first,    ///< the first reply of this load: the only thing that is known
        contract, ///< the reply that was checked before the load
    };
    Standard standard = Standard::none;
    std::uint64_t otherLength = 0;   ///< of all replies
    std::uint64_t compared = 0;      ///< replies of the sample
    std::uint64_t otherContents = 0; ///< of these
    QString example = {};            ///< in words, what one of them held; may be empty
};

/// What a load shows about itself.
struct LoadFacts {
    int connections = 0;
    bool keepAlive = true; ///< false: closing connections is what was asked for
    double windowSeconds = 0;
    double warmUpSeconds = 0;
    std::uint64_t requests = 0; ///< conforming replies inside the window
    double requestsPerSecond = 0;
    std::uint64_t errors = 0;
    QString firstError;               ///< in words, empty where there were none
    std::uint64_t latencySamples = 0; ///< of the percentiles
    double p99Seconds = 0;            ///< of the requests that were answered
    double busyConnections = 0;       ///< had a request under way, on average
    double idleShare = 0;             ///< of the connections' time: had none (closed loop)
    std::vector<ConnectionFact> perConnection;
    double leastRequests = 0; ///< of one connection
    double mostRequests = 0;
    double jain = 1; ///< index of fairness, 1/n … 1
    double latestFirstAnswerSeconds = 0;
    std::uint64_t closedByServer = 0;
    std::optional<SteadyState> steadyState; ///< none: too short to say
    std::vector<GeneratorFact> generator;
    bool pinned = true; ///< the load threads run on the CPUs that were meant for them
    BodyFacts body;
    std::optional<OpenLoopFacts> openLoop; ///< open loop only
};

/// What is known of the server, besides what its replies say.
struct ServerFacts {
    bool isReference = false;     ///< the built-in one is the ceiling itself
    double ceilingPerSecond = 0;  ///< of the reference server in this run; 0 where not known
    int vanishedProcesses = 0;    ///< of its tree, during the load
    QStringList differencesAfter; ///< from the contract, after the load
};

/// What else happened on the machine meanwhile.
struct MachineFacts {
    /// Of all CPUs, by processes that are neither ours nor the server's; none: not known.
    std::optional<double> foreignCpuShare;
    double stolenCpuShare = 0;         ///< taken by the hypervisor
    double clockJumpSeconds = 0;       ///< wall clock against steady clock, or time asleep
    std::int64_t quotaPeriods = 0;     ///< of the CPU quota that throttled us most
    std::int64_t throttledPeriods = 0; ///< of these: in which it did
    double throttledSeconds = 0;
    bool disjointCpus = true;       ///< generator and server each have their own
    std::int64_t openFileLimit = 0; ///< 0 where not known
    int connections = 0;
};

/// All that is known about one round of a load.
struct RoundFacts {
    LoadFacts load;
    ServerFacts server;
    MachineFacts machine;
};

/// Clients that read a stream of events each.
struct StreamFacts {
    int clients = 0;
    int complete = 0; ///< had all events in time
    int wrong = 0;    ///< got other events than the contract says
};

/// Connections that wait, doing nothing.
struct HeldFacts {
    int wanted = 0;
    int made = 0;
    int alive = 0;         ///< at the end
    QString obstacle = {}; ///< why the next one could not be made; empty: the limit of open files
};

/// What is known about the repetition of rounds besides their figures.
struct RepetitionFacts {
    int plannedRounds = 0;
    QString measured = QStringLiteral("throughput"); ///< what TargetResult::spread is of
    bool varies = true;   ///< whether another round could come out differently
    QString failure = {}; ///< why a later round could not be measured; empty where none failed
};

} // namespace weighbridge::results
