// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/runs/benchmark_run.h"
#include "core/measure/targets/preparation.h"

#include <map>
#include <vector>

namespace weighbridge::measure
{

/// What the plans of a suite share, so that each is found out once: toolchains, targets, what was
/// built (or why not), and what the load generator reached against the reference server.
struct RunSession {
    std::vector<Toolchain> toolchains;
    std::vector<Target> targets;
    std::map<QString, Result<PreparedTarget>> prepared; ///< by target id
    std::map<int, double> ceilings; ///< requests per second by number of connections
};

/// Runs the plan with what `session` knows already, and adds to it: prepare what is not prepared,
/// then `rounds` interleaved rounds. Blocks; call it from a thread of its own that lives as long as
/// the call. A stop request ends within a second, all servers reaped, and what was finished is
/// returned with `cancelled` set. A target that fails does not end the run: its result says why. An
/// error is returned only where nothing could be run.
[[nodiscard]] Result<results::BenchmarkResult> runPlan(const results::BenchmarkPlan &plan,
                                                       RunSession &session,
                                                       const Observer &observer,
                                                       std::stop_token stop);

} // namespace weighbridge::measure
