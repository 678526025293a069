// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/bench_project.h"

#include <QString>

#include <optional>

namespace weighbridge::app
{

/// What the text of `bench` compares.
struct BenchText {
    enum class Ratios { toReference, ofAllPairs };

    QString against; ///< id of the target that the others are compared with; empty: the best
    Ratios ratios = Ratios::toReference;
};

/// The verdict, a table of workloads and targets, a sentence for each workload, notes with what to
/// do, and what holds for all of it; no line is longer than kTextColumns. Of a single run also the
/// figures of each target.
[[nodiscard]] QString benchText(const Runs &runs, const BenchText &how,
                                const std::optional<ProjectChange> &change);
/// The verdict alone, with the gravest reason where nothing is valid, and that of the project where
/// there is one.
[[nodiscard]] QString benchVerdict(const Runs &runs, const BenchText &how,
                                   const std::optional<ProjectChange> &change);

} // namespace weighbridge::app
