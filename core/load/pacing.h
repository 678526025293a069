// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/clock.h"

#include <atomic>
#include <cstdint>

namespace weighbridge::load
{

/// The open loop's one schedule of intended starts, at a constant rate from begin() on. Shared by
/// all load threads: whoever has a free connection claims the next start; what nobody claims in
/// time is the backlog. Another arrival process replaces intendedStart() and intendedBy().
class Pacing
{
public:
    /// Precondition: `requestsPerSecond` > 0.
    explicit Pacing(double requestsPerSecond) : m_requestsPerSecond(requestsPerSecond) {}

    /// Before this call every start lies in the far future. Call once.
    void begin(Time at) { m_begin.store(at.time_since_epoch().count(), std::memory_order_release); }
    [[nodiscard]] bool hasBegun() const { return m_begin.load(std::memory_order_acquire) != 0; }

    /// The intended time of the next start; each is handed out once. Precondition: hasBegun().
    [[nodiscard]] Time claim()
    {
        return intendedStart(m_claimed.fetch_add(1, std::memory_order_relaxed));
    }
    [[nodiscard]] Time intendedStart(std::uint64_t index) const;
    /// How many starts are intended before `at`.
    [[nodiscard]] std::uint64_t intendedBy(Time at) const;

private:
    double m_requestsPerSecond;
    std::atomic<Clock::rep> m_begin{0};
    std::atomic<std::uint64_t> m_claimed{0};
};

} // namespace weighbridge::load
