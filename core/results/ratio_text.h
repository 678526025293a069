// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/figure_text.h"
#include "core/results/benchmark_result.h"

namespace weighbridge::results
{

/// "1.61–61.1"; empty where there is no interval, as after one round.
[[nodiscard]] QString rangeText(const Ratio &ratio, const QLocale &locale = plainLocale());
/// "9.93 (1.61–61.1)", or the ratio alone.
[[nodiscard]] QString ratioText(const Ratio &ratio, const QLocale &locale = plainLocale());
/// Why two targets count as equal: "cannot be told apart; this plan would have seen a difference of
/// 8.21 %", "cannot be told apart: two copies of one program differ by up to 2.00 %", "one round: no
/// statement about noise". Empty where they are different.
[[nodiscard]] QString sameness(const Ratio &ratio, const QLocale &locale = plainLocale());

} // namespace weighbridge::results
