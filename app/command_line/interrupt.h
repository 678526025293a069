// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace weighbridge::app
{

/// Turns Ctrl-C (SIGINT), SIGTERM and SIGHUP into a stop request; ignores SIGPIPE, which would end
/// the program without tidying up. A second signal changes nothing: what runs is already being
/// ended, and leaving earlier would leave servers behind. One per process, made in main().
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    void waitForSignals();

    std::stop_source m_source;
    int m_readEnd = -1;
    int m_writeEnd = -1;
    std::thread m_thread;
};

} // namespace weighbridge::app
