// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/pacing.h"

#include <cmath>

namespace weighbridge::load
{

Time Pacing::intendedStart(std::uint64_t index) const
{
    const auto begin = m_begin.load(std::memory_order_acquire);
    const auto offset = std::ceil(static_cast<double>(index) / m_requestsPerSecond * 1e9);
    return Time(Clock::duration(begin + static_cast<Clock::rep>(offset)));
}

std::uint64_t Pacing::intendedBy(Time at) const
{
    const auto begin = m_begin.load(std::memory_order_acquire);
    const auto elapsed = at.time_since_epoch().count() - begin;
    if (begin == 0 || elapsed <= 0)
        return 0;
    auto count = static_cast<std::uint64_t>(
        std::floor(static_cast<double>(elapsed) * m_requestsPerSecond / 1e9));
    while (intendedStart(count) < at) // rounding: agree with intendedStart() to the nanosecond
        ++count;
    while (count > 0 && intendedStart(count - 1) >= at)
        --count;
    return count;
}

} // namespace weighbridge::load
