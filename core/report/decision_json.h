// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/article/claims.h"
#include "core/decision/views/analysis.h"
#include "core/results/benchmark_result.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace weighbridge::report
{

/// What `decide --json` prints and the JSON report holds of the decision: every number that the
/// window shows. Units are in the keys, null is "not known". Capacity is reckoned from `runs`.
[[nodiscard]] QJsonObject
decisionJson(const decision::Decision &decision, const decision::Analysis &analysis,
             const std::vector<std::shared_ptr<const results::BenchmarkResult>> &runs = {});

/// What `claims --json` prints: claims, figures (the published table and what it implies), errata.
[[nodiscard]] QJsonObject claimsJson(const std::vector<article::AssessedClaim> &claims,
                                     const std::vector<article::PublishedCheck> &published,
                                     const std::vector<article::Erratum> &errata);

} // namespace weighbridge::report
