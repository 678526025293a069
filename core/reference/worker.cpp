// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/worker.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace weighbridge::reference
{
namespace
{

constexpr int kMaxEvents = 512;
constexpr std::size_t kReceiveBytes = 64 * 1024;
constexpr std::size_t kMaxPipelinedBytes = 256 * 1024; // behind a delayed request
constexpr int kLongestWait = 50;                       // ms, until a request to stop is seen

} // namespace

Worker::Worker(int listener)
    : m_listener(listener), m_epoll(epoll_create1(EPOLL_CLOEXEC)), m_buffer(kReceiveBytes)
{
}

Worker::~Worker()
{
    for (std::size_t i = 0; i < m_connections.size(); ++i) {
        if (m_connections[i].isOpen)
            close(static_cast<int>(i));
    }
    close(m_listener);
    if (m_epoll >= 0)
        close(m_epoll);
}

void Worker::run(std::stop_token stop, int stopFd)
{
    const auto watch = [this](int fd, std::uint32_t events) {
        epoll_event event{};
        event.events = events;
        event.data.fd = fd;
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    };
    watch(m_listener, EPOLLIN); // level-triggered: a full table of descriptors must not lose it
    if (stopFd >= 0)
        watch(stopFd, EPOLLIN);

    std::array<epoll_event, kMaxEvents> events;
    while (!stop.stop_requested()) {
        const int count = epoll_wait(m_epoll, events.data(), kMaxEvents, patience());
        m_replies.refresh();
        for (int i = 0; i < count; ++i) {
            const auto &event = events[static_cast<std::size_t>(i)];
            const int socket = event.data.fd;
            if (socket == stopFd)
                return;
            if (socket == m_listener) {
                acceptAll();
                continue;
            }
            if ((event.events & EPOLLOUT) && at(socket).isOpen && !at(socket).output.empty())
                flushAndResume(socket);
            if ((event.events & ~static_cast<std::uint32_t>(EPOLLOUT)) && at(socket).isOpen)
                receive(socket, (event.events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0);
        }
        fireTimers();
    }
}

int Worker::patience() const
{
    if (m_timers.empty())
        return kLongestWait;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(m_timers.top().due - Clock::now());
    return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, kLongestWait));
}

void Worker::acceptAll()
{
    for (;;) {
        const int socket = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0)
            return;
        const int on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (m_connections.size() <= static_cast<std::size_t>(socket))
            m_connections.resize(static_cast<std::size_t>(socket) + 1);
        Connection &connection = at(socket);
        const auto generation = connection.generation + 1;
        connection = Connection();
        connection.isOpen = true;
        connection.generation = generation;
        epoll_event event{};
        event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
        event.data.fd = socket;
        if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event) != 0)
            disconnect(socket);
    }
}

void Worker::receive(int socket, bool ended)
{
    Connection &connection = at(socket);
    while (connection.isOpen && connection.input.size() <= kMaxPipelinedBytes) {
        const auto received = recv(socket, m_buffer.data(), m_buffer.size(), 0);
        if (received < 0 && errno == EINTR)
            continue;
        if (received < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return;
        if (received <= 0) {
            disconnect(socket);
            return;
        }
        const std::string_view bytes(m_buffer.data(), static_cast<std::size_t>(received));
        const bool waits = connection.isDelayed || !connection.output.empty();
        if (waits || !connection.input.empty())
            connection.input.append(bytes);
        if (!waits && connection.input.empty())
            answer(socket, bytes);
        else if (!waits)
            resume(socket);
        if (bytes.size() < m_buffer.size() && !ended)
            break; // a short read: nothing more was there, what comes now is a new event
    }
    if (connection.isOpen && connection.input.size() > kMaxPipelinedBytes)
        disconnect(socket);
}

void Worker::flushAndResume(int socket)
{
    flush(socket);
    if (at(socket).isOpen && !at(socket).isDelayed && at(socket).output.empty())
        resume(socket);
}

void Worker::resume(int socket)
{
    std::string input;
    input.swap(at(socket).input);
    if (!input.empty())
        answer(socket, input);
}

/// Answers the requests in `bytes` in their order and keeps what is left over.
void Worker::answer(int socket, std::string_view bytes)
{
    Connection &connection = at(socket);
    std::uint64_t answered = 0;
    while (!bytes.empty() && !connection.isDelayed && !connection.closesAfterReply) {
        const HttpRequest request = readRequest(bytes);
        if (request.state == HttpRequest::State::needMore)
            break;
        if (request.state == HttpRequest::State::malformed) {
            m_replies.appendBadRequest(connection.output);
            connection.closesAfterReply = true;
            break;
        }
        const bool isPrompt = request.path == "/json" || request.path == "/healthz";
        if (!isPrompt && !connection.output.empty()) {
            flush(socket); // a delayed reply must not hold back the ones before it
            if (!connection.isOpen || !connection.output.empty())
                break;
        }
        int milliseconds = 0;
        m_replies.append(request, connection.output, milliseconds);
        ++answered;
        connection.closesAfterReply = request.closes || request.hasBody;
        bytes.remove_prefix(request.bytes);
        if (milliseconds > 0) {
            connection.isDelayed = true;
            m_timers.push({Clock::now() + std::chrono::milliseconds(milliseconds), socket,
                           connection.generation});
        }
    }
    m_answered.fetch_add(answered, std::memory_order_relaxed);
    if (!connection.isOpen)
        return;
    connection.input.assign(bytes);
    if (!connection.isDelayed && !connection.output.empty())
        flush(socket);
}

/// Sends what is ready; closes when that was the last reply.
void Worker::flush(int socket)
{
    Connection &connection = at(socket);
    if (connection.isDelayed)
        return;
    while (!connection.output.empty()) {
        const auto sent =
            send(socket, connection.output.data(), connection.output.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return;
        if (sent < 0) {
            disconnect(socket);
            return;
        }
        if (static_cast<std::size_t>(sent) == connection.output.size())
            connection.output.clear();
        else
            connection.output.erase(0, static_cast<std::size_t>(sent));
    }
    if (connection.closesAfterReply)
        disconnect(socket);
}

void Worker::fireTimers()
{
    const auto now = Clock::now();
    while (!m_timers.empty() && m_timers.top().due <= now) {
        const Timer timer = m_timers.top();
        m_timers.pop();
        Connection &connection = at(timer.socket);
        if (!connection.isOpen || connection.generation != timer.generation)
            continue;
        connection.isDelayed = false;
        flushAndResume(timer.socket);
    }
}

void Worker::disconnect(int socket)
{
    at(socket).isOpen = false;
    at(socket).output = {};
    at(socket).input = {};
    close(socket);
}

} // namespace weighbridge::reference
