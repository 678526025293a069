// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/runs/benchmark_run.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace weighbridge::measure
{

/// Several plans that belong together, run one after the other.
struct Suite {
    QString id;    ///< "quick"; "single" for one plan
    QString title; ///< "Quick set"
    std::vector<results::BenchmarkPlan> plans;
    bool operator==(const Suite &) const = default;
};

/// W1 at 100 and 1,000 connections, W4, W7, W8, W11–W13, for the given targets; under seven minutes
/// for seven targets on two cores.
[[nodiscard]] Suite quickSuite(const QStringList &targets);

/// Wall-clock estimate, preparation excluded.
[[nodiscard]] std::chrono::milliseconds estimatedTime(const Suite &suite);

/// Observer callbacks come as for runPlan(); fractionDone and secondsLeft are of the whole
/// suite. Targets that do not serve a plan's workload are left out of that plan.
struct SuiteObserver {
    Observer run;
    /// Before each plan; `number` is 1-based.
    std::function<void(const results::BenchmarkPlan &, int number, int count)> planStarted;
    std::function<void(std::shared_ptr<const results::BenchmarkResult>)> planFinished;
};

/// The results of the plans that were begun, in their order. A stop request ends the suite; what
/// was finished is returned. An error only where nothing at all could be run.
[[nodiscard]] Result<std::vector<std::shared_ptr<const results::BenchmarkResult>>>
runSuite(const Suite &suite, const SuiteObserver &observer, std::stop_token stop);

} // namespace weighbridge::measure
