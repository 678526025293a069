// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

namespace weighbridge::reference
{

struct Options {
    std::uint16_t port = 0; ///< on 127.0.0.1; 0: a free one
    int workers = 1;        ///< threads, each with its own listener on the same port
};

/// A small HTTP/1.1 server, fast enough to show the ceiling of a machine and of the load generator.
///
///     GET /healthz                   200 text/plain "ok"
///     GET /json                      200 application/json {"message":"Hello, World!"}
///     GET /delay?ms=N, /upstream?ms=N, /sleep?ms=N
///                                    200 application/json {"ok":true} after N ms (at most 60,000)
///
/// Anything else is 404, another method 405, what is not HTTP 400. Listens on loopback only.
class Server
{
public:
    /// Listens at once; ask `error()` whether it does.
    explicit Server(Options options = {});
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Why it does not listen, in words; empty when it does.
    [[nodiscard]] const std::string &error() const;
    [[nodiscard]] std::uint16_t port() const;

    /// Serves until `stop` is requested or `stopFd` (−1: none) becomes readable; blocks. The
    /// calling thread is the first worker. Call once, after `error()` was empty.
    void run(std::stop_token stop, int stopFd = -1);

    /// Requests answered so far. Exact after run() has returned; may be called from any thread.
    [[nodiscard]] std::uint64_t answered() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace weighbridge::reference
