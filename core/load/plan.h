// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace weighbridge::load
{

struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header &) const = default;
};

/// One HTTP/1.1 request. `Host`, `Content-Length` and `Connection` are added where they are not
/// among `headers`.
struct Request {
    std::string method = "GET";
    std::string target = "/"; ///< path and query as they go on the wire, already percent-encoded
    std::vector<Header> headers;
    std::string body;
    bool operator==(const Request &) const = default;
};

/// What makes a reply a conforming one; everything else is an error, not a request.
struct ExpectedReply {
    std::optional<int> status = 200;        ///< none: every status from 200 to 399 conforms
    std::optional<std::uint64_t> bodyBytes; ///< none: a body of any length conforms
    /// bodyHash() of it, compared with those of a sample of replies; none: any contents conform.
    std::optional<std::uint64_t> bodyHash;
    /// Where no body is known: replies whose body is another than that of the first one conform,
    /// but are counted.
    bool sameBody = false;
    bool operator==(const ExpectedReply &) const = default;
};

/// A load run: what is sent where, by how many connections, for how long.
struct Plan {
    std::string host = "127.0.0.1"; ///< a numeric IPv4 or IPv6 address, or "localhost"
    std::uint16_t port = 0;
    Request request;
    ExpectedReply expected;
    int connections = 1;
    int threads = 1; ///< each owns connections ÷ threads of the connections
    std::chrono::nanoseconds warmUp{};
    /// Ends the warm-up as soon as the throughput is steady; `warmUp` is then the longest wait.
    bool endWarmUpWhenSteady = false;
    std::chrono::nanoseconds duration = std::chrono::seconds(10); ///< the measured window
    /// A connection attempt or a request that takes longer is counted as a timeout and abandoned.
    std::chrono::nanoseconds timeout = std::chrono::seconds(10);
    /// False: a new connection for every request, whose latency then counts from the first packet
    /// of the connection on (closed loop).
    bool keepAlive = true;
    /// Open loop: starts this many requests per second whether or not replies have come. None:
    /// closed loop, each connection sends when its reply is complete.
    std::optional<double> requestsPerSecond;
    std::uint64_t seed = 1; ///< of the sample of replies whose contents are looked at
    std::vector<int>
        cpus; ///< load thread i runs on cpus[i mod size]; empty: wherever there is room
    bool operator==(const Plan &) const = default;
};

} // namespace weighbridge::load
