// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weighbridge::article
{

/// Little's law (L = X·R) on a closed loop of `users` who always wait for their reply.
/// J. D. C. Little, "A Proof for the Queuing Formula L = λW", Operations Research 9(3), 1961.
struct LittlesLaw {
    double users = 0;             ///< N
    double requestsPerSecond = 0; ///< X
    double latencyMs = 0;         ///< R, mean

    [[nodiscard]] double impliedLatencyMs() const { return users / requestsPerSecond * 1000; }
    [[nodiscard]] double impliedUsers() const { return requestsPerSecond * latencyMs / 1000; }
    /// Implied users ÷ users; 1 is consistent.
    [[nodiscard]] double ratio() const { return impliedUsers() / users; }
    /// |N − X·R|/N within ten per cent.
    [[nodiscard]] bool holds() const { return ratio() >= 0.9 && ratio() <= 1.1; }
};

} // namespace weighbridge::article
