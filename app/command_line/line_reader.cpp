// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/line_reader.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace weighbridge::app
{

namespace
{

/// How long Ctrl-C may go unnoticed.
constexpr int kPollMilliseconds = 100;

} // namespace

bool LineReader::isTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

bool LineReader::hasLine() const
{
    return m_pending.contains('\n') || (m_ended && !m_pending.isEmpty());
}

LineReader::Outcome LineReader::read(QString &line)
{
    const Outcome outcome = wait();
    if (outcome != Outcome::line)
        return outcome;
    const auto end = m_pending.indexOf('\n');
    line = QString::fromUtf8(end < 0 ? m_pending : m_pending.left(end)).trimmed();
    m_pending.remove(0, end < 0 ? m_pending.size() : end + 1);
    return outcome;
}

LineReader::Outcome LineReader::wait()
{
    char bytes[512];
    for (;;) {
        if (m_stop.stop_requested())
            return Outcome::interrupted;
        if (hasLine())
            return Outcome::line;
        if (m_ended)
            return Outcome::end;
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = ::poll(&input, 1, kPollMilliseconds);
        if (ready == 0 || (ready < 0 && errno == EINTR))
            continue;
        const auto got = ready < 0 ? -1 : ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (got > 0)
            m_pending.append(bytes, got);
        else if (got == 0 || errno != EINTR)
            m_ended = true; // also where the terminal is gone
    }
}

} // namespace weighbridge::app
