// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/held_connections.h"

#include "core/measure/contract/http_probe.h"
#include "core/measure/process/words.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace weighbridge::measure
{

namespace
{

constexpr std::chrono::seconds kPatience{5};

} // namespace

HeldConnections::HeldConnections(std::uint16_t port, const QByteArray &path)
    : m_address(http::loopbackAddress(port)),
      m_request("GET " + path.toStdString() + " HTTP/1.1\r\nHost: 127.0.0.1:" +
                std::to_string(port) + "\r\nConnection: keep-alive\r\n\r\n")
{
}

Outcome HeldConnections::add()
{
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    http::Client client;
    if (const auto failure = client.connect(m_address, deadline))
        return httpError(*failure);
    const auto answer = client.ask(m_request, http::Client::Ending::staysOpen, deadline);
    if (const auto *failure = std::get_if<http::Failure>(&answer))
        return httpError(*failure);
    if (!std::get<http::Reply>(answer).keepsAlive)
        return Error{Words::tr("the server does not keep connections"), {}, {}};
    m_clients.push_back(std::move(client));
    return success();
}

int HeldConnections::alive() const
{
    return static_cast<int>(
        std::count_if(m_clients.begin(), m_clients.end(),
                      [](const http::Client &client) { return client.isWaiting(); }));
}

} // namespace weighbridge::measure
