// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <memory>
#include <optional>
#include <vector>

namespace weighbridge::results
{

using RunPointer = std::shared_ptr<const BenchmarkResult>;
using Runs = std::vector<RunPointer>;

/// Results that the judge does not stand behind are used only where the user insists.
enum class InvalidResults { leaveOut, use };

/// Whether the figures of a result may stand for its target.
[[nodiscard]] bool isUsable(const TargetResult &result,
                            InvalidResults invalid = InvalidResults::leaveOut);
/// False for throughput (by id of its quantity) at a fixed rate: it says nothing about it.
[[nodiscard]] bool canTell(const BenchmarkResult &run, const QString &quantity);
/// Whether any target has a round.
[[nodiscard]] bool hasRounds(const BenchmarkResult &run);

/// Under what a run was made. Figures are compared only where all of it is the same.
struct Conditions {
    QString machine; ///< fingerprint
    QString workload;
    Profile profile = Profile::production;
    int connections = 0;
    std::optional<double> requestsPerSecond; ///< of an open loop
    QString database;                        ///< see databaseKind()
    bool operator==(const Conditions &) const = default;
};
[[nodiscard]] Conditions conditionsOf(const BenchmarkResult &run);

/// The last one to start of those with rounds; null where there is none.
[[nodiscard]] RunPointer newestOf(const Runs &runs);

/// Fingerprint of the machine whose runs count: that of the newest.
[[nodiscard]] QString countingMachine(const Runs &runs);

/// When it was made: "2026-11-23 12:00 UTC".
[[nodiscard]] QString dateText(const BenchmarkResult &run);

} // namespace weighbridge::results
