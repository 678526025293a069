// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/benchmark_plan.h"

#include "core/measure/round_kind.h"

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

std::chrono::milliseconds calibrationTime(const BenchmarkPlan &plan)
{
    constexpr std::chrono::milliseconds kCalibration{2'500};
    const Workload *workload = findWorkload(plan.workload);
    const bool needed = workload != nullptr && roundKind(workload->kind).needsCeiling;
    return needed ? kCalibration : std::chrono::milliseconds(0);
}

std::chrono::milliseconds launchTime(const BenchmarkPlan &plan)
{
    const Workload *workload = findWorkload(plan.workload);
    return roundKind(workload ? workload->kind : WorkloadKind::load).estimate(plan);
}

std::chrono::milliseconds estimatedTime(const BenchmarkPlan &plan)
{
    return calibrationTime(plan) + launchTime(plan) * plan.targets.size() * plan.rounds;
}

} // namespace weighbridge::measure
