// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <cstdint>

namespace weighbridge::measure
{

/// Where a PostgreSQL on this machine is reached.
struct DatabaseAddress {
    static constexpr std::uint16_t kUsualPort = 5432;

    QString host; ///< a loopback address
    std::uint16_t port = kUsualPort;
    QString user;
    QString password; ///< may be empty
    QString database;
    bool operator==(const DatabaseAddress &) const = default;

    /// For the servers: everything spelled out, because their drivers differ in what they assume;
    /// without TLS, which only some of them would use; names without a schema mean those of
    /// `schema`.
    [[nodiscard]] QString url(const QString &schema) const;
    /// For people: without the password.
    [[nodiscard]] QString text() const;
};

/// Reads postgresql://USER:PASSWORD@127.0.0.1:PORT/DATABASE; password and port may be missing. The
/// error says what is wrong with it, never the password. Only loopback is accepted: a measurement
/// must not put load on somebody else's machine.
[[nodiscard]] Result<DatabaseAddress> databaseAddressFrom(const QString &url);

} // namespace weighbridge::measure
