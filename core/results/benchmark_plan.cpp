// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/benchmark_plan.h"

namespace weighbridge::results
{

QString databaseKind(const BenchmarkPlan &plan)
{
    return plan.databaseUrl.isEmpty() ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
}

} // namespace weighbridge::results
