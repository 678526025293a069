// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_document.h"

namespace weighbridge::report_page
{

/// The blocks of `content`, in the order of its sections, for a column of `width` CSS pixels.
[[nodiscard]] std::vector<Block> blocksOf(const report::Content &content, double width,
                                          const charts::ChartLook &look);

} // namespace weighbridge::report_page
