// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdint>
#include <vector>

namespace weighbridge::measure
{

/// One launch of one target.
struct Launch {
    int round = 0; ///< 1-based
    QString target;
    bool operator==(const Launch &) const = default;
};

/// All launches in the order in which they take place: round by round, each target once a round, so
/// that a drift of the machine meets all alike. Pairs of rounds share a random order, which the
/// second of them runs backwards. The same seed gives the same order everywhere.
[[nodiscard]] std::vector<Launch> interleave(const QStringList &targets, int rounds,
                                             std::uint64_t seed);

} // namespace weighbridge::measure
