// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/conformance.h"

#include "core/measure/contract/contract_cases.h"
#include "core/measure/contract/contract_data.h"
#include "core/measure/process/words.h"
#include "core/measure/servers/surroundings.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <thread>

namespace weighbridge::measure
{

namespace
{

using std::chrono::milliseconds;

constexpr milliseconds kLongestReply{10'000};

ServerNeeds needsOf(const QStringList &workloads)
{
    ServerNeeds needs;
    for (const QString &id : workloads) {
        const WorkloadContract *workload = findWorkloadContract(id);
        if (workload == nullptr)
            continue;
        needs.database = needs.database || workload->needs.database;
        needs.upstream = needs.upstream || workload->needs.upstream;
        needs.accessLog = needs.accessLog || workload->needs.accessLog;
        needs.tokenSecret = needs.tokenSecret || workload->needs.tokenSecret;
    }
    return needs;
}

/// A server with what it needs, for as long as one series of checks takes.
struct RunningServer {
    Surroundings surroundings;
    ServerProcess process;
};

Result<RunningServer> startServer(const ConformanceOrder &order, const ServerNeeds &needs,
                                  const std::vector<int> &cpus,
                                  const QHash<QString, QString> &further,
                                  const std::stop_token &stop)
{
    constexpr int kConnections = 16;
    auto surroundings = Surroundings::create(needs, order.databaseUrl, order.placement.generator,
                                             kConnections, stop);
    if (!surroundings)
        return surroundings.error();
    QHash<QString, QString> environment = surroundings->environment();
    environment.insert(further);
    auto process =
        ServerProcess::start({order.target, order.profile, cpus, kConnections, environment});
    if (!process)
        return process.error();
    if (const auto ready = process->waitUntilReady(order.startTimeout, stop); !ready)
        return ready.error();
    return RunningServer{std::move(surroundings).value(), std::move(process).value()};
}

/// The checks of one workload against one running server.
class WorkloadCheck
{
public:
    WorkloadCheck(const ConformanceOrder &order, const WorkloadContract &workload,
                  RunningServer &server)
        : m_profile(order.profile), m_workload(workload), m_server(server)
    {
        m_result.target = order.target.target.id;
        m_result.workload = workload.id;
        m_result.profile = order.profile;
    }

    WorkloadConformance run()
    {
        const bool logged = m_workload.needs.accessLog;
        if (m_workload.special == SpecialCheck::storedNumbers)
            checkUpdates();
        else
            exchange(m_workload);
        if (m_workload.furtherExchanges != nullptr) {
            for (const Exchange &further : m_workload.furtherExchanges())
                exchange(further);
        }
        if (m_workload.special == SpecialCheck::freshNumber)
            checkFreshNumber();
        if (m_workload.special == SpecialCheck::freshTitle)
            checkFreshTitle();
        if (logged)
            checkAccessLog();
        if (!m_server.process.process().running()) {
            const QString reason = m_server.process.endedError(QStringLiteral("meanwhile")).what;
            add("server", {}, QStringLiteral("running"), reason, reason);
        }
        return std::move(m_result);
    }

private:
    void add(const char *id, const QString &at, const QString &expected, const QString &found,
             const QString &text)
    {
        m_result.differences.push_back(
            {QString::fromLatin1(id),
             QString::fromLatin1(m_workload.method + ' ' + m_workload.path), at, expected, found,
             text});
    }
    void addFailure(const Error &error)
    {
        add("database", {}, QStringLiteral("a database"), error.what, error.what);
    }

    Conformance exchange(const Exchange &exchange)
    {
        Conformance found =
            checkConformance(exchange, m_profile, m_server.process.port(), kLongestReply);
        ++m_result.exchanges;
        for (const Difference &difference : found.differences)
            m_result.differences.push_back(difference);
        m_result.remarks << found.remarks;
        m_result.remarks.removeDuplicates();
        return found;
    }

    /// A row that changes behind the server's back must be seen at once.
    void checkFreshNumber()
    {
        constexpr int kId = 4321;
        SeedDatabase *database = m_server.surroundings.database();
        Exchange row;
        row.path = "/db?id=" + QByteArray::number(kId);
        for (const int number : {initialRandomNumber(kId), 1, kWorldRows}) {
            if (const Outcome changed = database->setNumber(kId, number); !changed)
                return addFailure(changed.error());
            row.canonicalBody = worldRow(kId, number);
            if (!exchange(row).pass())
                add("cache", {}, QString::number(number), Words::tr("an older number"),
                    Words::tr("the row %1 was changed in the database to %2 and the reply "
                              "does not show it: rows may not be cached")
                        .arg(kId)
                        .arg(number));
        }
        if (const Outcome reset = database->resetNumbers(); !reset)
            addFailure(reset.error());
    }

    void checkFreshTitle()
    {
        constexpr int kPlainTitle = 1;
        SeedDatabase *database = m_server.surroundings.database();
        const QString changed = QStringLiteral("Plain title, changed"); // sorts to the same place
        if (const Outcome done = database->setTitle(kPlainTitle, changed); !done)
            return addFailure(done.error());
        Exchange page = m_workload;
        page.canonicalBody.replace("\"Plain title\"", "\"" + changed.toUtf8() + "\"");
        if (!exchange(page).pass())
            add("cache", {}, changed, Words::tr("an older title"),
                Words::tr("a title was changed in the database and the page does not show "
                          "it: rows may not be cached"));
        const QString before = QString::fromUtf8(articleTitles().front());
        if (const Outcome reset = database->setTitle(kPlainTitle, before); !reset)
            addFailure(reset.error());
    }

    void checkUpdates()
    {
        struct Batch {
            int count;
            int seed;
        };
        SeedDatabase *database = m_server.surroundings.database();
        if (const Outcome reset = database->resetNumbers(); !reset)
            return addFailure(reset.error());
        auto before = database->numbers();
        if (!before)
            return addFailure(before.error());
        std::vector<int> expected = *before;
        for (const Batch batch : {Batch{5, 7}, Batch{5, 7}, Batch{20, 3}, Batch{1, 299}})
            exchange(updateExchange(batch.count, batch.seed, expected));
        const auto after = database->numbers();
        if (!after)
            return addFailure(after.error());
        compareTables(expected, *after);
        if (const Outcome reset = database->resetNumbers(); !reset)
            addFailure(reset.error());
    }

    void compareTables(const std::vector<int> &expected, const std::vector<int> &found)
    {
        if (expected.size() != found.size())
            return add("table", QStringLiteral("world"), QString::number(expected.size()),
                       QString::number(found.size()),
                       Words::tr("the table world has %1 rows instead of %2")
                           .arg(found.size())
                           .arg(expected.size()));
        const auto at = std::mismatch(expected.begin(), expected.end(), found.begin());
        if (at.first == expected.end())
            return;
        const auto id = at.first - expected.begin() + 1;
        add("table", QStringLiteral("world, id %1").arg(id), QString::number(*at.first),
            QString::number(*at.second),
            Words::tr("after the updates the row %1 holds %2 instead of %3")
                .arg(id)
                .arg(*at.second)
                .arg(*at.first));
    }

    /// The log may be written a moment after the reply.
    QList<QByteArray> logLines()
    {
        constexpr int kAttempts = 100;
        constexpr milliseconds kPause{20};
        QList<QByteArray> lines;
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            QFile file(m_server.surroundings.accessLog());
            lines.clear();
            if (file.open(QIODevice::ReadOnly))
                lines = file.readAll().split('\n');
            lines.removeAll(QByteArray());
            if (lines.size() >= m_result.exchanges)
                break;
            std::this_thread::sleep_for(kPause);
        }
        return lines;
    }

    void checkAccessLog()
    {
        const QList<QByteArray> lines = logLines();
        if (lines.size() != m_result.exchanges)
            add("log", QStringLiteral("LOG_PATH"), QString::number(m_result.exchanges),
                QString::number(lines.size()),
                Words::tr("the access log holds %1 lines after %2 requests")
                    .arg(lines.size())
                    .arg(m_result.exchanges));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (QJsonDocument::fromJson(lines[i]).isObject())
                continue;
            add("log", QStringLiteral("line %1").arg(i + 1), Words::tr("a JSON object"),
                QString::fromUtf8(lines[i].left(80)),
                Words::tr("line %1 of the access log is no JSON object").arg(i + 1));
            return;
        }
    }

    results::Profile m_profile;
    const WorkloadContract &m_workload;
    RunningServer &m_server;
    WorkloadConformance m_result;
};

/// W9 with a budget of five: five requests pass, then one is refused. One worker, because each
/// counts for itself.
void checkRateLimit(const ConformanceOrder &order, WorkloadConformance &result,
                    const std::stop_token &stop)
{
    constexpr int kBudget = 5;
    constexpr int kMostRequests = 40; // a slow machine refills the budget meanwhile
    const WorkloadContract &secure = *findWorkloadContract(u"secure");
    const auto add = [&](const QString &expected, const QString &found, const QString &text) {
        result.differences.push_back(
            {QStringLiteral("limit"), QStringLiteral("GET /secure"), {}, expected, found, text});
    };
    std::vector<int> oneCpu = order.placement.server;
    oneCpu.resize(std::min<std::size_t>(1, oneCpu.size()));
    auto server = startServer(order, secure.needs, oneCpu,
                              {{QStringLiteral("RATE_LIMIT"), QString::number(kBudget)}}, stop);
    if (!server)
        return add(QStringLiteral("a server"), server.error().what, server.error().what);
    const std::uint16_t port = server->process.port();
    for (int request = 0; request < kMostRequests; ++request) {
        ++result.exchanges;
        const auto reply =
            httpRequest(port, secure.method, secure.path, secure.headers, {}, kLongestReply);
        if (!reply)
            return add(QStringLiteral("a reply"), reply.error().what, reply.error().what);
        const Conformance found = checkReply(secure, order.profile, *reply);
        if (found.pass())
            continue;
        if (request < kBudget)
            return add(Words::tr("%1 requests that pass").arg(kBudget), QString::number(request),
                       Words::tr("with a budget of %1 the request %2 did not pass: %3")
                           .arg(kBudget)
                           .arg(request + 1)
                           .arg(found.texts().join(QStringLiteral("; "))));
        for (const Difference &difference :
             checkReply(rateLimited(), order.profile, *reply).differences)
            result.differences.push_back(difference);
        return;
    }
    add(QStringLiteral("429"), QStringLiteral("200"),
        Words::tr("with a budget of %1 requests a second, %2 requests in a row passed")
            .arg(kBudget)
            .arg(kMostRequests));
}

} // namespace

QStringList checkedWorkloads(const Target &target)
{
    QStringList ids;
    for (const WorkloadContract &workload : workloadContracts()) {
        if (workload.base.isEmpty() && target.workloads.contains(workload.id))
            ids << workload.id;
    }
    return ids;
}

Result<std::vector<WorkloadConformance>>
checkTarget(const ConformanceOrder &order,
            const std::function<void(const WorkloadConformance &)> &checked, std::stop_token stop)
{
    auto server = startServer(order, needsOf(order.workloads), order.placement.server, {}, stop);
    if (!server)
        return server.error();
    std::vector<WorkloadConformance> results;
    for (const QString &id : order.workloads) {
        const WorkloadContract *workload = findWorkloadContract(id);
        if (workload == nullptr || stop.stop_requested())
            continue;
        WorkloadConformance result = WorkloadCheck(order, *workload, *server).run();
        if (id == QLatin1String("secure"))
            checkRateLimit(order, result, stop);
        if (checked)
            checked(result);
        results.push_back(std::move(result));
    }
    server->process.stop();
    return results;
}

} // namespace weighbridge::measure
