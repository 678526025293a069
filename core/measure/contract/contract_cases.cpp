// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/contract_cases.h"

#include "core/measure/contract/contract_data.h"
#include "core/measure/contract/workload_contract.h"

namespace weighbridge::measure
{

namespace
{

Exchange get(const QByteArray &path, const QByteArray &body, int status = 200)
{
    Exchange exchange;
    exchange.path = path;
    exchange.canonicalBody = body;
    exchange.status = status;
    return exchange;
}

Exchange refused(const QByteArray &path)
{
    constexpr int kUnprocessable = 422;
    return get(path, R"({"error":"validation"})", kUnprocessable);
}

Exchange notFound(const QByteArray &path)
{
    constexpr int kNotFound = 404;
    return get(path, R"({"error":"not_found"})", kNotFound);
}

Exchange order(const QByteArray &body)
{
    Exchange exchange = refused("/orders");
    exchange.method = "POST";
    exchange.headers = {{"Content-Type", "application/json"}};
    exchange.requestBody = body;
    return exchange;
}

QByteArray orderWith(const char *before, const char *after)
{
    return orderBody().replace(before, after);
}

Exchange queries(const QByteArray &query, int count, int seed)
{
    std::vector<std::pair<int, int>> rows;
    for (const int id : worldIds(count, seed))
        rows.emplace_back(id, initialRandomNumber(id));
    return get("/queries?" + query, worldRows(rows));
}

Exchange unauthorized(const QByteArray &authorization)
{
    constexpr int kUnauthorized = 401;
    Exchange exchange = get("/secure", R"({"error":"unauthorized"})", kUnauthorized);
    exchange.headers = {{"X-Request-Id", "weighbridge-2"}};
    exchange.replyHeaders = {{"x-request-id", "weighbridge-2"}};
    if (!authorization.isEmpty())
        exchange.headers.emplace_back("Authorization", authorization);
    return exchange;
}

Exchange waitingCase(const QByteArray &path, const QByteArray &body, int milliseconds)
{
    Exchange exchange = get(path, body);
    exchange.atLeast = std::chrono::milliseconds(milliseconds);
    return exchange;
}

} // namespace

std::vector<Exchange> jsonCases()
{
    Exchange health = get("/healthz", "ok");
    health.mediaType = "text/plain";
    health.bodyRule = BodyRule::text;
    Exchange unknown = notFound("/there-is-no-such-path");
    unknown.mediaType.clear();
    unknown.bodyRule = BodyRule::any;
    return {health, unknown};
}

std::vector<Exchange> itemCases()
{
    return {get("/items?limit=1&offset=0", itemsBody(1, 0)),
            get("/items?limit=100&offset=0", itemsBody(100, 0)),
            get("/items?limit=5&offset=40", itemsBody(5, 40)),
            get("/items?limit=100&offset=95", itemsBody(100, 95)),
            get("/items?limit=0&offset=0", itemsBody(1, 0)),
            get("/items?limit=1000&offset=-5", itemsBody(100, 0)),
            get("/items?limit=20&offset=200", itemsBody(20, 99)),
            refused("/items?limit=abc&offset=0"),
            refused("/items?limit=20&offset=1.5")};
}

/// Not among them: text after a complete body. Gin's own binding reads one value from the stream
/// and leaves the rest, and nobody writes it otherwise.
std::vector<Exchange> orderCases()
{
    return {order(orderWith("\"qty\":2", "\"qty\":0")),
            order(orderWith("\"qty\":2", "\"qty\":-1")),
            order(orderWith("\"qty\":2", "\"qty\":\"2\"")),
            order(orderWith("\"qty\":2", "\"qty\":2.5")),
            order(orderWith("\"qty\":2,", "")),
            order(orderWith("\"A-1\"", "5")),
            order(orderWith("\"sku\":\"A-1\",", "")),
            order(orderWith(",\"unitCents\":1999", "")),
            order(orderWith("\"customerId\":42,", "")),
            order(orderWith("42", "\"42\"")),
            order(R"({"customerId":42})"),
            order(R"({"customerId":42,"lines":{}})"),
            order(R"({"customerId":)"),
            order("[]"),
            order("")};
}

std::vector<Exchange> databaseCases()
{
    return {get("/db?id=1", worldRow(1, initialRandomNumber(1))),
            get("/db?id=10000", worldRow(kWorldRows, initialRandomNumber(kWorldRows))),
            notFound("/db?id=0"), notFound("/db?id=10001"), notFound("/db?id=-1")};
}

std::vector<Exchange> queryCases()
{
    return {queries("n=1&seed=3", 1, 3), queries("n=0&seed=3", 1, 3),
            queries("n=900&seed=1", kLargestBatch, 1)};
}

std::vector<Exchange> sleepCases()
{
    return {waitingCase("/sleep?ms=120", R"({"sleptMs":120})", 120)};
}

std::vector<Exchange> upstreamCases()
{
    return {waitingCase("/upstream?ms=120", R"({"upstream":"ok","delayMs":120})", 120)};
}

std::vector<Exchange> cpuCases()
{
    return {get("/cpu?n=10", R"({"n":10,"fib":55})")};
}

std::vector<Exchange> hashCases()
{
    return {get("/hash?rounds=1", hashBody(1)), get("/hash?rounds=3", hashBody(3))};
}

std::vector<Exchange> secureCases()
{
    QByteArray forged = validToken();
    forged.replace(forged.size() - 4, 4, "AAAA");
    const QByteArray unsignedToken =
        "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + validToken().split('.')[1] + '.';
    return {unauthorized({}), unauthorized("Bearer " + forged),
            unauthorized("Bearer " + unsignedToken), unauthorized("Bearer x.y.z"),
            unauthorized("Basic dXNlcjpwYXNz")};
}

Exchange rateLimited()
{
    constexpr int kTooMany = 429;
    Exchange exchange = get("/secure", R"({"error":"rate_limited"})", kTooMany);
    exchange.headers = findWorkloadContract(u"secure")->headers;
    exchange.replyHeaders = {{"retry-after", "1"}};
    return exchange;
}

Exchange updateExchange(int count, int seed, std::vector<int> &numbers)
{
    std::vector<std::pair<int, int>> rows;
    for (const int id : worldIds(count, seed)) {
        int &number = numbers.at(static_cast<std::size_t>(id) - 1);
        number = countedUp(number);
        rows.emplace_back(id, number);
    }
    Exchange exchange =
        get("/updates?n=" + QByteArray::number(count) + "&seed=" + QByteArray::number(seed),
            worldRows(rows));
    exchange.method = "POST";
    return exchange;
}

} // namespace weighbridge::measure
