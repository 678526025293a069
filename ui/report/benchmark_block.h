// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_document.h"

#include <QStringList>

namespace weighbridge::report_page
{

/// "Gin 1.12.0 on go1.26.8, FastAPI …".
[[nodiscard]] QString versionsText(const results::BenchmarkResult &run);
/// The best against each of the others with its interval; failures and warnings.
[[nodiscard]] QStringList benchmarkNotes(const results::BenchmarkResult &run);

} // namespace weighbridge::report_page
