// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/run_conditions.h"

#include <algorithm>

namespace weighbridge::results
{

bool isUsable(const TargetResult &result, InvalidResults invalid)
{
    return !result.rounds.empty() && (result.usable() || invalid == InvalidResults::use);
}

bool canTell(const BenchmarkResult &run, const QString &quantity)
{
    return !run.plan.requestsPerSecond || quantity != QLatin1String("requests_per_second");
}

bool hasRounds(const BenchmarkResult &run)
{
    return std::any_of(run.results.begin(), run.results.end(),
                       [](const TargetResult &result) { return !result.rounds.empty(); });
}

Conditions conditionsOf(const BenchmarkResult &run)
{
    return {run.machine.fingerprint, run.plan.workload,          run.plan.profile,
            run.plan.connections,    run.plan.requestsPerSecond, databaseKind(run.plan)};
}

RunPointer newestOf(const Runs &runs)
{
    RunPointer newest;
    for (const RunPointer &run : runs) {
        if (run && hasRounds(*run) && (!newest || run->startedAt >= newest->startedAt))
            newest = run;
    }
    return newest;
}

QString countingMachine(const Runs &runs)
{
    const RunPointer newest = newestOf(runs);
    return newest ? newest->machine.fingerprint : QString();
}

QString dateText(const BenchmarkResult &run)
{
    return QStringLiteral("%1 UTC").arg(
        run.startedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd hh:mm")));
}

} // namespace weighbridge::results
