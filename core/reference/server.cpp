// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/server.h"

#include "core/reference/worker.h"

#include <cerrno>
#include <system_error>
#include <thread>
#include <vector>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace weighbridge::reference
{
namespace
{

constexpr int kBacklog = 4096;

/// A listening socket on 127.0.0.1, or −1 with `errno` set. Sets `port` to the one it got. Only
/// listeners that share a port say so: with a single one, a port already in use is an error.
int listenOn(std::uint16_t &port, bool shared)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listener < 0)
        return -1;
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (shared)
        setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t length = sizeof address;
    if (bind(listener, generic, length) != 0 || listen(listener, kBacklog) != 0 ||
        getsockname(listener, generic, &length) != 0) {
        const int code = errno;
        close(listener);
        errno = code;
        return -1;
    }
    port = ntohs(address.sin_port);
    return listener;
}

} // namespace

struct Server::State {
    std::vector<std::unique_ptr<Worker>> workers;
    std::string error;
    std::uint16_t port = 0;
};

Server::Server(Options options) : m_state(std::make_unique<State>())
{
    m_state->port = options.port;
    for (int i = 0; i < options.workers; ++i) {
        const int listener = listenOn(m_state->port, options.workers > 1);
        if (listener < 0) {
            m_state->error = "Cannot listen on 127.0.0.1:" + std::to_string(m_state->port) + ": " +
                             std::generic_category().message(errno);
            return;
        }
        m_state->workers.push_back(std::make_unique<Worker>(listener));
    }
}

Server::~Server() = default;

const std::string &Server::error() const
{
    return m_state->error;
}

std::uint16_t Server::port() const
{
    return m_state->port;
}

void Server::run(std::stop_token stop, int stopFd)
{
    auto &workers = m_state->workers;
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < workers.size(); ++i)
        threads.emplace_back([&worker = *workers[i], stop, stopFd] { worker.run(stop, stopFd); });
    if (!workers.empty())
        workers.front()->run(stop, stopFd);
}

std::uint64_t Server::answered() const
{
    std::uint64_t sum = 0;
    for (const auto &worker : m_state->workers)
        sum += worker->answered();
    return sum;
}

} // namespace weighbridge::reference
