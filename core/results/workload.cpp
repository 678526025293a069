// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/workload.h"

#include "core/results/words.h"

#include <algorithm>

namespace weighbridge::results
{

namespace
{

std::vector<Workload> makeTable()
{
    const auto load = [](const char *id, const QString &title) {
        return Workload{QString::fromLatin1(id), title};
    };
    const auto ofJson = [](const char *id, const QString &title, WorkloadKind kind) {
        return Workload{QString::fromLatin1(id), title, kind, QStringLiteral("json")};
    };
    return {
        load("json", Words::tr("JSON")),
        load("items", Words::tr("JSON list")),
        load("orders", Words::tr("Validated order")),
        load("db", Words::tr("Database read")),
        load("queries", Words::tr("Twenty database reads")),
        load("updates", Words::tr("Five database updates")),
        load("sleep", Words::tr("Waiting: timer")),
        load("upstream", Words::tr("Waiting: another service")),
        load("cpu", Words::tr("Computing: Fibonacci")),
        load("hash", Words::tr("Computing: SHA-256")),
        load("secure", Words::tr("Middleware: token, limit, log")),
        load("page", Words::tr("HTML page")),
        ofJson("start", Words::tr("Cold start, files cached"), WorkloadKind::start),
        ofJson("memory", Words::tr("Memory"), WorkloadKind::memory),
        ofJson("size", Words::tr("Size of what is deployed"), WorkloadKind::size),
        ofJson("idle", Words::tr("Idle connections"), WorkloadKind::idleConnections),
        {QStringLiteral("events"), Words::tr("Stream of events"), WorkloadKind::stream, {}, 100},
        ofJson("short", Words::tr("Short connections"), WorkloadKind::load),
    };
}

} // namespace

const std::vector<Workload> &workloads()
{
    static const std::vector<Workload> table = makeTable();
    return table;
}

const Workload *findWorkload(QStringView id)
{
    const auto &table = workloads();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Workload &each) { return each.id == id; });
    return found == table.end() ? nullptr : &*found;
}

QStringList workloadIds()
{
    QStringList ids;
    for (const Workload &each : workloads())
        ids << each.id;
    return ids;
}

WorkloadKind workloadKind(QStringView workload)
{
    const Workload *known = findWorkload(workload);
    return known ? known->kind : WorkloadKind::load;
}

QString workloadTitle(const QString &id)
{
    const Workload *workload = findWorkload(id);
    return workload ? workload->title : id;
}

QStringList servedWorkloads(const QStringList &declared, const QStringList &refused)
{
    QStringList served = declared;
    for (const Workload &each : workloads()) {
        if (declared.contains(each.base) && !served.contains(each.id))
            served << each.id;
    }
    served.removeIf([&](const QString &id) { return refused.contains(id); });
    return served;
}

} // namespace weighbridge::results
