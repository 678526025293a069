// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_run.h"

#include "core/measure/process/words.h"
#include "core/measure/rounds/round_kind.h"
#include "core/measure/rounds/server_round.h"

#include <algorithm>

namespace weighbridge::measure
{

using std::chrono::milliseconds;

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
        observer.log(Words::tr("The load generator could not be calibrated: ") +
                     outcome.failure->message());
    return outcome.round ? outcome.round->requestsPerSecond : 0;
}

} // namespace weighbridge::measure
