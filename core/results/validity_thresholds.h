// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// Where a figure stops being beyond doubt: all limits of the judge, and the only place of them.
/// Included by the validity files of this folder alone.
namespace weighbridge::results::threshold
{

struct Steps {
    double noted;
    double doubtful;
    double invalid;
};

// The generator
inline constexpr double kCeilingShare = 0.8; ///< of what it reached against the reference server
inline constexpr double kBusy = 0.9;         ///< of a core
inline constexpr Steps kStarved{0.1, 0.25, 0.5}; ///< of the time: ready to run, and not running

// Connections
inline constexpr double kStalledSeconds = 1;
inline constexpr double kStalledByP99 = 20;       ///< × the p99 of the others
inline constexpr double kFinishedByTheMedian = 5; ///< while a stalled one finished none
inline constexpr double kIdleShare = 0.1;         ///< of the connections' time
inline constexpr double kJain = 0.9;
inline constexpr double kCountsToBeCompared = 5; ///< requests per connection, on average

// Replies
inline constexpr double kErrorShare = 0.001;

// Open loop
inline constexpr double kAnsweredShare = 0.99; ///< of what was due, after what is in flight
inline constexpr double kGrowthShare = 0.01;   ///< of what became due meanwhile
inline constexpr double kLeastGrowth = 2;      ///< requests
inline constexpr std::size_t kBinsForATrend = 6;

// The machine
inline constexpr Steps kCpuOfOthers{0.05, 0.2, 0.5}; ///< foreign load, steal
inline constexpr Steps kThrottled{0, 0.05, 0.5};     ///< of the quota's periods
inline constexpr double kClockJumpSeconds = 0.5;
inline constexpr int kFilesPerConnection = 4;

// Repetition
inline constexpr double kNoisy = 0.1;          ///< coefficient of variation
inline constexpr double kDoubtfulRounds = 0.5; ///< so many make the result doubtful
inline constexpr double kDoubtWidens = 2;      ///< the interval, on a logarithmic scale

// Samples: a percentile rests on at least so many values beyond it
inline constexpr double kSamplesBeyond = 10;
inline constexpr double kPercentileOfInterest = 0.99;

} // namespace weighbridge::results::threshold
