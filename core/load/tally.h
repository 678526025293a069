// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/latency_histogram.h"
#include "core/load/run_result.h"

#include <cstdint>
#include <string>

namespace weighbridge::load
{

/// What a load thread counts during one phase.
struct Tally {
    std::uint64_t requests = 0;
    std::uint64_t transferBytes = 0;
    LatencyHistogram latency;
    LatencyHistogram serviceTime; ///< open loop only
    LatencyHistogram sendLag;     ///< open loop only
    ErrorCounts errors;
    StatusCounts status;
    std::uint64_t ended = 0;              ///< requests with a reply of any kind or a failure
    std::chrono::nanoseconds endedTime{}; ///< of these, from the start to the end of each
    std::uint64_t closedByServer = 0;

    void merge(const Tally &other);
};

} // namespace weighbridge::load
