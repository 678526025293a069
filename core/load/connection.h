// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/response_parser.h"
#include "core/load/clock.h"

#include <cstdint>

namespace weighbridge::load
{

/// One of the connections of a load thread. Plain data; LoadThread moves it from state to state.
struct Connection {
    enum class State : std::uint8_t {
        closed,     ///< not opened yet, or to be opened again at `since`
        connecting, ///< since `since`
        idle,       ///< waits for a start: open loop, or not all are connected yet
        busy,       ///< a request is on its way since `since`
    };

    int socket = -1;
    std::uint32_t generation = 0; ///< of `socket`, so that a late event of its predecessor is known
    State state = State::closed;
    std::uint8_t failures = 0; ///< in a row; decides how long to wait before the next attempt
    bool wasOpened = false;    ///< at least one attempt was begun
    bool wasAttempted = false; ///< at least one attempt has ended, well or badly
    bool wasConnected = false;
    bool wasAnswered = false;
    bool isQueued = false; ///< open loop: among the free connections
    std::uint32_t sentBytes = 0;
    http::ResponseParser parser;
    Time since{};
    Time intended{}; ///< when the request should have started; closed loop: when it did
    Time firstAsked{};
    std::uint64_t requests = 0;     ///< conforming ones in this phase
    std::uint64_t wrongReplies = 0; ///< whole ones of another status or body, in this phase
};

} // namespace weighbridge::load
