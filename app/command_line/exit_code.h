// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weighbridge::app
{

/// What scripts see; documented in the man page.
enum class ExitCode {
    success = 0,
    failure = 1,       ///< the work failed; one line per cause on stderr
    usage = 2,         ///< the command line makes no sense
    partial = 3,       ///< finished, but with invalid or partial results
    interrupted = 130, ///< Ctrl-C or SIGTERM
};

} // namespace weighbridge::app
