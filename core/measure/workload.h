// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/exchange.h"

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

/// One kind of request that all targets serve, with the reply that the contract demands. A further
/// workload is a further row of the table in workload.cpp.
struct Workload : Exchange {
    QString id;    ///< "json"
    QString title; ///< "JSON"
    ServerNeeds needs;

    /// Whether every correct reply has as many bytes as any other of the same server.
    [[nodiscard]] bool constantLength() const { return bodyRule != BodyRule::worldRows; }
};

[[nodiscard]] const std::vector<Workload> &workloads();
/// Null where there is none with this id.
[[nodiscard]] const Workload *findWorkload(QStringView id);
[[nodiscard]] QStringList workloadIds();

} // namespace weighbridge::measure
