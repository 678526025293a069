// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge::decision
{

/// "3.86".
[[nodiscard]] QString scoreText(double score);
/// Whole numbers without decimals, halves with one: "4", "3.5".
[[nodiscard]] QString levelText(double level);
/// A raw value with its unit, three significant digits: "7,300 requests/s".
[[nodiscard]] QString rawText(double raw, const QString &unit);

/// "35%".
[[nodiscard]] QString shareText(double share);
/// "Go 66 %": whole per cent, "<1%" and ">99%" instead of 0 and 100.
[[nodiscard]] QString chanceText(double chance);

} // namespace weighbridge::decision
