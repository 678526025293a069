// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/value_of_information.h"
#include "core/decision/model/decision.h"

#include <QString>

#include <vector>

namespace weighbridge::decision
{

/// A cell whose exact value would be worth knowing.
struct OpenQuestion {
    InformationValue value;
    QString target;   ///< target to measure; empty where no workload rates the need
    QString sentence; ///< "Measure this next: p99 of FastAPI"
    bool operator==(const OpenQuestion &) const = default;
};

/// The cells that are most worth knowing, most valuable first, in words: "Measure this next: …"
/// where a workload rates the need, "Settle this next: …" elsewhere. Few, and none that would not
/// matter.
[[nodiscard]] std::vector<OpenQuestion> openQuestions(const Decision &decision);

} // namespace weighbridge::decision
