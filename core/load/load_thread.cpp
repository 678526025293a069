// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/load_thread.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace weighbridge::load
{

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace
{

constexpr auto kHousekeeping = 10ms;
constexpr auto kSweep = 100ms;
/// Connections opened at once: a listener's queue (128 on many systems) must not overflow, because
/// the kernel repeats a refused handshake only after a second.
constexpr std::size_t kOpenAtOnce = 64;
constexpr std::size_t kReceiveBytes = 64 * 1024;
constexpr auto kLongestCoalescing = 100us;
constexpr auto kShortestCoalescing = 10us; // below, sleeping costs more than it saves
constexpr std::size_t kLeastInFlight = 64;
constexpr std::size_t kBunch = 64; // so many replies at once are bunch enough
constexpr int kLatencyShare = 50;  // at most 2 % of the median latency

nanoseconds threadCpuTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

/// The second figure of the calling thread's schedstat (proc(5)): nanoseconds in the run queue.
std::optional<nanoseconds> runQueueTime()
{
    const int file = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return std::nullopt;
    std::array<char, 96> text{};
    const ssize_t size = read(file, text.data(), text.size());
    close(file);
    const char *const end = text.data() + std::max<ssize_t>(size, 0);
    const char *const blank = std::find(static_cast<const char *>(text.data()), end, ' ');
    std::int64_t waiting = 0;
    if (blank == end || std::from_chars(blank + 1, end, waiting).ec != std::errc())
        return std::nullopt;
    return nanoseconds(waiting);
}

} // namespace

LoadThread::LoadThread(const RunControl &control, int index, int connections)
    : m_control(control),
      m_index(index),
      m_bodyRule(control.plan.request.method == "HEAD"
                     ? http::ResponseParser::BodyRule::neverHasBody
                     : http::ResponseParser::BodyRule::mayHaveBody),
      m_connections(static_cast<std::size_t>(connections)),
      m_buffer(kReceiveBytes),
      m_free(control.pacing ? m_connections.size() : 0),
      m_binEnd(control.epoch + kBin),
      m_boundary(m_binEnd),
      m_random((control.plan.seed + static_cast<std::uint64_t>(index)) * 2 + 1)
{
}

LoadThread::~LoadThread()
{
    for (Connection &connection : m_connections) {
        if (connection.socket >= 0)
            close(connection.socket);
    }
}

void LoadThread::run()
{
    becomeLoadThread();
    std::size_t count = 0;
    while (m_phase != Phase::over) {
        const auto now = Clock::now();
        m_windowStart = m_control.windowStart.load(std::memory_order_acquire);
        m_windowEnd = m_control.windowEnd.load(std::memory_order_acquire);
        m_boundary = std::min(
            {m_phase == Phase::warmUp ? m_windowStart : Time::max(), m_windowEnd, m_binEnd});
        if (now >= m_boundary)
            atBoundary(now);
        if (m_phase == Phase::over)
            return;
        if (now >= m_nextHousekeeping)
            keepHouse(now);
        if (m_control.pacing)
            dispatch(now);
        else if (!m_mayAsk && m_control.mayAsk.load(std::memory_order_acquire))
            askAll(now);
        if (m_coalescing > 0ns && count < kBunch) {
            const timespec pause{0, m_coalescing.count()};
            clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, nullptr);
        }
        count = m_loop.wait(patience(now));
        for (std::size_t i = 0; i < count && m_phase != Phase::over; ++i)
            handle(m_loop.event(i));
    }
}

void LoadThread::becomeLoadThread()
{
    const auto &cpus = m_control.plan.cpus;
    if (!cpus.empty()) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET(static_cast<std::size_t>(cpus[static_cast<std::size_t>(m_index) % cpus.size()]),
                &set);
        m_couldBePinned = pthread_setaffinity_np(pthread_self(), sizeof set, &set) == 0;
    }
    // Batch scheduling keeps the server running instead of switching to us at each reply; the slack
    // is what the kernel may add to a timer. Both are wishes: without them the run is only slower.
    const sched_param parameters{};
    sched_setscheduler(0, SCHED_BATCH, &parameters);
    prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
}

nanoseconds LoadThread::patience(Time now) const
{
    auto until = m_nextHousekeeping;
    if (m_control.pacing && m_freeCount != 0)
        until = std::min(until, m_claimed);
    return until - now;
}

void LoadThread::atBoundary(Time now)
{
    while (now >= m_binEnd && m_binEnd <= m_windowEnd)
        endBin();
    if (m_phase == Phase::warmUp && now >= m_windowStart && m_windowStart < m_windowEnd)
        enterWindow();
    if (now >= m_windowEnd)
        finish(now);
    m_boundary =
        std::min({m_phase == Phase::warmUp ? m_windowStart : Time::max(), m_windowEnd, m_binEnd});
}

void LoadThread::enterWindow()
{
    m_phase = Phase::window;
    m_requestsBeforeWindow = m_tally.requests;
    m_tally = Tally();
    m_latencyAtBin.clear();
    for (Connection &connection : m_connections)
        connection.requests = connection.wrongReplies = 0;
    m_startsBeforeWindow = m_starts;
    for (const Connection &connection : m_connections) {
        if (const auto begin = begun(connection)) {
            ++m_connectionTime.underWayAtStart;
            m_connectionTime.agesAtStart += std::max<nanoseconds>(m_windowStart - *begin, 0ns);
        }
    }
    m_usageAtStart = m_usageAtEnd = usage();
}

LoadThread::Usage LoadThread::usage()
{
    return {threadCpuTime(), runQueueTime()};
}

ThreadTime LoadThread::threadTime() const
{
    ThreadTime time{m_usageAtEnd.cpu - m_usageAtStart.cpu, std::nullopt};
    if (m_usageAtStart.waiting && m_usageAtEnd.waiting)
        time.waiting = *m_usageAtEnd.waiting - *m_usageAtStart.waiting;
    return time;
}

void LoadThread::endBin()
{
    m_binEnd += kBin;
    updateCoalescing();
    const std::scoped_lock lock(m_mutex);
    m_progress.bins.push_back(m_binRequests);
    m_binRequests = 0;
    if (m_control.pacing)
        m_progress.ended.push_back(m_binEnded);
    m_binEnded = 0;
    m_progress.inWindow = m_phase == Phase::window;
    m_progress.requests = m_tally.requests;
    m_progress.errors = m_tally.errors;
    m_progress.latency = m_tally.latency;
}

void LoadThread::addProgress(BinProgress &total, bool isFirst) const
{
    const std::scoped_lock lock(m_mutex);
    total.inWindow = m_progress.inWindow;
    total.requests += m_progress.requests;
    total.errors += m_progress.errors;
    total.latency.merge(m_progress.latency);
    const auto bins = m_progress.bins.size();
    total.bins.resize(isFirst ? bins : std::min(total.bins.size(), bins));
    for (std::size_t i = 0; i < total.bins.size(); ++i)
        total.bins[i] += m_progress.bins[i];
    total.ended.resize(m_progress.ended.empty() ? 0 : total.bins.size());
    for (std::size_t i = 0; i < total.ended.size(); ++i)
        total.ended[i] += m_progress.ended[i];
}

/// Replies come in bunches when they are fetched a little later, which saves wake-ups on both
/// sides; the wait stays far below what it could add to the latency (measured beside wrk: Go's
/// net/http serves half as much again).
void LoadThread::updateCoalescing()
{
    m_coalescing = 0ns;
    const auto inFlight = static_cast<std::size_t>(m_open.load(std::memory_order_relaxed));
    if (m_control.pacing || inFlight < kLeastInFlight)
        return;
    const auto recent = m_tally.latency.since(m_latencyAtBin);
    m_latencyAtBin = m_tally.latency;
    const auto pause =
        std::min<nanoseconds>(recent.percentile(0.5) / kLatencyShare, kLongestCoalescing);
    if (pause >= kShortestCoalescing)
        m_coalescing = pause;
}

void LoadThread::finish(Time now)
{
    if (m_phase == Phase::warmUp) {
        m_windowStart = m_windowEnd; // which is empty: the run was ended before
        enterWindow();
    }
    m_usageAtEnd = usage();
    for (const Connection &connection : m_connections) {
        const bool isBusy = connection.state == Connection::State::busy;
        if (isBusy)
            m_unfinished.record(m_windowEnd - connection.intended);
        if (const auto begin = begun(connection)) {
            ++m_connectionTime.underWayAtEnd;
            m_connectionTime.agesAtEnd += std::max<nanoseconds>(m_windowEnd - *begin, 0ns);
        }
        if (!connection.wasAnswered && connection.firstAsked != Time())
            m_latestFirstAnswer = std::max(m_latestFirstAnswer, now - connection.firstAsked);
    }
    m_connectionTime.ended = m_tally.endedTime;
    m_phase = Phase::over;
}

/// When the request that is under way began, as its latency counts; none where none is.
std::optional<Time> LoadThread::begun(const Connection &connection) const
{
    switch (connection.state) {
    case Connection::State::busy:
        return m_control.pacing ? connection.since : connection.intended;
    case Connection::State::connecting: // part of the request where each has its own connection
        if (m_mayAsk && !m_control.plan.keepAlive)
            return connection.since;
        return std::nullopt;
    case Connection::State::closed:
    case Connection::State::idle:
        return std::nullopt;
    }
    return std::nullopt;
}

std::vector<ConnectionState> LoadThread::connectionStates() const
{
    std::vector<ConnectionState> states;
    states.reserve(m_connections.size());
    for (const Connection &connection : m_connections) {
        ConnectionState state{connection.requests, std::nullopt, connection.wasConnected,
                              connection.wrongReplies};
        if (const auto begin = begun(connection))
            state.age = std::max<nanoseconds>(m_windowEnd - *begin, 0ns);
        states.push_back(state);
    }
    return states;
}

void LoadThread::askAll(Time now)
{
    m_mayAsk = true;
    for (Connection &connection : m_connections) {
        if (connection.state == Connection::State::idle)
            start(connection, now, now);
    }
}

void LoadThread::keepHouse(Time now)
{
    m_nextHousekeeping = now + kHousekeeping;
    if (m_neverOpened < m_connections.size())
        openSome(now);
    if (now < m_nextSweep && m_waiting == 0)
        return;
    m_nextSweep = now + std::min<nanoseconds>(kSweep, m_control.plan.timeout / 4);
    sweep(now);
}

void LoadThread::openSome(Time now)
{
    const auto end = std::min(m_neverOpened + kOpenAtOnce, m_connections.size());
    while (m_neverOpened < end)
        open(m_connections[m_neverOpened++], now);
}

void LoadThread::sweep(Time now)
{
    const auto timeout = m_control.plan.timeout;
    for (Connection &connection : m_connections) {
        const auto state = connection.state;
        if (state == Connection::State::closed && connection.wasOpened && now >= connection.since) {
            --m_waiting;
            ++m_tally.errors.reconnects;
            open(connection, now);
        } else if (state == Connection::State::connecting && now - connection.since >= timeout) {
            fail(connection, &ErrorCounts::connect, "no connection in time", 0, now);
        } else if (state == Connection::State::busy && now - connection.since >= timeout) {
            fail(connection, &ErrorCounts::timeout, "no complete reply in time", 0, now);
        }
    }
}

} // namespace weighbridge::load
