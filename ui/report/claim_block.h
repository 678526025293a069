// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_document.h"

namespace weighbridge::report_page
{

/// A claim with its verdict, its reason and what was measured.
[[nodiscard]] Block claimBlock(const article::AssessedClaim &claim, double width,
                               const charts::ChartLook &look);
/// "70 claims: 11 hold, 9 do not add up, …"
[[nodiscard]] QString claimsSummary(const std::vector<article::AssessedClaim> &claims);

} // namespace weighbridge::report_page
