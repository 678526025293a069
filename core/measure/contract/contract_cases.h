// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/contract/workload_contract.h"

#include <vector>

namespace weighbridge::measure
{

/// What the contract says about a workload beyond the request that is measured: limits, other
/// values, and the replies to what is wrong. None of them changes what the server holds.
[[nodiscard]] std::vector<Exchange> furtherExchanges(const WorkloadContract &workload);

/// The request of W9 when the client has spent its budget.
[[nodiscard]] Exchange rateLimited();

/// The request of W6 and its reply while the table holds `numbers` (that of id 1 first), which are
/// counted up as the server has to do.
[[nodiscard]] Exchange updateExchange(int count, int seed, std::vector<int> &numbers);

} // namespace weighbridge::measure
