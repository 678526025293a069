// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/socket_address.h"

#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace weighbridge::http
{

namespace
{

template <typename SystemAddress> SocketAddress stored(const SystemAddress &system)
{
    SocketAddress address;
    std::memcpy(&address.storage, &system, sizeof system);
    address.length = sizeof system;
    return address;
}

} // namespace

std::optional<SocketAddress> socketAddress(const std::string &host, std::uint16_t port)
{
    std::string numeric = host == "localhost" ? "127.0.0.1" : host;
    if (numeric.size() > 2 && numeric.front() == '[' && numeric.back() == ']')
        numeric = numeric.substr(1, numeric.size() - 2);

    sockaddr_in v4{};
    if (inet_pton(AF_INET, numeric.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        return stored(v4);
    }
    sockaddr_in6 v6{};
    if (inet_pton(AF_INET6, numeric.c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        return stored(v6);
    }
    return std::nullopt;
}

SocketAddress loopbackAddress(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return stored(address);
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
