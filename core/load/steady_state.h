// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/run_result.h"

#include <cstddef>
#include <span>
#include <vector>

namespace weighbridge::load
{

/// A stretch of bins with one level of throughput.
struct Segment {
    std::size_t first = 0;
    std::size_t count = 0;
    double mean = 0;
    bool operator==(const Segment &) const = default;
};

struct SteadyStateReport {
    SteadyState kind = SteadyState::noSteadyState;
    std::size_t steadyFrom = 0; ///< the first bin of the last level
    std::vector<Segment> segments;
};

/// Finds the levels of a series of equally long bins by optimal change-point detection (Killick et
/// al. 2012) and classifies it as Barrett et al. 2017 do: one level is flat, a last level that is
/// the highest a warm-up, a last level below an earlier one a slowdown, and a last level shorter
/// than `kSteadyBins` no steady state. Levels within 5 % of the last one count as the same.
[[nodiscard]] SteadyStateReport classifySteadyState(std::span<const std::uint64_t> bins);

inline constexpr std::size_t kSteadyBins = 10; ///< a second of bins of 100 ms

} // namespace weighbridge::load
