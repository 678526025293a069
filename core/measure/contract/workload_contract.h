// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/contract/exchange.h"
#include "core/results/workload.h"

#include <QString>

#include <vector>

namespace weighbridge::measure
{

/// What must stand beside a server for it to serve a workload. Only these get it: each of them
/// changes cold start and memory.
struct ServerNeeds {
    bool database = false;
    bool upstream = false;
    bool accessLog = false;
    bool tokenSecret = false;
    bool operator==(const ServerNeeds &) const = default;
};

/// The stream of the workload "events".
inline constexpr int kStreamEvents = 10;
inline constexpr std::chrono::milliseconds kStreamInterval{100};

/// What conformance looks at besides replies.
enum class SpecialCheck {
    none,
    freshNumber,  ///< a row of the table world that changes behind the server is seen at once
    freshTitle,   ///< the same of the articles on a page
    storedNumbers ///< what updates leave in the table
};

/// A workload with the request that all targets serve and the reply that the contract demands.
struct WorkloadContract : results::Workload, Exchange {
    ServerNeeds needs;
    bool keepAlive = true; ///< false: a new connection for every request
    /// What the contract says beyond the request that is measured: limits, other values, and the
    /// replies to what is wrong. None of them changes what the server holds. Of contract_cases.h;
    /// null: nothing.
    std::vector<Exchange> (*furtherExchanges)() = nullptr;
    SpecialCheck special = SpecialCheck::none;

    /// Whether every correct reply says the same as any other of the same server, in as many bytes.
    [[nodiscard]] bool constantBody() const { return bodyRule != BodyRule::worldRows; }
};

/// One for each row of results::workloads(), in their order.
[[nodiscard]] const std::vector<WorkloadContract> &workloadContracts();
/// Null where there is no workload with this id.
[[nodiscard]] const WorkloadContract *findWorkloadContract(QStringView id);

} // namespace weighbridge::measure
