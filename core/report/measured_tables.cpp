// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/measured_tables.h"

#include "core/evidence/run_questions.h"
#include "core/report/summary_lines.h"
#include "core/report/summary_notes.h"
#include "core/report/words.h"
#include "core/results/columns.h"

#include <algorithm>
#include <iterator>

namespace weighbridge::report
{

namespace
{

using results::BenchmarkResult;
using results::RunChoice;
using results::TargetResult;

bool isLoad(const BenchmarkResult &run)
{
    return results::workloadKind(run.plan.workload) == results::WorkloadKind::load;
}

QString nameOf(const TargetResult &result)
{
    return result.name.isEmpty() ? result.target : result.name;
}

/// The run that counts for each workload, profile and number of connections, with those that fill
/// its gaps; those of another machine are left out here.
std::vector<RunChoice> countingRuns(const Content &content)
{
    std::vector<RunChoice> choices =
        results::chooseForEach(content.runs, evidence::contendersOf(content.decision));
    const QString machine = results::countingMachine(content.runs);
    std::erase_if(choices, [&](const RunChoice &choice) {
        return choice.run->machine.fingerprint != machine;
    });
    const QStringList order = results::workloadIds();
    std::stable_sort(choices.begin(), choices.end(), [&](const auto &a, const auto &b) {
        return order.indexOf(a.run->plan.workload) < order.indexOf(b.run->plan.workload);
    });
    return choices;
}

QString captionOf(const RunChoice &choice)
{
    const BenchmarkResult &run = *choice.run;
    const QString caption = Words::tr("Profile %1, %2 rounds, %3.")
                                .arg(weighbridge::nameOf(run.plan.profile))
                                .arg(run.plan.rounds)
                                .arg(run.startedAt.date().toString(Qt::ISODate));
    return choice.isOneRun() ? caption : caption + QLatin1Char(' ') + choice.fromDifferentRuns;
}

/// With the mark of its target's grade.
QString cellOf(const TargetResult &result, const results::Column &column, const QLocale &locale)
{
    const QString text = results::cellText(result, column, locale);
    const bool isFigure =
        column.part == results::Column::Part::value && text != results::noFigure();
    const QString mark = gradeMark(gradeIn(result));
    return isFigure && !mark.isEmpty() ? QStringLiteral("%1 %2").arg(text, mark) : text;
}

/// A row for each load, a column for each target.
MeasuredTable throughputTable(const std::vector<RunChoice> &loads, const QLocale &locale)
{
    MeasuredTable table;
    table.title = Words::tr("Throughput by workload");
    table.caption = Words::tr("requests/s, the run that counts for each.");
    table.columns = {Words::tr("Workload")};
    QStringList targets;
    for (const RunChoice &load : loads) {
        for (const TargetResult *result : load.results()) {
            if (targets.contains(result->target))
                continue;
            targets.append(result->target);
            table.columns.append(nameOf(*result));
        }
        if (!load.isOneRun())
            table.caption += QStringLiteral(" %1: %2").arg(loadText(load.run->plan, locale),
                                                           load.fromDifferentRuns);
    }
    for (const RunChoice &load : loads) {
        QStringList row{loadText(load.run->plan, locale)};
        const results::Column leading = results::columnsOf(load.run->plan).front();
        for (const QString &target : targets) {
            const TargetResult *result = load.find(target);
            row.append(result ? cellOf(*result, leading, locale) : results::noFigure());
        }
        table.rows.push_back(row);
    }
    return table;
}

} // namespace

MeasuredTable runTable(const RunChoice &choice, const QLocale &locale)
{
    const BenchmarkResult &run = *choice.run;
    MeasuredTable table;
    table.title = loadText(run.plan, locale);
    table.caption = captionOf(choice);
    table.columns = {Words::tr("Target")};
    const auto columns = results::columnsOf(run);
    for (const results::Column &column : columns)
        table.columns.append(results::headingOf(column));
    for (const TargetResult *result : choice.results()) {
        QStringList row{nameOf(*result)};
        for (const results::Column &column : columns)
            row.append(cellOf(*result, column, locale));
        table.rows.push_back(row);
        table.targets.append(result->target);
    }
    return table;
}

BenchmarkSummary summaryOf(const Content &content, const QLocale &locale)
{
    results::Runs runs;
    for (const RunChoice &choice : countingRuns(content))
        runs.push_back(choice.run);
    return summarize(runs, {}, locale);
}

MeasuredTable summaryTable(const BenchmarkSummary &summary)
{
    MeasuredTable table;
    table.title = Words::tr("Summary");
    table.caption = summaryLegend(summary).join(QLatin1Char(' '));
    table.columns = {Words::tr("Measurement")};
    for (const SummaryTarget &target : summary.targets)
        table.columns << target.name;
    for (const SummaryLine &line : summaryLines(summary)) {
        QStringList row{line.label};
        for (qsizetype i = 0; i < qsizetype(summary.targets.size()); ++i)
            row << line.cells.value(i);
        table.rows.push_back(row);
    }
    return table;
}

std::vector<MeasuredTable> measuredTables(const Content &content, const QLocale &locale)
{
    std::vector<RunChoice> loads;
    std::vector<RunChoice> others;
    for (RunChoice &choice : countingRuns(content))
        (isLoad(*choice.run) ? loads : others).push_back(std::move(choice));
    std::vector<MeasuredTable> tables;
    if (loads.size() > 1) // one load alone is shown in full elsewhere
        tables.push_back(throughputTable(loads, locale));
    for (const RunChoice &choice : others)
        tables.push_back(runTable(choice, locale));
    return tables;
}

} // namespace weighbridge::report
