// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weighbridge::decision
{

/// A figure with its range.
struct Range {
    double median = 0;
    double low = 0;
    double high = 0;
    bool operator==(const Range &) const = default;
};

/// What one core of a target does at the latency target, and what an instance costs.
struct CapacityInput {
    double peakRequestsPerSecond = 0;
    double headroom = 1.5;          ///< factor on the peak
    Range requestsPerSecondPerCore; ///< measured at the p99 target, > 0
    Range memoryMibPerInstance;     ///< measured PSS
    double coresPerInstance = 1;
    double memoryMibOfInstance = 0; ///< limit of an instance; 0: none
    double pricePerInstanceMonth = 0;
};

struct Capacity {
    Range cores;
    Range instances; ///< whole numbers
    Range memoryMib; ///< of all instances
    Range monthlyCost;
    bool fitsInstance = true; ///< one server fits the memory of one instance
    bool operator==(const Capacity &) const = default;
};

/// cores = peak × headroom ÷ X_core; whole instances; memory and cost follow. The range of the
/// measurement is carried through: low is the cheap end.
[[nodiscard]] Capacity capacityFor(const CapacityInput &input);

} // namespace weighbridge::decision
