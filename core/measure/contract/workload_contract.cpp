// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/workload_contract.h"

#include "core/measure/contract/contract_cases.h"
#include "core/measure/contract/contract_data.h"

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

using std::chrono::milliseconds;

using Cases = std::vector<Exchange> (*)();

WorkloadContract contract(const char *id, const QByteArray &path, const QByteArray &canonicalBody,
                          Cases cases = nullptr, ServerNeeds needs = {})
{
    WorkloadContract made;
    made.id = QString::fromLatin1(id);
    made.path = path;
    made.canonicalBody = canonicalBody;
    made.furtherExchanges = cases;
    made.needs = needs;
    return made;
}

WorkloadContract orders()
{
    WorkloadContract made =
        contract("orders", "/orders", R"({"orderTotalCents":10043,"lineCount":3,"currency":"EUR"})",
                 orderCases);
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

WorkloadContract databaseRead()
{
    constexpr int kId = 1234;
    WorkloadContract made = contract("db", "/db?id=1234", worldRow(kId, initialRandomNumber(kId)),
                                     databaseCases, {.database = true});
    made.special = SpecialCheck::freshNumber;
    return made;
}

WorkloadContract updates()
{
    constexpr int kCount = 5;
    constexpr int kSeed = 7;
    WorkloadContract made =
        contract("updates", "/updates?n=5&seed=7", initialRows(kCount, kSeed, countedUp), nullptr,
                 {.database = true});
    made.special = SpecialCheck::storedNumbers;
    made.method = "POST";
    made.bodyRule = BodyRule::worldRows; // under load the numbers grow with every request
    return made;
}

WorkloadContract waiting(const char *id, const QByteArray &path, const QByteArray &canonicalBody,
                         Cases cases, ServerNeeds needs = {})
{
    WorkloadContract made = contract(id, path, canonicalBody, cases, needs);
    made.atLeast = milliseconds(50);
    return made;
}

WorkloadContract secure()
{
    WorkloadContract made = contract("secure", "/secure", R"({"user":"u-42","role":"admin"})",
                                     secureCases, {.accessLog = true, .tokenSecret = true});
    made.headers = {{"Authorization", "Bearer " + validToken()}, {"X-Request-Id", "weighbridge-1"}};
    made.replyHeaders = {{"x-request-id", "weighbridge-1"}};
    return made;
}

WorkloadContract page()
{
    WorkloadContract made = contract("page", "/page", pageRows(), nullptr, {.database = true});
    made.special = SpecialCheck::freshTitle;
    made.mediaType = "text/html";
    made.bodyRule = BodyRule::page;
    return made;
}

WorkloadContract events()
{
    QByteArray body;
    for (int k = 0; k < kStreamEvents; ++k)
        body += R"(data: {"i":)" + QByteArray::number(k) + "}\n\n";
    const QByteArray path = "/events?n=" + QByteArray::number(kStreamEvents) + "&ms=" +
                            QByteArray::number(static_cast<qint64>(kStreamInterval.count()));
    WorkloadContract made = contract("events", path, body);
    made.mediaType = "text/event-stream";
    made.bodyRule = BodyRule::text;
    made.atLeast = kStreamInterval * (kStreamEvents - 1);
    made.bodyTakesAtLeast = made.atLeast / 2;
    return made;
}

/// The requests that are made for their own sake.
std::vector<WorkloadContract> requests()
{
    const auto same = [](int number) { return number; };
    return {
        contract("json", "/json", R"({"message":"Hello, World!"})", jsonCases),
        contract("items", "/items?limit=20&offset=0", itemsBody(20, 0), itemCases),
        orders(),
        databaseRead(),
        contract("queries", "/queries?n=20&seed=7", initialRows(20, 7, same), queryCases,
                 {.database = true}),
        updates(),
        waiting("sleep", "/sleep?ms=50", R"({"sleptMs":50})", sleepCases),
        waiting("upstream", "/upstream?ms=50", R"({"upstream":"ok","delayMs":50})", upstreamCases,
                {.upstream = true}),
        contract("cpu", "/cpu?n=24", R"({"n":24,"fib":46368})", cpuCases),
        contract("hash", "/hash?rounds=2000", hashBody(2000), hashCases),
        secure(),
        page(),
        events(),
    };
}

const WorkloadContract *find(const std::vector<WorkloadContract> &list, QStringView id)
{
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const WorkloadContract &each) { return each.id == id; });
    return found == list.end() ? nullptr : &*found;
}

std::vector<WorkloadContract> makeTable()
{
    const std::vector<WorkloadContract> asked = requests();
    std::vector<WorkloadContract> table;
    for (const results::Workload &workload : results::workloads()) {
        const WorkloadContract *request =
            find(asked, workload.base.isEmpty() ? workload.id : workload.base);
        Q_ASSERT(request);
        WorkloadContract row = *request;
        static_cast<results::Workload &>(row) = workload;
        if (!workload.base.isEmpty()) { // checked where the request is made for its own sake
            row.furtherExchanges = nullptr;
            row.special = SpecialCheck::none;
        }
        row.keepAlive = workload.id != QLatin1String("short");
        table.push_back(std::move(row));
    }
    return table;
}

} // namespace

const std::vector<WorkloadContract> &workloadContracts()
{
    static const std::vector<WorkloadContract> table = makeTable();
    return table;
}

const WorkloadContract *findWorkloadContract(QStringView id)
{
    return find(workloadContracts(), id);
}

} // namespace weighbridge::measure
