// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/bench_project.h"
#include "core/measure/benchmark_result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace weighbridge::app
{

/// The run alone, as `--out` writes it.
[[nodiscard]] QJsonObject runJson(const measure::BenchmarkResult &result);
/// The object of `bench --json`: the run and, under "project", what it did to the project.
[[nodiscard]] QJsonObject benchJson(const measure::BenchmarkResult &result,
                                    const std::optional<ProjectChange> &change);
/// Tables of figures beside the published ones, ratios with intervals, flags in words, verdicts.
[[nodiscard]] QString benchText(const measure::BenchmarkResult &result,
                                const std::optional<ProjectChange> &change);

} // namespace weighbridge::app
