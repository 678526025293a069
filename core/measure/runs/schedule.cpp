// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/schedule.h"

#include <algorithm>
#include <random>

namespace weighbridge::measure
{

std::vector<Launch> interleave(const QStringList &targets, int rounds, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    QStringList order = targets;
    std::vector<Launch> launches;
    for (int round = 1; round <= rounds; ++round) {
        if (round % 2 == 1) {
            // Fisher and Yates; std::shuffle gives another order in another standard library.
            for (qsizetype i = order.size() - 1; i > 0; --i) {
                const auto other =
                    static_cast<qsizetype>(random() % static_cast<std::uint64_t>(i + 1));
                order.swapItemsAt(i, other);
            }
        } else {
            std::reverse(order.begin(), order.end());
        }
        for (const QString &target : std::as_const(order))
            launches.push_back({round, target});
    }
    return launches;
}

} // namespace weighbridge::measure
