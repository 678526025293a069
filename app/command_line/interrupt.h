// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/commands.h"

#include <stop_token>
#include <thread>

namespace weighbridge::app
{

/// Turns Ctrl-C (SIGINT), SIGTERM and SIGHUP into a stop request, or where the command says so into
/// the end of the program within a second, with ExitCode::interrupted and after a file that is
/// being written is whole. Ignores SIGPIPE, which would end the program without tidying up. A
/// second signal changes nothing: what runs is already being ended, and leaving earlier would leave
/// servers behind. Only printing is not waited for: where nobody reads the other end of a pipe, the
/// program ends soon after the signal. One per process, made in main().
class Interrupt
{
public:
    explicit Interrupt(Command::Stop kind);
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    void waitForSignals();
    void onSignalSeen();

    Command::Stop m_kind;
    std::stop_source m_source;
    int m_readEnd = -1;
    int m_writeEnd = -1;
    std::thread m_thread;
};

} // namespace weighbridge::app
