// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace weighbridge::measure
{

/// The SQLite file with the tables of the contract, freshly seeded. A QCoreApplication must exist:
/// the driver is a plugin.
class SeedDatabase
{
public:
    /// Makes the file, which must not exist, in WAL mode: readers do not wait for the writer.
    [[nodiscard]] static Result<SeedDatabase> create(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// The numbers of the table `world` as they are now, that of id 1 first.
    [[nodiscard]] Result<std::vector<int>> numbers() const;
    [[nodiscard]] Outcome setNumber(int id, int number);
    /// Every row of `world` as it was at first.
    [[nodiscard]] Outcome resetNumbers();
    [[nodiscard]] Outcome setTitle(int articleId, const QString &title);

private:
    explicit SeedDatabase(QString path) : m_path(std::move(path)) {}
    QString m_path;
};

} // namespace weighbridge::measure
