// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/run_result.h"

namespace weighbridge::load
{

/// Little's law (Little 1961) on a measured window of length T with N connections, by the whole
/// sum: the latencies of the requests that ended in it, plus the ages of those under way at its
/// end, less the ages of those under way at its start. In a closed loop that is N·T, however the
/// server treated the connections; what is missing is time in which the generator had none under
/// way: it was opening connections again, or waiting before it did.
struct LittlesLaw {
    double impliedConnections = 0; ///< on average so many had a request under way
    double idleShare = 0;          ///< of N·T; closed loop: the generator's own doing
    bool operator==(const LittlesLaw &) const = default;
};

/// Precondition: `result.connections` > 0. All zero where there was no window.
[[nodiscard]] LittlesLaw littlesLaw(const LoadResult &result);

} // namespace weighbridge::load
