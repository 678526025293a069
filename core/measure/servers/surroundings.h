// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/contract/workload_contract.h"
#include "core/measure/servers/seed_database.h"
#include "core/measure/servers/server_process.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace weighbridge::measure
{

/// What stands beside a server while it serves a workload: the database, the upstream service (the
/// built-in reference server as a process of its own), the access log. All of it lies in a
/// temporary folder and goes away with this object.
class Surroundings
{
public:
    /// `databaseUrl` as in BenchmarkPlan: empty for SQLite. `cpus` are those of the upstream
    /// service, which must not take time from the server.
    [[nodiscard]] static Result<Surroundings> create(const ServerNeeds &needs,
                                                     const QString &databaseUrl,
                                                     const std::vector<int> &cpus, int connections,
                                                     const std::stop_token &stop);

    /// What the server must be told: DB_PATH or DATABASE_URL, UPSTREAM_URL, LOG_PATH, JWT_SECRET,
    /// each only where it is needed.
    [[nodiscard]] QHash<QString, QString> environment() const;
    [[nodiscard]] SeedDatabase *database() { return m_database ? &*m_database : nullptr; }
    /// Empty where there is none.
    [[nodiscard]] QString accessLog() const;

private:
    Surroundings() = default;
    [[nodiscard]] Outcome seedDatabase(const QString &url);
    [[nodiscard]] Outcome startUpstream(const std::vector<int> &cpus, int connections,
                                        const std::stop_token &stop);

    std::unique_ptr<QTemporaryDir> m_folder; ///< none where no file is needed
    ServerNeeds m_needs;
    std::optional<SeedDatabase> m_database;
    std::optional<ServerProcess> m_upstream;
};

} // namespace weighbridge::measure
