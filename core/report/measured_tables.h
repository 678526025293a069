// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/figure_text.h"
#include "core/report/benchmark_summary.h"
#include "core/report/report_content.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace weighbridge::report
{

/// A table of measured figures, for page, PDF and Markdown. The first column is text.
struct MeasuredTable {
    QString title;
    QString caption; ///< profile, rounds, day
    QStringList columns;
    std::vector<QStringList> rows; ///< as wide as `columns`
    QStringList targets;           ///< whose row it is; empty where the rows are no targets
    bool operator==(const MeasuredTable &) const = default;
};

/// Of the run that counts for each workload, profile and number of connections. What fills the gaps
/// of a run from others is left out: a row compares what was measured together.
[[nodiscard]] BenchmarkSummary summaryOf(const Content &content,
                                         const QLocale &locale = plainLocale());
/// The summary's table; its caption says how to read it.
[[nodiscard]] MeasuredTable summaryTable(const BenchmarkSummary &summary);

/// The run that counts for each workload: throughput of all loads in one table, and a table for
/// each workload that has figures of its own (start, memory, size, idle connections, streams).
/// What is not valid carries an exclamation mark.
[[nodiscard]] std::vector<MeasuredTable> measuredTables(const Content &content,
                                                        const QLocale &locale = plainLocale());
/// A row for each target, with the run's columns.
[[nodiscard]] MeasuredTable runTable(const results::RunChoice &choice,
                                     const QLocale &locale = plainLocale());

} // namespace weighbridge::report
