// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/benchmark_result.h"

#include <algorithm>

namespace weighbridge::results
{

const TargetResult *BenchmarkResult::find(QStringView target) const
{
    const auto found = std::find_if(results.begin(), results.end(), [&](const TargetResult &each) {
        return each.target == target;
    });
    return found == results.end() ? nullptr : &*found;
}

} // namespace weighbridge::results
