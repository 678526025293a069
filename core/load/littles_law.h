// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/run_result.h"

namespace weighbridge::load
{

/// Little's law (Little 1961), N = X·R, on a measured closed loop: how many connections the
/// throughput and the mean latency imply beside how many there were.
struct LittlesLaw {
    double impliedConnections = 0; ///< X·R: requests per second × mean latency in seconds
    double gap = 0;                ///< |N − X·R| / N
    /// More than 10 % apart: some connections stalled or were served unfairly.
    [[nodiscard]] bool violated() const { return gap > 0.1; }
    bool operator==(const LittlesLaw &) const = default;
};

/// Meaningful for a closed loop that keeps its connections: in open loop connections wait for work,
/// and without keep-alive each request's handshake is outside its latency.
/// Precondition: `result.connections` > 0.
[[nodiscard]] LittlesLaw littlesLaw(const Result &result);

} // namespace weighbridge::load
