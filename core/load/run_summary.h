// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/load_thread.h"
#include "core/load/run_result.h"

#include <memory>
#include <vector>

namespace weighbridge::load
{

using LoadThreads = std::vector<std::unique_ptr<LoadThread>>;

/// The times of a run as the controller set them.
struct RunTimes {
    Time connected{}; ///< every connection was made or had failed once
    Time warmUpBegin{};
    Time windowStart{};
    Time windowEnd{};
    bool interrupted = false;
};

/// The figures of all threads as of the last bin that all have ended; any thread, at any time.
[[nodiscard]] BinProgress progressOf(const LoadThreads &threads);

/// Puts the figures of all threads together, after they have ended.
[[nodiscard]] LoadResult summarise(const RunControl &control, const LoadThreads &threads,
                                   const RunTimes &times);

} // namespace weighbridge::load
