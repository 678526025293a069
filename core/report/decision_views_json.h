// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "core/results/benchmark_result.h"

#include <QJsonObject>

#include <memory>
#include <optional>
#include <vector>

namespace weighbridge::report
{

/// The id at an index into the alternatives; null where there is none.
[[nodiscard]] QJsonValue alternativeId(const decision::Decision &decision,
                                       const std::optional<std::size_t> &index);

/// The closer looks of `decide --json`: must-haves, pairs, dominance, second opinion, SMAA-2,
/// doubt, open questions, group, parts and capacity.
[[nodiscard]] QJsonObject
decisionViewsJson(const decision::Decision &decision, const decision::Analysis &analysis,
                  const std::vector<std::shared_ptr<const results::BenchmarkResult>> &runs);

} // namespace weighbridge::report
