// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_document.h"

#include <QStringList>

namespace weighbridge::report_page
{

/// Header and one row for each measured framework.
[[nodiscard]] std::vector<Block> benchmarkBlocks(const results::BenchmarkResult &run);
/// "Gin 1.12.0 on go1.26.8, FastAPI …".
[[nodiscard]] QString versionsText(const results::BenchmarkResult &run);
/// The fastest against each of the others with its interval; warnings.
[[nodiscard]] QStringList benchmarkNotes(const results::BenchmarkResult &run);

} // namespace weighbridge::report_page
