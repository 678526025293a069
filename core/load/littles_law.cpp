// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/littles_law.h"

#include <chrono>
#include <cmath>

namespace weighbridge::load
{

LittlesLaw littlesLaw(const Result &result)
{
    const auto meanSeconds = std::chrono::duration<double>(result.latency.mean()).count();
    const auto connections = static_cast<double>(result.connections);
    const auto implied = result.requestsPerSecond * meanSeconds;
    return {.impliedConnections = implied, .gap = std::abs(connections - implied) / connections};
}

} // namespace weighbridge::load
