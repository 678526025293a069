// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/benchmark_plan.h"

namespace weighbridge::measure
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

std::chrono::milliseconds estimatedTime(const BenchmarkPlan &plan)
{
    using std::chrono::milliseconds;
    constexpr milliseconds kStartCheckAndStop{1'500};
    constexpr milliseconds kCalibration{2'500};
    // Most servers are steady well before the cap.
    const milliseconds warmUp = plan.warmUpCap * 2 / 3;
    const auto launches = plan.targets.size() * plan.rounds;
    return kCalibration + (kStartCheckAndStop + warmUp + plan.duration) * launches;
}

} // namespace weighbridge::measure
