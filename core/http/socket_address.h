// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/plan.h"

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

} // namespace weighbridge::http
