// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/client.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <vector>

namespace weighbridge::measure
{

/// Keep-alive connections to 127.0.0.1 that made one request each and wait since. Closed when this
/// object goes away.
class HeldConnections
{
public:
    HeldConnections(std::uint16_t port, const QByteArray &path);

    /// One more: connects, asks, reads the whole reply. The error says what stood in the way.
    [[nodiscard]] Outcome add();
    [[nodiscard]] int size() const { return static_cast<int>(m_clients.size()); }
    /// How many of them the server has not closed.
    [[nodiscard]] int alive() const;

private:
    http::SocketAddress m_address;
    std::string m_request;
    std::vector<http::Client> m_clients;
};

} // namespace weighbridge::measure
