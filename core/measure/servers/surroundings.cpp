// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/surroundings.h"

#include "core/measure/contract/contract_data.h"
#include "core/measure/process/words.h"

namespace weighbridge::measure
{

Result<Surroundings> Surroundings::create(const ServerNeeds &needs, const QString &databaseUrl,
                                          const std::vector<int> &cpus, int connections,
                                          const std::stop_token &stop)
{
    Surroundings made;
    made.m_needs = needs;
    if (needs.database || needs.accessLog) {
        made.m_folder = std::make_unique<QTemporaryDir>();
        if (!made.m_folder->isValid())
            return Error{
                Words::tr("No temporary folder can be made: %1").arg(made.m_folder->errorString()),
                Words::tr("Make room in the folder that TMPDIR names"),
                {}};
    }
    if (needs.database) {
        if (const Outcome seeded = made.seedDatabase(databaseUrl); !seeded)
            return seeded.error();
    }
    if (needs.upstream) {
        if (const Outcome started = made.startUpstream(cpus, connections, stop); !started)
            return started.error();
    }
    return made;
}

Outcome Surroundings::seedDatabase(const QString &url)
{
    const auto seed = [&]() -> Result<SeedDatabase> {
        if (url.isEmpty())
            return SeedDatabase::createFile(m_folder->filePath(QStringLiteral("seed.db")));
        const auto address = databaseAddressFrom(url);
        return address ? SeedDatabase::createSchema(*address) : address.error();
    };
    const auto seeded = seed();
    if (!seeded)
        return seeded.error();
    m_database = *seeded;
    return success();
}

Outcome Surroundings::startUpstream(const std::vector<int> &cpus, int connections,
                                    const std::stop_token &stop)
{
    constexpr std::chrono::milliseconds kLongestStart{10'000};
    const auto reference = prepareTarget(builtInReference(), {}, {}, stop);
    if (!reference)
        return reference.error();
    auto server =
        ServerProcess::start({*reference, results::Profile::production, cpus, connections, {}});
    if (!server)
        return server.error();
    m_upstream = std::move(server).value();
    if (const auto ready = m_upstream->waitUntilReady(kLongestStart, stop); !ready)
        return ready.error();
    return success();
}

QHash<QString, QString> Surroundings::environment() const
{
    QHash<QString, QString> environment;
    if (m_database)
        environment.insert(m_database->environment());
    if (m_upstream)
        environment.insert(QStringLiteral("UPSTREAM_URL"),
                           QStringLiteral("http://127.0.0.1:%1").arg(m_upstream->port()));
    if (m_needs.accessLog)
        environment.insert(QStringLiteral("LOG_PATH"), accessLog());
    if (m_needs.tokenSecret)
        environment.insert(QStringLiteral("JWT_SECRET"), QString::fromLatin1(tokenSecret()));
    return environment;
}

QString Surroundings::accessLog() const
{
    return m_needs.accessLog ? m_folder->filePath(QStringLiteral("access.log")) : QString();
}

} // namespace weighbridge::measure
