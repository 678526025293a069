// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_run.h"

#include "core/measure/rounds/round_kind.h"
#include "core/measure/rounds/server_round.h"

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

using std::chrono::duration;
using std::chrono::milliseconds;

constexpr std::uint64_t kSamplesForP999 = 10'000;
constexpr std::uint64_t kSamplesForP9999 = 100'000;

double toMilliseconds(std::chrono::nanoseconds time)
{
    return duration<double, std::milli>(time).count();
}

} // namespace

results::LatencySummary summarize(const load::LatencyPercentiles &percentiles)
{
    results::LatencySummary summary;
    summary.samples = percentiles.samples;
    summary.mean = toMilliseconds(percentiles.mean);
    summary.p50 = toMilliseconds(percentiles.p50);
    summary.p75 = toMilliseconds(percentiles.p75);
    summary.p90 = toMilliseconds(percentiles.p90);
    summary.p99 = toMilliseconds(percentiles.p99);
    if (percentiles.samples >= kSamplesForP999)
        summary.p999 = toMilliseconds(percentiles.p999);
    if (percentiles.samples >= kSamplesForP9999)
        summary.p9999 = toMilliseconds(percentiles.p9999);
    summary.max = toMilliseconds(percentiles.max);
    return summary;
}

RoundOutcome runRound(const RoundSetting &setting, const PreparedTarget &target, int number,
                      const RoundObserver &observer, std::stop_token stop)
{
    ServerRound run(setting, target, number, observer, std::move(stop));
    roundKind(setting.workload.kind).run(run);
    run.outcome().cancelled = run.stopToken().stop_requested();
    run.stop();
    return std::move(run.outcome());
}

double measureCeiling(const RoundSetting &setting, const PreparedTarget &reference,
                      const RoundObserver &observer, std::stop_token stop)
{
    RoundSetting calibration = setting;
    calibration.plan.warmUpCap = milliseconds(1'000);
    calibration.plan.duration = std::min(setting.plan.duration, milliseconds(1'000));
    calibration.plan.requestsPerSecond.reset();
    calibration.workload = *findWorkloadContract(u"json");
    RoundObserver quiet;
    quiet.log = observer.log;
    const RoundOutcome outcome = runRound(calibration, reference, 1, quiet, std::move(stop));
    if (outcome.failure && observer.log)
        observer.log(QStringLiteral("The load generator could not be calibrated: ") +
                     outcome.failure->message());
    return outcome.round ? outcome.round->requestsPerSecond : 0;
}

} // namespace weighbridge::measure
