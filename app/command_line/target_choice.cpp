// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/target_choice.h"

#include "app/command_line/console.h"
#include "app/command_line/suggestion.h"
#include "core/measure/servers/database_address.h"

#include <algorithm>

namespace weighbridge::app
{

std::vector<measure::Target> chosenTargets(Arguments &line, const QStringList &ids)
{
    QStringList problems;
    const auto available = measure::availableTargets(&problems);
    for (const QString &problem : problems)
        note(problem);
    if (ids.isEmpty())
        return available;
    QStringList known;
    for (const measure::Target &target : available)
        known << target.id;
    std::vector<measure::Target> chosen;
    for (const QString &id : ids) {
        const auto found = std::find_if(available.begin(), available.end(),
                                        [&id](const measure::Target &t) { return t.id == id; });
        if (found != available.end())
            chosen.push_back(*found);
        else
            line.reject(
                QStringLiteral("There is no target '%1'. %2").arg(id, suggestion(id, known)));
    }
    return chosen;
}

void addDatabaseOption(Arguments &line)
{
    line.addOption(QStringLiteral("database"), QStringLiteral("URL"),
                   QStringLiteral("PostgreSQL on this machine instead of SQLite: "
                                  "postgresql://USER:PASSWORD@127.0.0.1/DATABASE"));
}

QString chosenDatabase(Arguments &line)
{
    const QString url = line.isSet(QStringLiteral("database"))
                            ? line.text(QStringLiteral("database"))
                            : qEnvironmentVariable("WEIGHBRIDGE_DATABASE_URL");
    if (url.isEmpty())
        return {};
    if (const auto address = measure::databaseAddressFrom(url); !address)
        line.reject(address.error().message());
    return url;
}

} // namespace weighbridge::app
