// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/socket.h"

#include <cerrno>
#include <utility>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace weighbridge::http
{

Socket::~Socket()
{
    close();
}

Socket::Socket(Socket &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

Socket &Socket::operator=(Socket &&other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

void Socket::close()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
}

Socket Socket::connecting(const SocketAddress &address)
{
    Socket made(socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!made.isOpen())
        return made;
    const bool begun =
        connect(made.file(), address.get(), address.length) == 0 || errno == EINPROGRESS;
    if (begun)
        return made;
    const int code = errno;
    made.close();
    errno = code;
    return made;
}

bool Socket::wait(short events, Time deadline) const
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return false;
        pollfd event{m_file, events, 0};
        const int ready = poll(&event, 1, static_cast<int>(left.count()));
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

int Socket::error() const
{
    int code = 0;
    socklen_t size = sizeof code;
    getsockopt(m_file, SOL_SOCKET, SO_ERROR, &code, &size);
    return code;
}

std::uint16_t freeLoopbackPort()
{
    SocketAddress address = loopbackAddress(0);
    sockaddr_in bound{};
    socklen_t size = sizeof bound;
    const int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool isBound = file >= 0 && bind(file, address.get(), address.length) == 0 &&
                         getsockname(file, reinterpret_cast<sockaddr *>(&bound), &size) == 0;
    if (file >= 0)
        ::close(file);
    return isBound ? ntohs(bound.sin_port) : 0;
}

} // namespace weighbridge::http
