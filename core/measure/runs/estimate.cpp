// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/estimate.h"

#include "core/measure/rounds/round_kind.h"
#include "core/results/workload.h"

namespace weighbridge::measure
{

std::chrono::milliseconds calibrationTime(const results::BenchmarkPlan &plan)
{
    constexpr std::chrono::milliseconds kCalibration{2'500};
    const results::Workload *workload = results::findWorkload(plan.workload);
    const bool needed = workload != nullptr && roundKind(workload->kind).needsCeiling;
    return needed ? kCalibration : std::chrono::milliseconds(0);
}

std::chrono::milliseconds launchTime(const results::BenchmarkPlan &plan)
{
    const results::Workload *workload = results::findWorkload(plan.workload);
    return roundKind(workload ? workload->kind : results::WorkloadKind::load).estimate(plan);
}

std::chrono::milliseconds estimatedTime(const results::BenchmarkPlan &plan)
{
    return calibrationTime(plan) + launchTime(plan) * plan.targets.size() * plan.rounds;
}

} // namespace weighbridge::measure
