// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/response_parser.h"

#include <QByteArray>

#include <chrono>
#include <vector>

namespace weighbridge::measure
{

/// Reads one reply of /events as it comes in, split anywhere: events (WHATWG HTML, "Server-sent
/// events") with the data {"i":0}, {"i":1}, …
class EventStream final : private http::BodySink
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// False when what came is not the stream that was asked for: wrong status, wrong data.
    [[nodiscard]] bool feed(const char *data, std::size_t size, Time now);
    /// When each event was there, in order.
    [[nodiscard]] const std::vector<Time> &arrivals() const { return m_arrivals; }

private:
    void take(const char *data, std::size_t size) override;
    void endLine();

    http::ResponseParser m_parser;
    bool m_isWrong = false;
    Time m_now;
    QByteArray m_line; ///< of the body, as far as it is there
    std::vector<Time> m_arrivals;
};

} // namespace weighbridge::measure
