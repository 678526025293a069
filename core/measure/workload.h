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

/// The stream of the workload "events".
inline constexpr int kStreamEvents = 10;
inline constexpr std::chrono::milliseconds kStreamInterval{100};

/// What a round does with the server; each has a row in round_kind.cpp.
enum class WorkloadKind {
    load,            ///< as many requests as the server answers
    start,           ///< from the execution of the command to the first answers
    memory,          ///< idle, with connections, afterwards
    size,            ///< what is deployed; nothing runs
    idleConnections, ///< what a connection costs that waits
    stream,          ///< events that come one after the other
};

/// One kind of request that all targets serve, with the reply that the contract demands, and what
/// is measured with it. A further workload is a further row of the table in workload.cpp.
struct Workload : Exchange {
    QString id;    ///< "json"
    QString title; ///< "JSON"
    ServerNeeds needs;
    WorkloadKind kind = WorkloadKind::load;
    QString base;                ///< whose request this one makes; empty: a request of its own
    bool keepAlive = true;       ///< false: a new connection for every request
    int usualConnections = 1000; ///< where the user does not say how many

    /// Whether every correct reply has as many bytes as any other of the same server.
    [[nodiscard]] bool constantLength() const { return bodyRule != BodyRule::worldRows; }
};

[[nodiscard]] const std::vector<Workload> &workloads();
/// Null where there is none with this id.
[[nodiscard]] const Workload *findWorkload(QStringView id);
[[nodiscard]] QStringList workloadIds();

/// What a target serves that answers the requests `declared`: these, and what is measured with
/// them, without those that it refuses.
[[nodiscard]] QStringList servedWorkloads(const QStringList &declared, const QStringList &refused);

} // namespace weighbridge::measure
