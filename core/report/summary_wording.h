// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/benchmark_summary.h"

namespace weighbridge::report
{

/// "A, B and C".
[[nodiscard]] QString listText(const QStringList &names);
/// "14 %", "8.4 %": as few digits as tell it from 100 %.
[[nodiscard]] QString percentText(double ratio, const QLocale &locale = plainLocale());
/// "3.1", "12", "1.04": as few digits as tell it from 1.
[[nodiscard]] QString factorText(double ratio, const QLocale &locale = plainLocale());

/// "a difference of 8 %", "a factor of 3.1": what a comparison would have seen, from its
/// Ratio::detectableDifference; empty where that is nothing worth telling.
[[nodiscard]] QString detectableText(std::optional<double> difference,
                                     const QLocale &locale = plainLocale());
/// "81–91": with as many digits as each end needs, or as tell the ends apart.
[[nodiscard]] QString spanText(double low, double high, const QLocale &locale = plainLocale());

/// Whether a sentence names the targets that have no valid figure.
enum class MissingTargets { named, leftOut };

/// The row in one sentence: how each group stands to the reference. What has less of the quantity
/// has a percentage of it, what has more a factor above 1.
[[nodiscard]] QString sentenceOf(const SummaryRow &row, const std::vector<SummaryTarget> &targets,
                                 MissingTargets missing, const QLocale &locale);
/// Who is best how often, how many results are not to be relied on, and what else limits all of
/// them.
[[nodiscard]] QStringList verdictOf(const BenchmarkSummary &summary, const results::Runs &runs);

/// Whether no row has a figure that counts.
[[nodiscard]] bool hasNothingValid(const BenchmarkSummary &summary);

/// Whether all that could have come out differently was measured only once.
[[nodiscard]] bool hasOneRoundOnly(const results::Runs &runs);

} // namespace weighbridge::report
