// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <sys/socket.h>

namespace weighbridge::http
{

/// Where to connect to, in the system's form.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    [[nodiscard]] int family() const { return storage.ss_family; }
    [[nodiscard]] const sockaddr *get() const
    {
        return reinterpret_cast<const sockaddr *>(&storage);
    }
};

/// `host` is a numeric IPv4 or IPv6 address (brackets allowed) or "localhost", which is 127.0.0.1.
/// No name service is asked.
[[nodiscard]] std::optional<SocketAddress> socketAddress(const std::string &host,
                                                         std::uint16_t port);

/// 127.0.0.1.
[[nodiscard]] SocketAddress loopbackAddress(std::uint16_t port);

/// Whether `host` is an address of this machine's loopback interface (127.0.0.0/8, ::1, also with
/// brackets, or "localhost"). Who starts a run must ask: the load core itself would send anywhere.
[[nodiscard]] bool isLoopback(const std::string &host);

} // namespace weighbridge::http
