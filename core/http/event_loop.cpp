// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/event_loop.h"

#include <algorithm>
#include <cerrno>
#include <ctime>

#include <unistd.h>

namespace weighbridge::http
{

EventLoop::EventLoop() : m_epoll(epoll_create1(EPOLL_CLOEXEC)) {}

EventLoop::~EventLoop()
{
    if (m_epoll >= 0)
        close(m_epoll);
}

bool EventLoop::add(int socket, std::uint64_t token)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.u64 = token;
    return epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event) == 0;
}

std::size_t EventLoop::wait(std::chrono::nanoseconds timeout)
{
    const auto ns = std::max<std::int64_t>(timeout.count(), 0);
    constexpr int capacity = kMaxEvents;
    int count = -1;
    if (m_hasFineTimeout) {
        const timespec limit{ns / 1'000'000'000, ns % 1'000'000'000};
        count = epoll_pwait2(m_epoll, m_events.data(), capacity, &limit, nullptr);
        // Kernels before 5.11 lack it and some container sandboxes forbid it.
        m_hasFineTimeout = count >= 0 || (errno != ENOSYS && errno != EPERM);
    }
    if (!m_hasFineTimeout) {
        const auto ms =
            static_cast<int>(std::min<std::int64_t>((ns + 999'999) / 1'000'000, 60'000));
        count = epoll_wait(m_epoll, m_events.data(), capacity, ms);
    }
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

EventLoop::Event EventLoop::event(std::size_t index) const
{
    const epoll_event &event = m_events[index];
    constexpr std::uint32_t ended = EPOLLRDHUP | EPOLLHUP | EPOLLERR;
    return {.token = event.data.u64,
            .readable = (event.events & (EPOLLIN | ended)) != 0,
            .writable = (event.events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) != 0,
            .ended = (event.events & ended) != 0};
}

} // namespace weighbridge::http
