// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/littles_law.h"

#include <algorithm>
#include <chrono>

namespace weighbridge::load
{

LittlesLaw littlesLaw(const LoadResult &result)
{
    const auto seconds = [](std::chrono::nanoseconds time) {
        return std::chrono::duration<double>(time).count();
    };
    if (result.window <= std::chrono::nanoseconds(0))
        return {};
    const double implied = seconds(result.connectionTime.busy()) / seconds(result.window);
    return {.impliedConnections = implied,
            .idleShare = std::max(0.0, 1 - implied / static_cast<double>(result.connections))};
}

} // namespace weighbridge::load
