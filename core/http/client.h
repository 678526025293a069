// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/response_parser.h"
#include "core/http/socket.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace weighbridge::http
{

/// A complete HTTP/1.1 reply.
struct Reply {
    int status = 0;
    /// Names in lower case, as they came.
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;        ///< chunks joined
    bool framed = false;     ///< its end was told by Content-Length or chunks, not by closing
    bool keepsAlive = false; ///< the connection may carry another request
    /// From the first byte of the body to the last; 0 where they came together.
    std::chrono::milliseconds bodyTime{0};

    [[nodiscard]] std::optional<std::string> header(std::string_view lowerCaseName) const;
};

/// Why there is no reply.
struct Failure {
    enum class Kind {
        notConnected,  ///< `code` says why
        connectedLate, ///< not within the time
        notSent,       ///< `code` says why
        sentLate,      ///<
        broken,        ///< the connection, before the reply was whole: `code` says why
        late,          ///< no byte of the reply in time
        unfinished,    ///< not all of the reply in time
        closed,        ///< without a reply
        notHttp,       ///< `text` is how it begins
        brokenChunks,  ///< or closed within them
        wrongLength,   ///< Content-Length is `text`, the body has `bodyBytes`
        tooLong,       ///< more than kGreatestReply
    };

    Kind kind = Kind::closed;
    int code = 0; ///< errno
    std::string text;
    std::uint64_t bodyBytes = 0;
};

/// One connection to a server, for one request after the other. Every call blocks, until `deadline`
/// at the latest.
class Client
{
public:
    static constexpr std::size_t kGreatestReply = 16 * 1024 * 1024;

    /// Where the connection comes to its end with the reply.
    enum class Ending { staysOpen, isClosed };

    [[nodiscard]] std::optional<Failure> connect(const SocketAddress &address, Time deadline);
    /// Sends `request` as it is. `isClosed`: the request asks for that, so the reply is over when
    /// the server has closed the connection, and what follows the body is part of what is wrong.
    [[nodiscard]] std::variant<Reply, Failure> ask(std::string_view request, Ending ending,
                                                   Time deadline);
    /// Whether the server has neither closed the connection nor said something unasked.
    [[nodiscard]] bool isWaiting() const;

private:
    [[nodiscard]] std::optional<Failure> send(std::string_view bytes, Time deadline) const;

    Socket m_socket;
};

} // namespace weighbridge::http
