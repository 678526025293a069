// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/benchmark_result.h"

#include <algorithm>

namespace weighbridge::results
{

QString targetStateName(TargetState state)
{
    switch (state) {
    case TargetState::measured:
        return QStringLiteral("measured");
    case TargetState::partial:
        return QStringLiteral("partial");
    case TargetState::failed:
        return QStringLiteral("failed");
    case TargetState::notRun:
        return QStringLiteral("not_run");
    }
    Q_UNREACHABLE();
}

std::optional<TargetState> targetStateFromName(QStringView name)
{
    for (const TargetState state :
         {TargetState::measured, TargetState::partial, TargetState::failed, TargetState::notRun}) {
        if (name == targetStateName(state))
            return state;
    }
    return std::nullopt;
}

const TargetResult *BenchmarkResult::find(QStringView target) const
{
    const auto found = std::find_if(results.begin(), results.end(), [&](const TargetResult &each) {
        return each.target == target;
    });
    return found == results.end() ? nullptr : &*found;
}

} // namespace weighbridge::results
