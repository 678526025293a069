// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <vector>

namespace weighbridge::measure
{

/// Reads one reply of /events as it comes in, split anywhere: head, chunks (RFC 9112) or plain
/// body, events (WHATWG HTML, "Server-sent events") with the data {"i":0}, {"i":1}, …
class EventStream
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// False when what came is not the stream that was asked for: wrong status, wrong data.
    [[nodiscard]] bool feed(const char *data, std::size_t size, Time now);
    /// When each event was there, in order.
    [[nodiscard]] const std::vector<Time> &arrivals() const { return m_arrivals; }

private:
    enum class Step { head, plainBody, chunkSize, chunkData, chunkEnd, wrong };

    void endLine();
    void readBody(char c, Time now);
    void endBodyLine(Time now);

    Step m_step = Step::head;
    bool m_sawStatus = false;
    bool m_chunked = false;
    qsizetype m_chunkLeft = 0;
    QByteArray m_line; ///< of the head, or of a chunk's size
    QByteArray m_text; ///< of the body
    std::vector<Time> m_arrivals;
};

} // namespace weighbridge::measure
