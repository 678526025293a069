// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace weighbridge::results
{

/// What a round does with the server; each kind has a row in core/measure/rounds/round_kind.cpp.
enum class WorkloadKind {
    load,            ///< as many requests as the server answers
    start,           ///< from the execution of the command to the first answers
    memory,          ///< idle, with connections, afterwards
    size,            ///< what is deployed; nothing runs
    idleConnections, ///< what a connection costs that waits
    stream,          ///< events that come one after the other
};

/// What is measured, as people and documents name it. A further workload is a further row of the
/// table in workload.cpp; what is sent and must be answered is a row of workload_contract.cpp.
struct Workload {
    QString id;    ///< "json"
    QString title; ///< "JSON"
    WorkloadKind kind = WorkloadKind::load;
    QString base{};              ///< whose request this one makes; empty: a request of its own
    int usualConnections = 1000; ///< where the user does not say how many
};

[[nodiscard]] const std::vector<Workload> &workloads();
/// Null where there is none with this id.
[[nodiscard]] const Workload *findWorkload(QStringView id);
[[nodiscard]] QStringList workloadIds();
/// A workload that this version does not know counts as a load.
[[nodiscard]] WorkloadKind workloadKind(QStringView workload);
/// What people read; of a workload that this version does not know, its id.
[[nodiscard]] QString workloadTitle(const QString &id);

/// What a target serves that answers the requests `declared`: these, and what is measured with
/// them, without those that it refuses.
[[nodiscard]] QStringList servedWorkloads(const QStringList &declared, const QStringList &refused);

} // namespace weighbridge::results
