// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/event_loop.h"
#include "core/http/socket_address.h"
#include "core/load/body_hash.h"
#include "core/load/clock.h"
#include "core/load/connection.h"
#include "core/load/pacing.h"
#include "core/load/plan.h"
#include "core/load/tally.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace weighbridge::load
{

inline constexpr std::chrono::milliseconds kBin{100};

/// The body of the first reply of a run, where it is what the others are compared with. Whichever
/// thread has it first says what it is.
struct FirstBody {
    static constexpr std::uint64_t kNone = UINT64_MAX;
    std::atomic<std::uint64_t> bytes{kNone};
    std::atomic<std::uint64_t> hash{kNone};
    /// `*value` becomes `mine` where nobody said before; returns what it is then.
    static std::uint64_t agree(std::atomic<std::uint64_t> &value, std::uint64_t mine)
    {
        std::uint64_t known = value.load(std::memory_order_acquire);
        if (known != kNone)
            return known;
        return value.compare_exchange_strong(known, mine) ? mine : known;
    }
};

/// What the threads of a run share. Written by the controller only, the atomics while they run.
struct RunControl {
    Plan plan;
    http::SocketAddress address;
    std::string request;            ///< the bytes to send
    Pacing *pacing = nullptr;       ///< none: closed loop
    FirstBody *firstBody = nullptr; ///< none: the plan says what is expected
    Time epoch{};                   ///< bin i begins i · kBin later
    std::atomic<bool> mayAsk{
        false}; ///< closed loop: every connection had its chance to be accepted
    std::atomic<Time> windowStart{Time::max()};
    std::atomic<Time> windowEnd{Time::max()}; ///< the run is over, wherever it is
};

/// A thread's figures as of the end of the last bin.
struct BinProgress {
    bool inWindow = false;
    std::uint64_t requests = 0;
    ErrorCounts errors;
    LatencyHistogram latency;
    std::vector<std::uint32_t> bins;  ///< conforming replies of each whole bin since the epoch
    std::vector<std::uint32_t> ended; ///< open loop: requests that ended, of each whole bin
};

/// Keeps its share of the connections busy: receive, parse, send, in place, with one receive buffer
/// for all of them. run() is the thread; the members marked so may be called from another.
class LoadThread
{
public:
    LoadThread(const RunControl &control, int index, int connections);
    ~LoadThread();
    LoadThread(const LoadThread &) = delete;
    LoadThread &operator=(const LoadThread &) = delete;

    void run();

    /// Any thread: connections that were made or have failed at least once; that are open now.
    [[nodiscard]] int attemptedConnections() const { return m_attempted.load(); }
    [[nodiscard]] int openConnections() const { return m_open.load(std::memory_order_relaxed); }
    /// Any thread: whether any connection was ever made.
    [[nodiscard]] bool wasConnected() const { return m_wasConnected.load(); }
    /// Any thread: adds this thread's figures to `total`, which keeps the bins that both have.
    void addProgress(BinProgress &total, bool isFirst) const;

    // After run() has returned.
    [[nodiscard]] const Tally &tally() const { return m_tally; }
    [[nodiscard]] const LatencyHistogram &unfinished() const { return m_unfinished; }
    [[nodiscard]] const std::vector<Connection> &connections() const { return m_connections; }
    [[nodiscard]] std::chrono::nanoseconds latestFirstAnswer() const { return m_latestFirstAnswer; }
    [[nodiscard]] const BodyCheck &bodies() const { return m_bodies; }
    [[nodiscard]] const ConnectionTime &connectionTime() const { return m_connectionTime; }
    [[nodiscard]] std::vector<ConnectionState> connectionStates() const;
    [[nodiscard]] ThreadTime threadTime() const;
    [[nodiscard]] const std::string &firstError() const { return m_firstError; }
    [[nodiscard]] std::uint64_t requestsBeforeWindow() const { return m_requestsBeforeWindow; }
    [[nodiscard]] std::uint64_t startsBeforeWindow() const { return m_startsBeforeWindow; }
    [[nodiscard]] std::uint64_t starts() const { return m_starts; }
    [[nodiscard]] bool couldBePinned() const { return m_couldBePinned; }

private:
    enum class Phase { warmUp, window, over };
    using Counter = std::uint64_t ErrorCounts::*;
    /// Since the thread began.
    struct Usage {
        std::chrono::nanoseconds cpu{};
        std::optional<std::chrono::nanoseconds> waiting;
    };
    static Usage usage();

    // load_thread.cpp: time
    void becomeLoadThread();
    void atBoundary(Time now);
    void enterWindow();
    void endBin();
    void finish(Time now);
    void updateCoalescing();
    void askAll(Time now);
    void keepHouse(Time now);
    void openSome(Time now);
    void sweep(Time now);
    [[nodiscard]] std::chrono::nanoseconds patience(Time now) const;
    [[nodiscard]] std::optional<Time> begun(const Connection &connection) const;

    // load_thread_io.cpp: connections
    void handle(const http::EventLoop::Event &event);
    void open(Connection &connection, Time now);
    void established(Connection &connection, Time now);
    void ready(Connection &connection, Time now);
    void dispatch(Time now);
    void start(Connection &connection, Time intended, Time now);
    void send(Connection &connection, Time now);
    void receive(Connection &connection, bool ended);
    void endOfStream(Connection &connection, Time now);
    void complete(Connection &connection, bool ended, Time now);
    void count(Connection &connection, Time now);
    void countEnd(const Connection &connection, Time now);
    void fail(Connection &connection, Counter error, const char *what, int code, Time now);
    void reopenLater(Connection &connection, Time now);
    void disconnect(Connection &connection);
    void attemptedOne(Connection &connection);
    void pushFree(Connection &connection);
    Connection *popFree();

    // load_thread_bodies.cpp: what the replies hold
    void sampleSome(const Connection &connection);
    [[nodiscard]] bool hasExpectedBody(std::uint64_t bytes, std::optional<std::uint64_t> hash);
    [[nodiscard]] std::optional<std::uint64_t> sampledHash(const Connection &connection);
    void compareContents(std::uint64_t hash);

    const RunControl &m_control;
    int m_index;
    http::ResponseParser::BodyRule m_bodyRule;
    http::EventLoop m_loop;
    std::vector<Connection> m_connections;
    std::vector<char> m_buffer;
    std::vector<std::uint32_t> m_free; ///< ring of indices of idle connections, as long as all
    std::size_t m_freeBegin = 0;
    std::size_t m_freeCount = 0;

    Phase m_phase = Phase::warmUp;
    bool m_mayAsk = false;
    Time m_windowStart = Time::max();
    Time m_windowEnd = Time::max();
    Time m_binEnd;
    Time m_boundary; ///< the earliest of the three
    Time m_nextHousekeeping{};
    Time m_nextSweep{};
    Time m_claimed = Time::max(); ///< open loop: the start that waits for its time
    std::chrono::nanoseconds m_coalescing{};
    std::size_t m_neverOpened = 0; ///< index of the first connection without an attempt
    std::size_t m_waiting = 0;     ///< connections that are to be opened again

    BodySample m_sample;
    const Connection *m_sampled = nullptr; ///< whose reply is being looked at
    std::uint64_t m_samples = 0;
    std::uint64_t m_untilSample = 1; ///< replies
    std::uint64_t m_random;
    BodyCheck m_bodies;

    Tally m_tally;
    LatencyHistogram m_unfinished;
    LatencyHistogram m_latencyAtBin; ///< copy of the latency when coalescing was last decided
    std::uint32_t m_binRequests = 0;
    std::uint32_t m_binEnded = 0;
    std::uint64_t m_requestsBeforeWindow = 0;
    std::uint64_t m_starts = 0;
    std::uint64_t m_startsBeforeWindow = 0;
    std::chrono::nanoseconds m_latestFirstAnswer{};
    ConnectionTime m_connectionTime;
    Usage m_usageAtStart;
    Usage m_usageAtEnd;
    std::string m_firstError;
    bool m_couldBePinned = true;

    std::atomic<int> m_attempted{0};
    std::atomic<int> m_open{0};
    std::atomic<bool> m_wasConnected{false};
    mutable std::mutex m_mutex;
    BinProgress m_progress; ///< guarded by m_mutex
};

} // namespace weighbridge::load
