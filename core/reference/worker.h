// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reference/replies.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <queue>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace weighbridge::reference
{

/// One thread of the server: accepts on its listener and answers on the connections it accepted.
class Worker
{
public:
    /// Takes over `listener`, a listening non-blocking socket.
    explicit Worker(int listener);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void run(std::stop_token stop, int stopFd);
    /// Any thread: requests answered so far.
    [[nodiscard]] std::uint64_t answered() const
    {
        return m_answered.load(std::memory_order_relaxed);
    }

private:
    using Clock = std::chrono::steady_clock;

    struct Connection {
        bool isOpen = false;
        bool closesAfterReply = false;
        bool isDelayed = false; ///< the reply in `output` waits for its time
        std::uint32_t generation = 0;
        std::string input;  ///< the beginning of a request, or requests behind a delayed one
        std::string output; ///< what could not or must not be sent yet
    };
    struct Timer {
        Clock::time_point due;
        int socket;
        std::uint32_t generation;
        bool operator>(const Timer &other) const { return due > other.due; }
    };

    void acceptAll();
    void receive(int socket, bool ended);
    void answer(int socket, std::string_view bytes);
    void flush(int socket);
    void flushAndResume(int socket);
    void resume(int socket);
    void fireTimers();
    void disconnect(int socket);
    [[nodiscard]] int patience() const;
    Connection &at(int socket) { return m_connections[static_cast<std::size_t>(socket)]; }

    int m_listener;
    int m_epoll;
    std::vector<Connection> m_connections; ///< by file descriptor
    std::vector<char> m_buffer;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> m_timers;
    Replies m_replies;
    std::atomic<std::uint64_t> m_answered{0};
};

} // namespace weighbridge::reference
