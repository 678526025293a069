// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/measured_tables.h"
#include "ui/report/report_document.h"

namespace weighbridge::report_page
{

/// Header and rows of a table of figures, as wide as the page. Its text is its own.
[[nodiscard]] std::vector<Block> tableBlocks(const report::MeasuredTable &table, double width,
                                             const charts::ChartLook &look);

} // namespace weighbridge::report_page
