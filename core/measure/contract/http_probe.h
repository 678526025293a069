// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/client.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace weighbridge::measure
{

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// A complete HTTP/1.1 reply.
struct HttpReply {
    int status = 0;
    HttpHeaders headers; ///< names in lower case, as they came
    QByteArray body;     ///< chunks joined
    bool framed = false; ///< its end was told by Content-Length or chunks, not by closing
    /// From the first byte of the body to the last; 0 where they came together.
    std::chrono::milliseconds bodyTime{0};

    [[nodiscard]] std::optional<QByteArray> header(const QByteArray &lowerCaseName) const;
};

/// Sends one request to 127.0.0.1 and reads the reply. Blocks for `longest` at most; a reply of
/// more than 16 MiB is refused. The error says what came instead of a reply.
[[nodiscard]] Result<HttpReply> httpRequest(std::uint16_t port, const QByteArray &method,
                                            const QByteArray &target, const HttpHeaders &headers,
                                            const QByteArray &body,
                                            std::chrono::milliseconds longest);
[[nodiscard]] Result<HttpReply> httpGet(std::uint16_t port, const QByteArray &target,
                                        std::chrono::milliseconds longest);

/// What stood in the way, in words.
[[nodiscard]] Error httpError(const http::Failure &failure);

} // namespace weighbridge::measure
