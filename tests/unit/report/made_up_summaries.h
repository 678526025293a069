// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measured_runs.h"

#include "core/report/summary_lines.h"

namespace weighbridge::testing
{

[[nodiscard]] inline report::BenchmarkSummary summaryOf(const QString &workload, int connections,
                                                        const std::vector<MeasuredTarget> &targets,
                                                        const QString &against = {})
{
    return report::summarize({measuredRun(workload, connections, targets)}, against);
}

/// Of the first line of its kind.
[[nodiscard]] inline QString cell(const report::BenchmarkSummary &summary,
                                  report::SummaryLine::Kind kind, int column)
{
    for (const report::SummaryLine &line : report::summaryLines(summary)) {
        if (line.kind == kind)
            return line.cells.value(column);
    }
    return {};
}

} // namespace weighbridge::testing
