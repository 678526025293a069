// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// A must-have: a level below which an alternative is out, whatever else it offers. A threshold in
/// raw units becomes a level by the need's value function, which takes care of the direction.
struct Gate {
    std::size_t need = 0;
    double level = kLowestLevel;
    bool operator==(const Gate &) const = default;
};

enum class GateState {
    passes,   ///< P ≥ 95 %
    atRisk,   ///< 5–95 %
    excluded, ///< P < 5 %
    unproven, ///< unknown rating: not failed, an open question
};
constexpr NameTable<GateState, 4> namesOf(GateState)
{
    return {{{GateState::passes, QLatin1String("passes")},
             {GateState::atRisk, QLatin1String("at_risk")},
             {GateState::excluded, QLatin1String("excluded")},
             {GateState::unproven, QLatin1String("unproven")}}};
}

struct GateResult {
    std::size_t gate = 0;
    std::size_t alternative = 0;
    GateState state = GateState::passes;
    std::optional<double> probability; ///< of passing; empty where unproven
    bool operator==(const GateResult &) const = default;
};

/// Every gate against every alternative: P(value ≥ threshold) from the cell's own distribution,
/// judged (its triangle) and measured (Student's t) alike.
[[nodiscard]] std::vector<GateResult> checkGates(const Decision &decision,
                                                 const std::vector<Gate> &gates);

/// Where every alternative is excluded: the least lowering of must-haves, of several together where
/// no single one helps, that lets one through that no rule rules out. Each goes to what the
/// alternative is rated.
struct Relaxation {
    std::size_t alternative = 0;
    std::vector<Gate> lowered; ///< with their new levels
};
[[nodiscard]] std::optional<Relaxation> smallestRelaxation(const Decision &decision,
                                                           const std::vector<Gate> &gates);

} // namespace weighbridge::decision
