// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/event_stream.h"

#include <QList>

#include <utility>

namespace weighbridge::measure
{

namespace
{

constexpr qsizetype kLongestLine = 16 * 1024;

} // namespace

bool EventStream::feed(const char *data, std::size_t size, Time now)
{
    for (std::size_t i = 0; i < size && m_step != Step::wrong; ++i) {
        const char c = data[i];
        switch (m_step) {
        case Step::plainBody:
            readBody(c, now);
            break;
        case Step::chunkData:
            readBody(c, now);
            if (--m_chunkLeft == 0 && m_step != Step::wrong)
                m_step = Step::chunkEnd;
            break;
        default:
            if (c == '\n')
                endLine();
            else if (c != '\r')
                m_line += c;
            if (m_line.size() > kLongestLine)
                m_step = Step::wrong;
        }
    }
    return m_step != Step::wrong;
}

/// A line of the head, of a chunk's size, or the empty one after a chunk.
void EventStream::endLine()
{
    const QByteArray line = std::exchange(m_line, {});
    if (m_step == Step::chunkEnd) {
        m_step = Step::chunkSize;
    } else if (m_step == Step::chunkSize) {
        bool isNumber = false;
        m_chunkLeft = line.split(';').first().trimmed().toLongLong(&isNumber, 16);
        // The last chunk is empty; nothing that matters follows.
        m_step = !isNumber || m_chunkLeft < 0 ? Step::wrong
                 : m_chunkLeft > 0            ? Step::chunkData
                                              : Step::chunkEnd;
    } else if (!m_sawStatus) {
        m_sawStatus = true;
        if (!line.startsWith("HTTP/1.") || line.split(' ').value(1) != "200")
            m_step = Step::wrong;
    } else if (line.isEmpty()) {
        m_step = m_chunked ? Step::chunkSize : Step::plainBody;
    } else {
        const QByteArray lower = line.toLower();
        m_chunked =
            m_chunked || (lower.startsWith("transfer-encoding:") && lower.contains("chunked"));
    }
}

void EventStream::readBody(char c, Time now)
{
    if (c == '\n')
        endBodyLine(now);
    else if (c != '\r')
        m_text += c;
    if (m_text.size() > kLongestLine)
        m_step = Step::wrong;
}

void EventStream::endBodyLine(Time now)
{
    const QByteArray line = std::exchange(m_text, {});
    if (!line.startsWith("data:"))
        return; // the end of an event, a comment, another field
    const QByteArray expected =
        R"({"i":)" + QByteArray::number(static_cast<qint64>(m_arrivals.size())) + '}';
    if (QByteArray(line.mid(5)).replace(' ', QByteArray()) == expected)
        m_arrivals.push_back(now);
    else
        m_step = Step::wrong;
}

} // namespace weighbridge::measure
