// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/runs/run_session.h"

namespace weighbridge::testing
{

/// One plan for itself, with nothing known before.
inline Result<results::BenchmarkResult> runBenchmark(const results::BenchmarkPlan &plan,
                                                     const measure::Observer &observer = {},
                                                     std::stop_token stop = {})
{
    measure::RunSession session;
    return measure::runPlan(plan, session, observer, std::move(stop));
}

} // namespace weighbridge::testing
