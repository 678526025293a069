// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/interrupt.h"

#include "app/command_line/console.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace weighbridge::app
{

namespace
{

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};
constexpr char kSignalled = 's';
constexpr char kLeave = 'l';

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

/// Started by nohup, the program is meant to outlive its terminal.
bool ignoresHangUp()
{
    struct sigaction action = {};
    return ::sigaction(SIGHUP, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

Interrupt::Interrupt()
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

void Interrupt::waitForSignals()
{
    char byte = 0;
    for (;;) {
        const auto got = ::read(m_readEnd, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || byte == kLeave)
            return;
        note(m_source.stop_requested()
                 ? QStringLiteral("Still stopping; everything that was started is being ended.")
                 : QStringLiteral("Stopping…"));
        m_source.request_stop();
    }
}

} // namespace weighbridge::app
