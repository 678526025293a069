// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/socket_address.h"

#include <chrono>
#include <cstdint>

namespace weighbridge::http
{

using Time = std::chrono::steady_clock::time_point;

/// A TCP socket that never blocks of itself and is closed with this object.
class Socket
{
public:
    Socket() = default;
    ~Socket();
    Socket(Socket &&other) noexcept;
    Socket &operator=(Socket &&other) noexcept;

    /// Begins to connect. Not open where the system refuses at once: `errno` says why.
    [[nodiscard]] static Socket connecting(const SocketAddress &address);

    [[nodiscard]] bool isOpen() const { return m_file >= 0; }
    [[nodiscard]] int file() const { return m_file; }
    /// For events of poll(); false when the time is up first.
    [[nodiscard]] bool wait(short events, Time deadline) const;
    /// Why connecting failed, once the socket is writable; 0 where it did not.
    [[nodiscard]] int error() const;
    void close();

private:
    explicit Socket(int file) : m_file(file) {}

    int m_file = -1;
};

/// A port of 127.0.0.1 that nobody listens on at this moment; 0 where the system has none.
[[nodiscard]] std::uint16_t freeLoopbackPort();

} // namespace weighbridge::http
