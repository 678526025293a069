// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace weighbridge::measure
{

/// The watchdog is a process of its own between the program and each child: the program started
/// again as `weighbridge watchdog [--directory D] [--cpus 0,1] [--open-files N] -- command …`. It
/// is the subreaper of everything below, so no descendant can leave its tree, and it ends the tree
/// when the program goes away (its end of the control socket closes, however the program ends),
/// when it is told to, or when the command ends by itself.
///
/// Control socket (file descriptor 3, SOCK_SEQPACKET): the watchdog sends WatchdogReport, the
/// program one byte at a time, kTerminate or kKill.
inline constexpr int kWatchdogControl = 3;
inline constexpr char kTerminate = 't'; ///< SIGTERM to the process group of the command
inline constexpr char kKill = 'k';      ///< SIGKILL to every descendant

struct WatchdogReport {
    enum class Kind : std::int32_t { started, notStarted, exited };
    Kind kind = Kind::notStarted;
    std::int32_t pid = 0;
    std::int32_t status = 0;            ///< errno where not started, of waitpid() where exited
    std::int64_t steadyNanoseconds = 0; ///< CLOCK_MONOTONIC of the start
};

/// The main function of the sub-command; `argc` and `argv` are the program's. Uses no Qt.
int watchdogMain(int argc, char **argv);

} // namespace weighbridge::measure
