// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/socket_address.h"

#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace weighbridge::http
{

std::optional<SocketAddress> socketAddress(const std::string &host, std::uint16_t port)
{
    std::string numeric = host == "localhost" ? "127.0.0.1" : host;
    if (numeric.size() > 2 && numeric.front() == '[' && numeric.back() == ']')
        numeric = numeric.substr(1, numeric.size() - 2);

    SocketAddress address;
    sockaddr_in v4{};
    if (inet_pton(AF_INET, numeric.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&address.storage, &v4, sizeof v4);
        address.length = sizeof v4;
        return address;
    }
    sockaddr_in6 v6{};
    if (inet_pton(AF_INET6, numeric.c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        std::memcpy(&address.storage, &v6, sizeof v6);
        address.length = sizeof v6;
        return address;
    }
    return std::nullopt;
}

bool isLoopback(const std::string &host)
{
    const auto address = socketAddress(host, 0);
    if (!address)
        return false;
    if (address->family() == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address->storage, sizeof v4);
        return (ntohl(v4.sin_addr.s_addr) >> 24) == 127;
    }
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address->storage, sizeof v6);
    return IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
}

} // namespace weighbridge::http
