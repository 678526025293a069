// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/event_stream.h"

#include <utility>

namespace weighbridge::measure
{

namespace
{

constexpr qsizetype kLongestLine = 16 * 1024;
constexpr int kOk = 200;

} // namespace

bool EventStream::feed(const char *data, std::size_t size, Time now)
{
    using State = http::ResponseParser::State;
    m_now = now;
    const State state = m_parser.feed(data, size, this).state;
    m_isWrong = m_isWrong || state == State::malformed ||
                (!m_parser.isInHead() && m_parser.status() != kOk);
    return !m_isWrong;
}

void EventStream::take(const char *data, std::size_t size)
{
    m_isWrong = m_isWrong || m_parser.status() != kOk;
    for (std::size_t i = 0; i < size && !m_isWrong; ++i) {
        if (data[i] == '\n')
            endLine();
        else if (data[i] != '\r')
            m_line += data[i];
        m_isWrong = m_isWrong || m_line.size() > kLongestLine;
    }
}

void EventStream::endLine()
{
    const QByteArray line = std::exchange(m_line, {});
    if (!line.startsWith("data:"))
        return; // the end of an event, a comment, another field
    const QByteArray expected =
        R"({"i":)" + QByteArray::number(static_cast<qint64>(m_arrivals.size())) + '}';
    if (QByteArray(line.mid(5)).replace(' ', QByteArray()) == expected)
        m_arrivals.push_back(m_now);
    else
        m_isWrong = true;
}

} // namespace weighbridge::measure
