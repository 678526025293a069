// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/load_thread.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace weighbridge::load
{

using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using State = Connection::State;

namespace
{

constexpr auto kFirstRetry = 10ms;
constexpr std::uint8_t kMostDoublings = 6; // 640 ms
constexpr int kLeastErrorStatus = 400;

} // namespace

void LoadThread::handle(const http::EventLoop::Event &event)
{
    Connection &connection = m_connections[event.token & UINT32_MAX];
    if (connection.generation != event.token >> 32 || connection.socket < 0)
        return; // closed while this event was waiting
    if (connection.state == State::connecting) {
        if (event.writable || event.ended)
            established(connection, Clock::now());
    } else if (event.writable && connection.state == State::busy &&
               connection.sentBytes < m_control.request.size()) {
        send(connection, Clock::now());
    }
    if (event.readable && connection.socket >= 0)
        receive(connection, event.ended);
}

void LoadThread::open(Connection &connection, Time now)
{
    connection.wasOpened = true;
    connection.since = now;
    const int family = m_control.address.family();
    connection.socket = socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (connection.socket < 0) {
        fail(connection, &ErrorCounts::connect, "no socket", errno, now);
        return;
    }
    const int on = 1;
    setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (!m_control.plan.keepAlive) {
        const linger reset{1, 0}; // an orderly close from this side would cost five times the time
        setsockopt(connection.socket, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    }
    ++connection.generation;
    connection.state = State::connecting;
    const auto index = static_cast<std::uint64_t>(&connection - m_connections.data());
    const auto token = (std::uint64_t{connection.generation} << 32) | index;
    const auto &address = m_control.address;
    const bool started =
        connect(connection.socket, address.get(), address.length) == 0 || errno == EINPROGRESS;
    if (!started || !m_loop.add(connection.socket, token))
        fail(connection, &ErrorCounts::connect, "cannot connect", errno, now);
}

void LoadThread::established(Connection &connection, Time now)
{
    int code = 0;
    socklen_t length = sizeof code;
    getsockopt(connection.socket, SOL_SOCKET, SO_ERROR, &code, &length);
    if (code != 0) {
        fail(connection, &ErrorCounts::connect, "cannot connect", code, now);
        return;
    }
    m_open.fetch_add(1, std::memory_order_relaxed);
    m_wasConnected.store(true);
    connection.wasConnected = true;
    connection.state = State::idle;
    attemptedOne(connection);
    ready(connection, now);
}

void LoadThread::ready(Connection &connection, Time now)
{
    if (!m_control.pacing && m_mayAsk) {
        // Where each request has a connection of its own, making it is part of the wait.
        start(connection, m_control.plan.keepAlive ? now : connection.since, now);
        return;
    }
    connection.state = State::idle;
    if (!m_control.pacing)
        return;
    pushFree(connection);
    dispatch(now);
}

void LoadThread::dispatch(Time now)
{
    if (!m_control.pacing->hasBegun())
        return;
    while (m_freeCount != 0) {
        if (m_claimed == Time::max())
            m_claimed = m_control.pacing->claim();
        if (m_claimed > now)
            return;
        Connection *connection = popFree();
        if (!connection)
            return;
        const auto intended = m_claimed;
        m_claimed = Time::max();
        start(*connection, intended, now);
    }
}

void LoadThread::start(Connection &connection, Time intended, Time now)
{
    connection.state = State::busy;
    connection.parser.reset(m_bodyRule);
    connection.sentBytes = 0;
    connection.intended = intended;
    connection.since = now;
    if (connection.firstAsked == Time())
        connection.firstAsked = now;
    ++m_starts;
    if (m_control.pacing)
        m_tally.sendLag.record(now - intended);
    send(connection, now);
}

void LoadThread::send(Connection &connection, Time now)
{
    const std::string &request = m_control.request;
    while (connection.sentBytes < request.size()) {
        const auto sent = ::send(connection.socket, request.data() + connection.sentBytes,
                                 request.size() - connection.sentBytes, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return;
        if (sent < 0) {
            fail(connection, &ErrorCounts::write, "cannot send", errno, now);
            return;
        }
        connection.sentBytes += static_cast<std::uint32_t>(sent);
    }
}

void LoadThread::receive(Connection &connection, bool ended)
{
    for (;;) {
        const auto received = recv(connection.socket, m_buffer.data(), m_buffer.size(), 0);
        if (received < 0 && errno == EINTR)
            continue;
        if (received < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return;
        const int code = errno;
        const auto now = Clock::now();
        if (now >= m_boundary)
            atBoundary(now);
        if (m_phase == Phase::over)
            return;
        if (received < 0) {
            if (code == ECONNRESET)
                ++m_tally.closedByServer;
            fail(connection, &ErrorCounts::read, "connection broken", code, now);
            return;
        }
        if (received == 0) {
            endOfStream(connection, now);
            return;
        }
        const auto size = static_cast<std::size_t>(received);
        m_tally.transferBytes += size;
        if (m_sampled == nullptr && !connection.parser.started())
            sampleSome(connection);
        http::BodySink *const sink = m_sampled == &connection ? &m_sample : nullptr;
        const auto progress =
            connection.state == State::busy
                ? connection.parser.feed(m_buffer.data(), size, sink)
                : http::ResponseParser::Fed{http::ResponseParser::State::malformed, 0};
        if (progress.state == http::ResponseParser::State::complete && progress.consumed == size) {
            complete(connection, ended, now);
            return; // a short read: nothing more was there, what comes now is a new event
        }
        if (progress.state != http::ResponseParser::State::needMore) {
            fail(connection, &ErrorCounts::malformed, "reply is not HTTP/1.1", 0, now);
            return;
        }
        if (size < m_buffer.size() && !ended)
            return;
    }
}

void LoadThread::endOfStream(Connection &connection, Time now)
{
    if (connection.state != State::busy) {
        ++m_tally.closedByServer;
        disconnect(connection);
        reopenLater(connection, now);
        return;
    }
    const bool started = connection.parser.started();
    if (started && connection.parser.finish() == http::ResponseParser::State::complete) {
        complete(connection, true, now);
    } else {
        ++m_tally.closedByServer;
        fail(connection, &ErrorCounts::read,
             started ? "connection closed within a reply" : "connection closed without a reply", 0,
             now);
    }
}

void LoadThread::complete(Connection &connection, bool ended, Time now)
{
    count(connection, now);
    connection.failures = 0;
    const bool wasSent = connection.sentBytes == m_control.request.size();
    if (m_control.plan.keepAlive && connection.parser.keepsAlive() && wasSent && !ended) {
        ready(connection, now);
        return;
    }
    if (m_control.plan.keepAlive) {
        ++m_tally.errors.reconnects;
        ++m_tally.closedByServer; // or it said that it would
    }
    disconnect(connection);
    open(connection, now);
}

/// Where a request has come to its end, in whatever way.
void LoadThread::countEnd(const Connection &connection, Time now)
{
    const auto begin = begun(connection);
    if (!begin)
        return;
    m_tally.endedTime += now - *begin;
    if (connection.state != State::busy)
        return; // its connection was not made: nothing was sent
    ++m_tally.ended;
    ++m_binEnded;
}

void LoadThread::count(Connection &connection, Time now)
{
    countEnd(connection, now);
    const http::ResponseParser &reply = connection.parser;
    const std::optional<std::uint64_t> hash = sampledHash(connection);
    const int status = reply.status();
    StatusCounts &statuses = m_tally.status;
    statuses.informational += reply.interimReplies();
    ++(status < 300   ? statuses.success
       : status < 400 ? statuses.redirect
       : status < 500 ? statuses.clientError
                      : statuses.serverError);
    if (!connection.wasAnswered) {
        connection.wasAnswered = true;
        m_latestFirstAnswer = std::max(m_latestFirstAnswer, now - connection.firstAsked);
    }

    const ExpectedReply &expected = m_control.plan.expected;
    if (expected.status ? status != *expected.status : status >= kLeastErrorStatus) {
        ++m_tally.errors.status;
        ++connection.wrongReplies;
        if (m_firstError.empty())
            m_firstError = "unexpected status " + std::to_string(status);
        return;
    }
    if (!hasExpectedBody(reply.bodyBytes(), hash)) {
        ++m_tally.errors.wrongBody;
        ++connection.wrongReplies;
        return;
    }
    ++m_tally.requests;
    ++m_binRequests;
    ++connection.requests;
    m_tally.latency.record(now - connection.intended);
    if (m_control.pacing)
        m_tally.serviceTime.record(now - connection.since);
}

void LoadThread::fail(Connection &connection, Counter error, const char *what, int code, Time now)
{
    ++(m_tally.errors.*error);
    countEnd(connection, now);
    if (m_firstError.empty())
        m_firstError = code == 0 ? std::string(what)
                                 : std::string(what) + ": " + std::generic_category().message(code);
    disconnect(connection);
    attemptedOne(connection);
    reopenLater(connection, now);
}

void LoadThread::reopenLater(Connection &connection, Time now)
{
    connection.since = now + kFirstRetry * (1 << connection.failures);
    connection.failures = std::min<std::uint8_t>(connection.failures + 1, kMostDoublings);
    ++m_waiting;
}

void LoadThread::disconnect(Connection &connection)
{
    if (m_sampled == &connection)
        m_sampled = nullptr;
    if (connection.socket >= 0)
        close(connection.socket);
    connection.socket = -1;
    if (connection.state == State::idle || connection.state == State::busy)
        m_open.fetch_sub(1, std::memory_order_relaxed);
    connection.state = State::closed;
}

void LoadThread::attemptedOne(Connection &connection)
{
    if (!connection.wasAttempted)
        m_attempted.fetch_add(1);
    connection.wasAttempted = true;
}

void LoadThread::pushFree(Connection &connection)
{
    if (connection.isQueued)
        return;
    connection.isQueued = true;
    m_free[(m_freeBegin + m_freeCount++) % m_free.size()] =
        static_cast<std::uint32_t>(&connection - m_connections.data());
}

/// None when all that were free have been closed since.
Connection *LoadThread::popFree()
{
    while (m_freeCount != 0) {
        Connection &connection = m_connections[m_free[m_freeBegin]];
        m_freeBegin = (m_freeBegin + 1) % m_free.size();
        --m_freeCount;
        connection.isQueued = false;
        if (connection.state == State::idle)
            return &connection;
    }
    return nullptr;
}

} // namespace weighbridge::load
