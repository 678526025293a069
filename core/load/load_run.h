// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/plan.h"
#include "core/load/run_result.h"

#include <functional>
#include <stop_token>
#include <variant>

namespace weighbridge::load
{

using LoadOutcome = std::variant<LoadResult, Failure>;

/// Runs `plan` and blocks until it is over. The load runs in `plan.threads` threads of its own that
/// touch nothing of the caller; `onSnapshot` (may be empty) is called in the calling thread, at
/// most 10 times a second. A stop request ends the run within about 100 ms, with the figures so
/// far. Fails when the plan makes no sense, the host is no address, there are too few file
/// descriptors, or not one connection could be made; everything later is counted in the result.
[[nodiscard]] LoadOutcome run(const Plan &plan, std::stop_token stop = {},
                              const std::function<void(const Snapshot &)> &onSnapshot = {});

} // namespace weighbridge::load
