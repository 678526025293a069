// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/interrupt.h"

#include "app/command_line/console.h"
#include "core/base/file_text.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace weighbridge::app
{

namespace
{

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};
constexpr char kSignalled = 's';
constexpr char kLeave = 'l';
constexpr int kLookAgainMs = 300; ///< whether what is printed after a signal goes on

std::atomic<int> signalPipe{-1};

// Only async-signal-safe calls here.
void onSignal(int)
{
    const int earlierError = errno;
    [[maybe_unused]] const auto written = ::write(signalPipe.load(), &kSignalled, 1);
    errno = earlierError;
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

/// Ends the program where it is, from a thread beside the one that works.
[[noreturn]] void leave()
{
    // A file that is being written becomes whole, and no temporary one stays beside it.
    constexpr std::chrono::milliseconds kLongestWrite{700};
    [[maybe_unused]] const bool held = writeInProgress().try_lock_for(kLongestWrite);
    ::_exit(static_cast<int>(ExitCode::interrupted));
}

/// Where nobody reads the other end of a full pipe, to say it would wait for ever.
void noteWithoutWaiting(const QString &line)
{
    pollfd end{STDERR_FILENO, POLLOUT, 0};
    if (::poll(&end, 1, 0) == 1 && (end.revents & POLLOUT) != 0)
        note(line);
}

/// Started by nohup, the program is meant to outlive its terminal.
bool ignoresHangUp()
{
    struct sigaction action = {};
    return ::sigaction(SIGHUP, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

Interrupt::Interrupt(Command::Stop kind) : m_kind(kind)
{
    handle(SIGPIPE, SIG_IGN);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return; // out of descriptors: signals keep their default action
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    ::fcntl(m_writeEnd, F_SETFL, O_NONBLOCK);
    signalPipe = m_writeEnd;
    m_thread = std::thread([this] { waitForSignals(); });
    for (const int signal : kSignals) {
        if (signal != SIGHUP || !ignoresHangUp())
            handle(signal, onSignal);
    }
}

Interrupt::~Interrupt()
{
    if (!m_thread.joinable())
        return;
    for (const int signal : kSignals)
        handle(signal, SIG_DFL);
    [[maybe_unused]] const auto written = ::write(m_writeEnd, &kLeave, 1);
    m_thread.join();
    signalPipe = -1;
    ::close(m_readEnd);
    ::close(m_writeEnd);
}

void Interrupt::onSignalSeen()
{
    if (m_kind == Command::Stop::atOnce)
        leave();
    noteWithoutWaiting(m_source.stop_requested()
                           ? QStringLiteral("Still stopping; everything that was started is being "
                                            "ended.")
                           : QStringLiteral("Stopping…"));
    m_source.request_stop();
}

void Interrupt::waitForSignals()
{
    std::uint64_t blockedWrite = 0;
    for (;;) {
        pollfd end{m_readEnd, POLLIN, 0};
        const int waiting = m_source.stop_requested() ? kLookAgainMs : -1;
        const int ready = ::poll(&end, 1, waiting);
        if (ready == 0) {
            // The same write as the last time: nobody takes what is printed.
            const std::uint64_t write = writeUnderWay();
            if (write != 0 && write == blockedWrite)
                leave();
            blockedWrite = write;
            continue;
        }
        char byte = 0;
        const auto got = ready < 0 ? -1 : ::read(m_readEnd, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || byte == kLeave)
            return;
        onSignalSeen();
    }
}

} // namespace weighbridge::app
