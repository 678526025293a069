// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"
#include "core/decision/model/decision.h"

#include <QString>

#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// PROMETHEE II beside the verdict: agreement or not, never a second headline.
struct SecondOpinion {
    std::vector<double> net;      ///< φ, parallel to alternatives; excluded ones 0
    std::vector<double> positive; ///< φ⁺
    std::vector<double> negative; ///< φ⁻
    std::optional<std::size_t> leader;
    bool agrees = true;
    bool incomparable = false; ///< PROMETHEE I does not order leader and runner-up
    bool decides =
        true;         ///< it disagrees, or the verdict is too close to call; else not worth telling
    QString sentence; ///< "agrees", or "disagrees, because …"
    bool operator==(const SecondOpinion &) const = default;
};

/// PROMETHEE II over the candidates. A difference counts only beyond the noise of the two ratings,
/// q = 1.96·√2·se with se the need's mean standard error, and fully from one level on. `leader` is
/// that of the scores, none where they tie.
[[nodiscard]] SecondOpinion secondOpinion(const Decision &decision, const ScoreTable &table,
                                          std::optional<std::size_t> leader);

} // namespace weighbridge::decision
