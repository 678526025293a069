// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/profile.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace weighbridge::results
{

/// What the user asked to be measured. A value; the run never changes it.
struct BenchmarkPlan {
    QStringList targets;                        ///< target ids, in the order asked for
    QString workload = QStringLiteral("json");  ///< workload id
    int connections = 1000;                     ///< closed loop: users that wait for their reply
    int rounds = 3;                             ///< launches per target, interleaved
    std::chrono::milliseconds duration{10'000}; ///< measured window of one round
    std::chrono::milliseconds warmUpCap{5'000}; ///< warm-up ends when steady, at the latest here
    Profile profile = Profile::production;
    std::optional<double> requestsPerSecond;        ///< open loop at this rate where set
    std::uint64_t seed = 1;                         ///< order of the targets within a round; < 2^53
    std::chrono::milliseconds startTimeout{30'000}; ///< from the start of a server to its first 200
    /// PostgreSQL on loopback for the workloads with a database; empty: SQLite. May hold a
    /// password, so the document form says only which kind it is.
    QString databaseUrl;
    bool operator==(const BenchmarkPlan &) const = default;
};

/// "sqlite" or "postgresql": what the workloads with a database run on.
[[nodiscard]] QString databaseKind(const BenchmarkPlan &plan);

} // namespace weighbridge::results
