// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/workload.h"

#include "core/measure/contract_data.h"

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

using std::chrono::milliseconds;

Workload workload(const char *id, const char *title, const QByteArray &path,
                  const QByteArray &canonicalBody, ServerNeeds needs = {})
{
    Workload made;
    made.id = QString::fromLatin1(id);
    made.title = QString::fromLatin1(title);
    made.path = path;
    made.canonicalBody = canonicalBody;
    made.needs = needs;
    return made;
}

Workload orders()
{
    Workload made = workload("orders", "Validated order", "/orders",
                             R"({"orderTotalCents":10043,"lineCount":3,"currency":"EUR"})");
    made.method = "POST";
    made.headers = {{"Content-Type", "application/json"}};
    made.requestBody = orderBody();
    made.status = 201;
    return made;
}

/// Rows of the table `world` before anybody changed it.
QByteArray initialRows(int count, int seed, int (*change)(int))
{
    std::vector<std::pair<int, int>> rows;
    for (const int id : worldIds(count, seed))
        rows.emplace_back(id, change(initialRandomNumber(id)));
    return worldRows(rows);
}

Workload updates()
{
    constexpr int kCount = 5;
    constexpr int kSeed = 7;
    Workload made = workload("updates", "Database writes", "/updates?n=5&seed=7",
                             initialRows(kCount, kSeed, countedUp), {.database = true});
    made.method = "POST";
    made.bodyRule = BodyRule::worldRows; // under load the numbers grow with every request
    return made;
}

Workload waiting(const char *id, const char *title, const QByteArray &path,
                 const QByteArray &canonicalBody, ServerNeeds needs)
{
    Workload made = workload(id, title, path, canonicalBody, needs);
    made.atLeast = milliseconds(50);
    return made;
}

Workload secure()
{
    Workload made =
        workload("secure", "Middleware: token, limit, log", "/secure",
                 R"({"user":"u-42","role":"admin"})", {.accessLog = true, .tokenSecret = true});
    made.headers = {{"Authorization", "Bearer " + validToken()}, {"X-Request-Id", "weighbridge-1"}};
    made.replyHeaders = {{"x-request-id", "weighbridge-1"}};
    return made;
}

Workload page()
{
    Workload made = workload("page", "HTML page", "/page", pageRows(), {.database = true});
    made.mediaType = "text/html";
    made.bodyRule = BodyRule::page;
    return made;
}

/// A measurement of its own that makes the request of `base`.
Workload basedOn(const Workload &base, const char *id, const char *title, WorkloadKind kind)
{
    Workload made = base;
    made.id = QString::fromLatin1(id);
    made.title = QString::fromLatin1(title);
    made.kind = kind;
    made.base = base.id;
    return made;
}

Workload shortConnections(const Workload &base)
{
    Workload made = basedOn(base, "short", "Short connections", WorkloadKind::load);
    made.keepAlive = false;
    return made;
}

Workload events()
{
    QByteArray body;
    for (int k = 0; k < kStreamEvents; ++k)
        body += R"(data: {"i":)" + QByteArray::number(k) + "}\n\n";
    const QByteArray path = "/events?n=" + QByteArray::number(kStreamEvents) + "&ms=" +
                            QByteArray::number(static_cast<qint64>(kStreamInterval.count()));
    Workload made = workload("events", "Stream of events", path, body);
    made.mediaType = "text/event-stream";
    made.bodyRule = BodyRule::text;
    made.atLeast = kStreamInterval * (kStreamEvents - 1);
    made.bodyTakesAtLeast = made.atLeast / 2;
    made.kind = WorkloadKind::stream;
    made.usualConnections = 100;
    return made;
}

std::vector<Workload> makeTable()
{
    const auto same = [](int number) { return number; };
    constexpr ServerNeeds database{.database = true};
    const Workload json = workload("json", "JSON", "/json", R"({"message":"Hello, World!"})");
    return {
        json,
        workload("items", "JSON list", "/items?limit=20&offset=0", itemsBody(20, 0)),
        orders(),
        workload("db", "Database read", "/db?id=1234", worldRow(1234, initialRandomNumber(1234)),
                 database),
        workload("queries", "Twenty database reads", "/queries?n=20&seed=7",
                 initialRows(20, 7, same), database),
        updates(),
        waiting("sleep", "Waiting: timer", "/sleep?ms=50", R"({"sleptMs":50})", {}),
        waiting("upstream", "Waiting: another service", "/upstream?ms=50",
                R"({"upstream":"ok","delayMs":50})", {.upstream = true}),
        workload("cpu", "Computing: Fibonacci", "/cpu?n=24", R"({"n":24,"fib":46368})"),
        workload("hash", "Computing: SHA-256", "/hash?rounds=2000", hashBody(2000)),
        secure(),
        page(),
        basedOn(json, "start", "Cold start", WorkloadKind::start),
        basedOn(json, "memory", "Memory", WorkloadKind::memory),
        basedOn(json, "size", "Size of what is deployed", WorkloadKind::size),
        basedOn(json, "idle", "Idle connections", WorkloadKind::idleConnections),
        events(),
        shortConnections(json),
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

} // namespace weighbridge::measure
