// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/measure/rounds/phase.h"
#include "core/results/benchmark_result.h"

#include <functional>
#include <stop_token>

namespace weighbridge::measure
{

/// Where a run stands. Copied to the observer; nothing in it is shared.
struct RunProgress {
    Phase phase = Phase::preparing;
    QString target;
    int targetNumber = 0; ///< 1-based, within the round's order
    int targetCount = 0;
    int round = 0; ///< 1-based; 0 while preparing
    int roundCount = 0;
    double phaseSeconds = 0; ///< elapsed in this phase
    double phaseLength = 0;  ///< planned, 0 where unknown
    double fractionDone = 0; ///< of the whole run
    double secondsLeft = 0;  ///< estimate for the whole run
    QString text;            ///< one line for people and logs
};

/// All callbacks come on the thread that called runPlan(), at most ten a second each but for
/// `log`, which passes on the output of preparation and servers line by line.
struct Observer {
    std::function<void(const RunProgress &)> progress;
    std::function<void(const QString &target, int round, const results::Sample &,
                       const results::LatencySummary &soFar)>
        sample;
    std::function<void(const results::TargetResult &soFar)>
        targetFinished; ///< after each of its rounds
    std::function<void(const QString &line)> log;
};

} // namespace weighbridge::measure
