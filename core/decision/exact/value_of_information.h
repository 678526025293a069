// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <vector>

namespace weighbridge::decision
{

/// What it would be worth to know one cell exactly, on the scale of the scores.
struct InformationValue {
    std::size_t need = 0;
    std::size_t alternative = 0;
    double gain = 0;         ///< expected gain in score of the better choice
    bool measurable = false; ///< a workload of the runner rates this need
    bool operator==(const InformationValue &) const = default;
};

/// Cells of all candidates, the most valuable first, by the unit normal loss integral
/// s·(φ(z) − z·(1 − Φ(z))) with s = w_k σ and z = |V_i − the best of the others| / s (Raiffa &
/// Schlaifer 1961): what choosing by the expected scores gains once the cell is known. Empty where
/// there is no ranking.
[[nodiscard]] std::vector<InformationValue> valueOfInformation(const Decision &decision);

} // namespace weighbridge::decision
