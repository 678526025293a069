// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/bench_project.h"
#include "core/measure/runs/suite.h"

#include <QJsonObject>

#include <chrono>
#include <optional>

namespace weighbridge::app
{

/// What came of a suite, or of the one plan that is a suite of its own.
struct SuiteOutcome {
    measure::Suite suite;
    Runs runs;
    std::chrono::duration<double> time{};
};

/// The run alone, or all runs of a suite, as `--out` writes it.
[[nodiscard]] QJsonObject runJson(const SuiteOutcome &outcome);
/// The object of `bench --json`: the same and, under "project", what it did to the project.
[[nodiscard]] QJsonObject benchJson(const SuiteOutcome &outcome,
                                    const std::optional<ProjectChange> &change);

} // namespace weighbridge::app
