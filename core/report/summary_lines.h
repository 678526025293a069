// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/benchmark_summary.h"

namespace weighbridge::report
{

/// A line of the summary's table, as terminal, window, page and Markdown show it.
struct SummaryLine {
    enum class Kind {
        heading,   ///< of the lines below: a quantity, or the load of a single run
        figures,   ///< the reference in its unit, the others relative to it
        ranges,    ///< 95 % intervals of the line above
        published, ///< what the article says, relative to its best
    };
    Kind kind = Kind::figures;
    QString label;
    QStringList cells;                                 ///< one for each target; none in a heading
    std::vector<std::optional<results::Grade>> grades; ///< of each cell of figures
    bool operator==(const SummaryLine &) const = default;
};

[[nodiscard]] std::vector<SummaryLine> summaryLines(const BenchmarkSummary &summary);
/// How to read the lines, one sentence for each sign that occurs in them.
[[nodiscard]] QStringList summaryLegend(const BenchmarkSummary &summary);
/// "JSON, 1,000 connections: FastAPI answers 14 % of what Gin does.", one for each row but for the
/// one that is the verdict already. None where the verdict is that nothing is
/// valid, nor, of a single run, of a row that compares nobody.
[[nodiscard]] QStringList summarySentences(const BenchmarkSummary &summary);
/// "Invalid: Gin, JSON, 1,000 connections: … Run again with …", without its mark.
[[nodiscard]] QString noteText(const SummaryNote &note);
/// "a"; "all" of a note that stands at no figure because all have it.
[[nodiscard]] QString noteMark(const SummaryNote &note);

} // namespace weighbridge::report
