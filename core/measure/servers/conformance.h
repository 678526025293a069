// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/contract/reply_check.h"
#include "core/measure/contract/workload_contract.h"
#include "core/measure/machine/cpu_placement.h"
#include "core/measure/targets/preparation.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace weighbridge::measure
{

/// What is checked of one target.
struct ConformanceOrder {
    PreparedTarget target;
    results::Profile profile = results::Profile::production;
    QStringList workloads; ///< ids, each declared by the target
    CpuPlacement placement;
    QString databaseUrl; ///< as in BenchmarkPlan: empty for SQLite
    std::chrono::milliseconds startTimeout{30'000};
};

/// What came of one workload of one target.
struct WorkloadConformance {
    QString target;
    QString workload;
    results::Profile profile = results::Profile::production;
    int exchanges = 0; ///< requests that were compared
    std::vector<Difference> differences;
    QStringList remarks;
    [[nodiscard]] bool pass() const { return differences.empty(); }
};

/// What there is to check of a target: the workloads it serves, without those that make the request
/// of another one.
[[nodiscard]] QStringList checkedWorkloads(const Target &target);

/// Starts the target's server with a database, an upstream service and an access log, and checks
/// every workload of the order: the request that is measured, the limits, the replies to what is
/// wrong, that rows are not cached, what updates leave in the table, what stands in the log, and in
/// a second server with a small budget the limit of W9. Blocks; `checked` is called on this thread
/// after each workload. The server and all that stands beside it are gone when this returns. The
/// error says why the server could not be started.
[[nodiscard]] Result<std::vector<WorkloadConformance>>
checkTarget(const ConformanceOrder &order,
            const std::function<void(const WorkloadConformance &)> &checked, std::stop_token stop);

} // namespace weighbridge::measure
