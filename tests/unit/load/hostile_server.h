// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <thread>

namespace weighbridge::test
{

/// A server that misbehaves in one way, for testing what a client makes of it. On a free port of
/// 127.0.0.1, in a thread of its own.
class HostileServer
{
public:
    enum class After { keepsOpen, closes, resets, diesWithReply };

    struct Manners {
        std::string greeting = {};   ///< sent as soon as a connection is accepted
        std::string reply = {};      ///< sent for every request; empty: never answers
        std::string laterReply = {}; ///< from the 100th request on instead; empty: the same
        After after = After::keepsOpen;
        bool closesOnAccept = false;
        bool repliesForever = false; ///< sends the reply's last byte again and again
        int repliesBeforeAfter = 1;  ///< how many replies of a connection are followed by nothing
        std::size_t pieceBytes = 0;  ///< sends the reply in pieces of this size; 0: at once
    };

    explicit HostileServer(Manners manners);
    ~HostileServer();
    HostileServer(const HostileServer &) = delete;
    HostileServer &operator=(const HostileServer &) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::uint64_t accepted() const { return m_accepted; }
    [[nodiscard]] std::uint64_t replies() const { return m_replies; }

    /// A port on which nothing listens.
    static std::uint16_t closedPort();

private:
    void serve(const std::stop_token &stop);
    void acceptOne();
    void answer(int socket);
    void drop(int socket, bool byReset);

    Manners m_manners;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::map<int, int> m_repliesOf; ///< by open socket
    bool m_isDead = false;
    std::atomic<std::uint64_t> m_accepted{0};
    std::atomic<std::uint64_t> m_replies{0};
    std::jthread m_thread;
};

} // namespace weighbridge::test
