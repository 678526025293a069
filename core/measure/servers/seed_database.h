// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/measure/servers/database_address.h"

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace weighbridge::measure
{

/// The tables of the contract, freshly seeded, in an SQLite file or in a PostgreSQL. A
/// QCoreApplication must exist: the drivers are plugins. Copies mean the same tables.
class SeedDatabase
{
public:
    /// Makes the file, which must not exist, in WAL mode: readers do not wait for the writer.
    [[nodiscard]] static Result<SeedDatabase> createFile(const QString &path);
    /// Makes a schema of its own, which goes away with the last copy of this object; nothing else
    /// in the database is touched.
    [[nodiscard]] static Result<SeedDatabase> createSchema(const DatabaseAddress &address);

    /// What a server must be told to use it: DB_PATH, or DATABASE_URL and DB_POOL.
    [[nodiscard]] QHash<QString, QString> environment() const;
    /// The numbers of the table `world` as they are now, that of id 1 first.
    [[nodiscard]] Result<std::vector<int>> numbers() const;
    [[nodiscard]] Outcome setNumber(int id, int number);
    /// Every row of `world` as it was at first.
    [[nodiscard]] Outcome resetNumbers();
    [[nodiscard]] Outcome setTitle(int articleId, const QString &title);

private:
    class Place;
    class Connection;
    explicit SeedDatabase(std::shared_ptr<const Place> place) : m_place(std::move(place)) {}
    [[nodiscard]] Outcome seed() const;
    [[nodiscard]] Outcome change(const QString &statement, const QVariantList &values) const;

    std::shared_ptr<const Place> m_place;
};

} // namespace weighbridge::measure
