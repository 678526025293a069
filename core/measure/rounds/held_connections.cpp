// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/held_connections.h"

#include "core/http/response_parser.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace weighbridge::measure
{

namespace
{

constexpr timeval kPatience{5, 0};

Error systemError(const char *what)
{
    const int code = errno;
    const bool late = code == EAGAIN || code == EWOULDBLOCK;
    return {QStringLiteral("%1: %2").arg(QLatin1String(what),
                                         late ? QStringLiteral("not in time")
                                              : QString::fromLocal8Bit(strerror(code))),
            {},
            {}};
}

Outcome readReply(int socket)
{
    using http::ResponseParser;
    ResponseParser parser;
    std::array<char, 16 * 1024> buffer{};
    auto state = ResponseParser::State::needMore;
    while (state == ResponseParser::State::needMore) {
        const ssize_t size = recv(socket, buffer.data(), buffer.size(), 0);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return systemError("no reply");
        if (size == 0)
            return Error{QStringLiteral("the server closed the connection"), {}, {}};
        state = parser.feed(buffer.data(), static_cast<std::size_t>(size)).state;
    }
    if (state == ResponseParser::State::malformed)
        return Error{QStringLiteral("the answer is no HTTP/1.1 reply"), {}, {}};
    if (!parser.keepsAlive())
        return Error{QStringLiteral("the server does not keep connections"), {}, {}};
    return success();
}

} // namespace

HeldConnections::HeldConnections(std::uint16_t port, const QByteArray &path)
    : m_port(port),
      m_request("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                "\r\nConnection: keep-alive\r\n\r\n")
{
}

HeldConnections::~HeldConnections()
{
    for (const int socket : m_sockets)
        ::close(socket);
}

Outcome HeldConnections::add()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return systemError("no socket");
    m_sockets.push_back(socket);
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(m_port);
    Outcome outcome = success();
    if (connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        outcome = systemError("no connection");
    else if (send(socket, m_request.constData(), static_cast<std::size_t>(m_request.size()),
                  MSG_NOSIGNAL) != m_request.size())
        outcome = systemError("the request could not be sent");
    else
        outcome = readReply(socket);
    if (!outcome) {
        ::close(socket);
        m_sockets.pop_back();
    }
    return outcome;
}

int HeldConnections::alive() const
{
    return static_cast<int>(std::count_if(m_sockets.begin(), m_sockets.end(), [](int socket) {
        char byte = 0;
        const ssize_t size = recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        return size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    }));
}

} // namespace weighbridge::measure
