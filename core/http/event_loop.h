// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include <sys/epoll.h>

namespace weighbridge::http
{

/// Edge-triggered readiness of many sockets: each is registered once and never changed, and closing
/// it removes it. The one place that knows epoll. Used by one thread.
class EventLoop
{
public:
    struct Event {
        std::uint64_t token = 0;
        bool readable = false; ///< or ended, or broken: read to find out
        bool writable = false;
        bool ended = false; ///< the other side will send no more than what is there
    };

    EventLoop();
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    [[nodiscard]] bool isValid() const { return m_epoll >= 0; }
    /// False when the system refuses; `errno` says why.
    bool add(int socket, std::uint64_t token);
    /// Waits for the first event, at most `timeout` (negative: not at all). Returns the number of
    /// events, which event() gives.
    std::size_t wait(std::chrono::nanoseconds timeout);
    [[nodiscard]] Event event(std::size_t index) const;

    static constexpr std::size_t kMaxEvents = 512;

private:
    int m_epoll = -1;
    bool m_hasFineTimeout = true;
    std::array<epoll_event, kMaxEvents> m_events;
};

} // namespace weighbridge::http
