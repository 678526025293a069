// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"
#include "core/results/run_choice.h"

#include <QSet>

#include <vector>

namespace weighbridge::evidence
{

/// The alternatives as those who are compared; parallel to Decision::alternatives.
[[nodiscard]] std::vector<results::Contender> contendersOf(const decision::Decision &decision);

/// What the decision asks about a workload: this quantity (an id) of every alternative. Whoever
/// shows the workload beside the decision asks the same and so shows the same run.
[[nodiscard]] results::RunQuestion questionOf(const decision::Decision &decision,
                                              const QString &workload, const QString &quantity);

/// Ids of the runs that the user has applied: they rate a cell or size the servers. A file of
/// before there was CapacitySetting::runs tells it by its cells.
[[nodiscard]] QSet<QString> appliedRunIds(const decision::Decision &decision);
/// The same with those that rate a cell of a comparison that is not on show: what must stay in the
/// project.
[[nodiscard]] QSet<QString> neededRunIds(const decision::Decision &decision);
/// Those of `runs` that were applied.
[[nodiscard]] results::Runs appliedRuns(const decision::Decision &decision,
                                        const results::Runs &runs);

} // namespace weighbridge::evidence
