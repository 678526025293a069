// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace weighbridge::reference
{

/// The head of one request, as far as the server cares; views into the bytes it was read from.
struct HttpRequest {
    enum class State { needMore, complete, malformed };

    State state = State::needMore;
    std::string_view method;
    std::string_view path;
    std::string_view query; ///< behind the "?"; may be empty
    bool closes = false;    ///< the connection ends after the reply
    bool hasBody = false;   ///< which is not read: the connection must end
    std::size_t bytes = 0;  ///< length of the head
};

/// Longest head that is accepted.
inline constexpr std::size_t kMaxHeadBytes = 16 * 1024;

/// Reads one request head from the start of `bytes`.
[[nodiscard]] HttpRequest readRequest(std::string_view bytes);

/// The value of `ms` in a query, from 0 to 60,000; −1 when it is missing or not such a number.
[[nodiscard]] int millisecondsOf(std::string_view query);

} // namespace weighbridge::reference
