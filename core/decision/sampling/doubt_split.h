// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"
#include "core/decision/model/decision.h"

#include <QString>

namespace weighbridge::decision
{

/// Where the doubt comes from: P(leader is best) with only one kind of input in doubt.
struct DoubtSplit {
    double chance = 0;
    double ratingsOnly = 0;  ///< weights as set
    double weightsOnly = 0;  ///< ratings as set
    double measuredOnly = 0; ///< only measured ratings in doubt: what more rounds would change
    QString sentence;
    bool operator==(const DoubtSplit &) const = default;
};

/// P(`leader` is best) with one kind of input in doubt at a time, beside `chance` with all of them.
/// Common random draws.
[[nodiscard]] DoubtSplit splitDoubt(const Decision &decision, const ScoreTable &table,
                                    std::size_t leader, double chance, int draws);

} // namespace weighbridge::decision
