// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"
#include "core/results/run_choice.h"

#include <optional>
#include <vector>

namespace weighbridge::evidence
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

/// The workload whose throughput sizes the servers: that of the need which it rates.
[[nodiscard]] QString sizingWorkload(const decision::Decision &decision);

/// Ids of the runs that capacity would reckon with: the run that counts for the sizing workload,
/// and the one that counts among those within the target for p99. To be applied like ratings.
[[nodiscard]] std::vector<QString> sizingRuns(const decision::Decision &decision,
                                              const results::Runs &runs);

/// Why there is no capacity of an alternative.
enum class NoCapacity {
    none,     ///< there is
    noTarget, ///< it cannot be measured
    notMeasured,
    notApplied, ///< measured, but nobody has let it into the decision
};

/// Capacity of one alternative, from the applied run that counts for the sizing workload.
struct AlternativeCapacity {
    std::size_t alternative = 0;
    std::optional<Capacity> capacity; ///< none where nothing valid was applied
    NoCapacity missing = NoCapacity::none;
    QString target; ///< id of the target it rests on
    QString targetName;
    QString run;          ///< id
    QString runDate;      ///< where the alternatives' figures are from different runs, else empty
    bool meetsP99 = true; ///< the run's p99 is within the target; true where none is set
    QString sentence; ///< "3–4 cores, 2 instances, 180 MiB, 90–120 EUR a month", or what is missing
    bool operator==(const AlternativeCapacity &) const = default;
};

/// One for each alternative. Empty where Decision::capacity has no peak. Of `runs` only those count
/// that were applied (appliedRuns()); of these the one that has all alternatives and meets the
/// target for p99, see results::chooseRun(). Ranges of a figure from another run are wider.
[[nodiscard]] std::vector<AlternativeCapacity> capacities(const decision::Decision &decision,
                                                          const results::Runs &runs);

/// Where the peak of the decision is more than one machine is rated to do: how many it takes of each
/// alternative, and at what cost; "Go takes 16 machines (8–32); …". Empty where one machine does,
/// or no peak is set. Reckoned from the ratings' figures, for machines of the kind that they speak of;
/// capacities() reckons in cores of measured servers.
[[nodiscard]] QString beyondOneMachine(const decision::Decision &decision);

/// Peak up to which two alternatives cost the same; beyond it the one that does more with a core is
/// cheaper. Nullopt where they never differ, or where prices or applied measurements are missing.
[[nodiscard]] std::optional<double> costBreakEven(const decision::Decision &decision,
                                                  const results::Runs &runs, std::size_t first,
                                                  std::size_t second);

} // namespace weighbridge::evidence
