// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/benchmark_plan.h"

namespace weighbridge::results
{

QString profileName(Profile profile)
{
    switch (profile) {
    case Profile::documented:
        return QStringLiteral("documented");
    case Profile::production:
        return QStringLiteral("production");
    case Profile::tuned:
        return QStringLiteral("tuned");
    }
    Q_UNREACHABLE();
}

std::optional<Profile> profileFromName(QStringView name)
{
    for (const Profile profile : {Profile::documented, Profile::production, Profile::tuned}) {
        if (name == profileName(profile))
            return profile;
    }
    return std::nullopt;
}

QString databaseKind(const BenchmarkPlan &plan)
{
    return plan.databaseUrl.isEmpty() ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
}

} // namespace weighbridge::results
