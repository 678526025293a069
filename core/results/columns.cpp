// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/columns.h"

#include "core/results/words.h"

#include <algorithm>

namespace weighbridge::results
{

namespace
{

bool isShown(Place place, Detail detail)
{
    return detail == Detail::full || place != Place::detail;
}

bool hasFigure(const TargetResult &result, const Column &column)
{
    const auto summary = summaryOf(result, *column.quantity);
    return summary && (column.part == Column::Part::value || summary->hasRange());
}

} // namespace

std::vector<Column> columnsOf(const BenchmarkPlan &plan, Detail detail)
{
    const WorkloadKind kind = workloadKind(plan.workload);
    std::vector<Column> columns;
    for (const Quantity &quantity : quantities()) {
        const auto place = quantity.placeIn(kind);
        if (place && isShown(*place, detail))
            columns.push_back({&quantity, Column::Part::value});
    }
    if (plan.rounds > 1 && columns.front().quantity->variation == Variation::random)
        columns.insert(columns.begin() + 1, {columns.front().quantity, Column::Part::range});
    return columns;
}

std::vector<Column> columnsOf(const BenchmarkResult &run, Detail detail)
{
    std::vector<Column> columns = columnsOf(run.plan, detail);
    std::erase_if(columns, [&run](const Column &column) {
        return std::none_of(
            run.results.begin(), run.results.end(),
            [&column](const TargetResult &each) { return hasFigure(each, column); });
    });
    return columns;
}

QString headingOf(const Column &column)
{
    return column.part == Column::Part::range ? Words::tr("Range") : headingOf(*column.quantity);
}

QString cellText(const TargetResult &result, const Column &column, const QLocale &locale)
{
    if (!hasFigure(result, column))
        return noFigure();
    const Interval summary = *summaryOf(result, *column.quantity);
    return column.part == Column::Part::range ? intervalText(*column.quantity, summary, locale)
                                              : valueText(*column.quantity, summary.median, locale);
}

} // namespace weighbridge::results
