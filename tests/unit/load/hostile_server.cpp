// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile_server.h"

#include <array>
#include <string_view>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace weighbridge::test
{
namespace
{

int boundSocket(std::uint16_t &port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t length = sizeof address;
    bind(socket, generic, length);
    getsockname(socket, generic, &length);
    port = ntohs(address.sin_port);
    return socket;
}

void sendAll(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

} // namespace

HostileServer::HostileServer(Manners manners) : m_manners(std::move(manners))
{
    m_listener = boundSocket(m_port);
    listen(m_listener, 512);
    m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
}

HostileServer::~HostileServer()
{
    m_thread.request_stop();
    m_thread.join();
    for (const auto &[socket, replies] : m_repliesOf)
        close(socket);
    if (!m_isDead)
        close(m_listener);
}

std::uint16_t HostileServer::closedPort()
{
    std::uint16_t port = 0;
    close(boundSocket(port));
    return port;
}

void HostileServer::serve(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        std::vector<pollfd> watched;
        if (!m_isDead)
            watched.push_back({m_listener, POLLIN, 0});
        for (const auto &[socket, replies] : m_repliesOf)
            watched.push_back({socket, POLLIN, 0});
        poll(watched.data(), watched.size(), 5);
        for (const pollfd &entry : watched) {
            if (entry.revents == 0 || m_isDead)
                continue;
            if (entry.fd == m_listener)
                acceptOne();
            else if (m_repliesOf.contains(entry.fd))
                answer(entry.fd);
        }
    }
}

void HostileServer::acceptOne()
{
    const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0)
        return;
    ++m_accepted;
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_repliesOf[socket] = 0;
    sendAll(socket, m_manners.greeting);
    if (m_manners.closesOnAccept)
        drop(socket, false);
}

void HostileServer::answer(int socket)
{
    std::array<char, 4096> buffer;
    if (recv(socket, buffer.data(), buffer.size(), 0) <= 0) {
        drop(socket, false);
        return;
    }
    constexpr std::uint64_t kLater = 100;
    const bool isLater = m_replies + 1 >= kLater && !m_manners.laterReply.empty();
    const std::string_view reply = isLater ? m_manners.laterReply : m_manners.reply;
    if (reply.empty() && m_manners.after == After::keepsOpen)
        return;
    const auto step = m_manners.pieceBytes == 0 ? reply.size() + 1 : m_manners.pieceBytes;
    for (std::size_t at = 0; at < reply.size(); at += step)
        sendAll(socket, reply.substr(at, step));
    ++m_replies;
    if (m_manners.repliesForever) {
        const std::string more(16 * 1024, reply.back());
        while (send(socket, more.data(), more.size(), MSG_NOSIGNAL) > 0) {
        }
        drop(socket, false);
        return;
    }
    if (m_manners.after == After::keepsOpen || ++m_repliesOf[socket] < m_manners.repliesBeforeAfter)
        return;
    if (m_manners.after != After::diesWithReply) {
        drop(socket, m_manners.after == After::resets);
        return;
    }
    m_isDead = true;
    close(m_listener);
    for (const auto &[other, replies] : m_repliesOf)
        close(other);
    m_repliesOf.clear();
}

void HostileServer::drop(int socket, bool byReset)
{
    if (byReset) {
        const linger reset{1, 0};
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    }
    close(socket);
    m_repliesOf.erase(socket);
}

} // namespace weighbridge::test
