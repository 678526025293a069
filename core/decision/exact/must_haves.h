// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/gates.h"
#include "core/decision/model/decision.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// Every must-have against every alternative, in words.
struct MustHaveResult {
    std::size_t need = 0;
    GateResult result; ///< result.gate counts the needs with a must-have
    QString sentence;
    bool operator==(const MustHaveResult &) const = default;
};

/// A gate for each need with a must-have, whatever its weight.
[[nodiscard]] std::vector<Gate> gatesOf(const Decision &decision);

/// Indices of the alternatives that neither a must-have nor a rule rules out, ascending.
[[nodiscard]] std::vector<std::size_t> candidatesOf(const Decision &decision);

/// Every must-have against every alternative, and the way out where all of them are excluded.
struct MustHaves {
    std::vector<MustHaveResult> results;
    std::optional<QString> relaxation; ///< the smallest concession, in words
};
[[nodiscard]] MustHaves checkMustHaves(const Decision &decision);

} // namespace weighbridge::decision
