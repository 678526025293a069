// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_document.h"

#include <QStringList>

namespace weighbridge::report
{

/// Header and one row for each measured framework.
[[nodiscard]] std::vector<Block> benchmarkBlocks(const measure::BenchmarkResult &run);
/// Ratios with their intervals, warnings, failures.
[[nodiscard]] QStringList benchmarkNotes(const measure::BenchmarkResult &run);

} // namespace weighbridge::report
