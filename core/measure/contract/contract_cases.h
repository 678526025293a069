// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/contract/exchange.h"

#include <vector>

namespace weighbridge::measure
{

// Further requests of each workload, see WorkloadContract::furtherExchanges.
[[nodiscard]] std::vector<Exchange> jsonCases();
[[nodiscard]] std::vector<Exchange> itemCases();
[[nodiscard]] std::vector<Exchange> orderCases();
[[nodiscard]] std::vector<Exchange> databaseCases();
[[nodiscard]] std::vector<Exchange> queryCases();
[[nodiscard]] std::vector<Exchange> sleepCases();
[[nodiscard]] std::vector<Exchange> upstreamCases();
[[nodiscard]] std::vector<Exchange> cpuCases();
[[nodiscard]] std::vector<Exchange> hashCases();
[[nodiscard]] std::vector<Exchange> secureCases();

/// The request of W9 when the client has spent its budget.
[[nodiscard]] Exchange rateLimited();

/// The request of W6 and its reply while the table holds `numbers` (that of id 1 first), which are
/// counted up as the server has to do.
[[nodiscard]] Exchange updateExchange(int count, int seed, std::vector<int> &numbers);

} // namespace weighbridge::measure
