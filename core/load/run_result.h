// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/latency_histogram.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace weighbridge::load
{

/// What went wrong, by kind; inside the window only.
struct ErrorCounts {
    std::uint64_t connect = 0;   ///< refused, unreachable, or not established in time
    std::uint64_t read = 0;      ///< the connection broke or ended before the reply was complete
    std::uint64_t write = 0;     ///< the request could not be sent
    std::uint64_t timeout = 0;   ///< no complete reply in time
    std::uint64_t status = 0;    ///< a complete reply with another status than the expected one
    std::uint64_t malformed = 0; ///< not HTTP/1.1, or beyond the limits of the parser
    std::uint64_t wrongBody = 0; ///< the right status, but another length of the body
    /// Connections opened again after an error or because the server closed them. Not an error.
    std::uint64_t reconnects = 0;

    /// All errors, without `reconnects`.
    [[nodiscard]] std::uint64_t total() const
    {
        return connect + read + write + timeout + status + malformed + wrongBody;
    }
    ErrorCounts &operator+=(const ErrorCounts &other);
    bool operator==(const ErrorCounts &) const = default;
};

/// Complete replies by class of status. Interim (1xx) replies precede a final one and count extra.
struct StatusCounts {
    std::uint64_t informational = 0;
    std::uint64_t success = 0;
    std::uint64_t redirect = 0;
    std::uint64_t clientError = 0;
    std::uint64_t serverError = 0;

    StatusCounts &operator+=(const StatusCounts &other);
    bool operator==(const StatusCounts &) const = default;
};

/// How evenly the server served the connections. Jain's index (Jain, Chiu, Hawe 1984) is 1 when all
/// got the same and 1/n when one got everything; it is 1 when nobody got anything.
struct Fairness {
    std::uint64_t least = 0; ///< requests of the connection that got the fewest
    std::uint64_t most = 0;
    double jain = 1;
    /// The longest wait of a connection from its first request to its first reply, from the start
    /// of the run on; a connection that was never answered counts with its wait so far.
    std::chrono::nanoseconds latestFirstAnswer{};
    bool operator==(const Fairness &) const = default;
};

/// Where the time of the connections went inside the window. In a closed loop the sum of busy() and
/// of what the generator left idle (reconnecting, waiting before a new attempt) is N·T.
struct ConnectionTime {
    std::chrono::nanoseconds ended{};       ///< of requests that ended in it, whatever came of them
    std::chrono::nanoseconds agesAtStart{}; ///< of the requests that were under way at its start
    std::chrono::nanoseconds agesAtEnd{};
    std::uint64_t underWayAtStart = 0;
    std::uint64_t underWayAtEnd = 0;

    /// The part of all requests that lies inside the window.
    [[nodiscard]] std::chrono::nanoseconds busy() const { return ended + agesAtEnd - agesAtStart; }
    ConnectionTime &operator+=(const ConnectionTime &other);
    bool operator==(const ConnectionTime &) const = default;
};

/// One connection as the end of the window found it.
struct ConnectionState {
    std::uint64_t requests = 0; ///< conforming replies inside the window
    /// Of the request that is under way; none where there is none.
    std::optional<std::chrono::nanoseconds> age;
    bool wasConnected = false;      ///< at any time
    std::uint64_t wrongReplies = 0; ///< of another status or body, inside the window
    bool operator==(const ConnectionState &) const = default;
};

/// The bodies of all replies with the right status, the warm-up's too, beside the one that was
/// expected: the length of each, the contents of a seeded sample. Other contents are no errors
/// here: JSON may say the same in another order.
struct BodyCheck {
    std::uint64_t otherLength = 0;
    std::uint64_t compared = 0;      ///< replies in the sample that had the right length
    std::uint64_t otherContents = 0; ///< of these
    std::string firstOther;          ///< the first of these bodies, as far as it was kept (64 KiB)

    BodyCheck &operator+=(const BodyCheck &other);
    bool operator==(const BodyCheck &) const = default;
};

/// What one load thread had of its CPU inside the window.
struct ThreadTime {
    std::chrono::nanoseconds cpu{};
    /// In the run queue: ready to run while something else ran. None where the kernel keeps no
    /// count of it.
    std::optional<std::chrono::nanoseconds> waiting;
    bool operator==(const ThreadTime &) const = default;
};

/// What the throughput did from the start of the warm-up on (Barrett et al. 2017).
enum class SteadyState { flat, warmUp, slowdown, noSteadyState };

/// The open loop beside its schedule, inside the window.
struct OpenLoopResult {
    std::uint64_t offered = 0;        ///< starts that the schedule intended
    double offeredPerSecond = 0;      ///< `offered` per second of the window
    std::uint64_t ended = 0;          ///< requests with a reply or a failure
    std::uint64_t backlogAtStart = 0; ///< intended but not yet sent when the window began
    std::uint64_t backlogAtEnd = 0;
    LatencyHistogram serviceTime; ///< from the sending instead of from the intended start
    LatencyHistogram sendLag;     ///< sending − intended start
    /// Intended by then, but neither answered nor failed, at the end of each 100 ms of the window.
    std::vector<std::uint64_t> pendingPer100ms;
    bool operator==(const OpenLoopResult &) const = default;
};

/// The state of a run, at most 10 times a second. Cumulative figures belong to the present phase.
struct Snapshot {
    std::chrono::nanoseconds sinceStart{};
    bool warmingUp = false;
    std::uint64_t requests = 0;   ///< in this phase so far
    double requestsPerSecond = 0; ///< since the last snapshot
    int openConnections = 0;
    ErrorCounts errors;       ///< in this phase so far
    LatencyHistogram latency; ///< in this phase so far
    bool operator==(const Snapshot &) const = default;
};

/// The figures of one run. Only conforming replies that were completed inside the window are
/// requests; what comes in while the run ends is not counted.
struct LoadResult {
    int connections = 0;
    int threads = 0;
    std::chrono::nanoseconds window{};     ///< as measured; shorter than planned when interrupted
    std::chrono::nanoseconds connecting{}; ///< until every connection was made or had failed once
    std::chrono::nanoseconds warmUp{};     ///< as it was, from the end of `connecting` on
    bool interrupted = false;              ///< stopped from outside before the window was over
    std::uint64_t requests = 0;
    std::uint64_t requestsBeforeWindow = 0; ///< since the first connection, warm-up included
    double requestsPerSecond = 0;
    std::uint64_t transferBytes = 0; ///< received, heads included
    /// Raw values, never back-filled. In open loop from the intended start.
    LatencyHistogram latency;
    /// The age at the end of the window of each request that had no complete reply by then.
    LatencyHistogram unfinished;
    ErrorCounts errors;
    StatusCounts status;
    BodyCheck bodies;
    std::uint64_t closedByServer = 0; ///< connections that the other side ended
    Fairness fairness;
    ConnectionTime connectionTime;
    std::vector<ConnectionState> connectionStates;
    std::optional<OpenLoopResult> openLoop; ///< open loop only
    std::chrono::nanoseconds cpuTime{};     ///< of all load threads, inside the window
    double cpuMicrosecondsPerRequest = 0;
    std::vector<ThreadTime> threadTimes;
    bool pinned = true; ///< false: a thread could not be kept on the CPU that the plan names
    SteadyState steadyState = SteadyState::flat;
    /// Conforming replies per 100 ms, from the start of the warm-up on, whole bins only.
    std::vector<std::uint64_t> requestsPer100ms;
    std::size_t windowFirstBin = 0; ///< index of the first bin that lies wholly in the window
    std::string firstError;         ///< in words, of the first error of the run; empty if none

    /// `latency` with the unfinished requests that are already slower than its median, at their
    /// age: percentiles from this one do not hide a stall that was still going on at the end.
    [[nodiscard]] LatencyHistogram latencyWithUnfinished() const;
    bool operator==(const LoadResult &) const = default;
};

/// Why there is no result, in words for a person.
struct Failure {
    std::string what;
    std::string remedy;
    bool operator==(const Failure &) const = default;
};

} // namespace weighbridge::load
