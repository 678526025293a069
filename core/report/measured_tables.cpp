// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/measured_tables.h"

#include "core/results/columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace weighbridge::report
{

namespace
{

using results::BenchmarkResult;
using results::TargetResult;
using RunPointer = std::shared_ptr<const BenchmarkResult>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::report)
};

bool isLoad(const BenchmarkResult &run)
{
    return results::kindOf(run.plan.workload) == results::WorkloadKind::load;
}

QString nameOf(const TargetResult &result)
{
    return result.name.isEmpty() ? result.target : result.name;
}

/// The newest of each workload, profile and number of connections, in the order of the workloads.
std::vector<RunPointer> newestRuns(const Content &content)
{
    std::vector<RunPointer> newest;
    for (const RunPointer &run : content.runs) {
        const auto same = std::find_if(newest.begin(), newest.end(), [&](const RunPointer &known) {
            return known->plan.workload == run->plan.workload &&
                   known->plan.profile == run->plan.profile &&
                   known->plan.connections == run->plan.connections &&
                   known->plan.requestsPerSecond == run->plan.requestsPerSecond;
        });
        if (same == newest.end())
            newest.push_back(run);
        else if ((*same)->startedAt <= run->startedAt)
            *same = run;
    }
    const QStringList order = results::workloadIds();
    std::stable_sort(newest.begin(), newest.end(), [&](const auto &a, const auto &b) {
        return order.indexOf(a->plan.workload) < order.indexOf(b->plan.workload);
    });
    return newest;
}

QString captionOf(const BenchmarkResult &run)
{
    return Words::tr("Profile %1, %2 rounds, %3.")
        .arg(results::profileName(run.plan.profile))
        .arg(run.plan.rounds)
        .arg(run.startedAt.date().toString(Qt::ISODate));
}

/// What is not valid carries an exclamation mark.
QString cellOf(const TargetResult &result, const results::Column &column, const QLocale &locale)
{
    const QString text = results::cellText(result, column, locale);
    const bool isFigure = column.part == results::Column::Part::value && text != results::noFigure();
    return isFigure && !result.valid ? text + QStringLiteral(" !") : text;
}

/// A row for each load, a column for each target.
MeasuredTable throughputTable(const std::vector<RunPointer> &loads, const QLocale &locale)
{
    MeasuredTable table;
    table.title = Words::tr("Throughput by workload");
    table.caption = Words::tr("requests/s, the newest run of each.");
    table.columns = {Words::tr("Workload")};
    QStringList targets;
    for (const RunPointer &run : loads) {
        for (const TargetResult &result : run->results) {
            if (targets.contains(result.target))
                continue;
            targets.append(result.target);
            table.columns.append(nameOf(result));
        }
    }
    for (const RunPointer &run : loads) {
        QString name = Words::tr("%1, %2 connections")
                           .arg(results::workloadTitle(run->plan.workload),
                                grouped(run->plan.connections, locale));
        if (run->plan.profile != results::Profile::production)
            name += QStringLiteral(" (%1)").arg(results::profileName(run->plan.profile));
        QStringList row{name};
        const results::Column leading = results::columnsOf(run->plan).front();
        for (const QString &target : targets) {
            const TargetResult *result = run->find(target);
            row.append(result ? cellOf(*result, leading, locale) : results::noFigure());
        }
        table.rows.push_back(row);
    }
    return table;
}

} // namespace

MeasuredTable runTable(const BenchmarkResult &run, const QLocale &locale)
{
    MeasuredTable table;
    table.title = results::workloadTitle(run.plan.workload);
    table.caption = captionOf(run);
    table.columns = {Words::tr("Target")};
    const auto columns = results::columnsOf(run);
    for (const results::Column &column : columns)
        table.columns.append(results::headingOf(column));
    for (const TargetResult &result : run.results) {
        QStringList row{nameOf(result)};
        for (const results::Column &column : columns)
            row.append(cellOf(result, column, locale));
        table.rows.push_back(row);
        table.targets.append(result.target);
    }
    return table;
}

std::vector<MeasuredTable> measuredTables(const Content &content, const QLocale &locale)
{
    const std::vector<RunPointer> runs = newestRuns(content);
    std::vector<RunPointer> loads;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(loads),
                 [](const RunPointer &run) { return isLoad(*run); });
    std::vector<MeasuredTable> tables;
    if (loads.size() > 1) // one load alone is shown in full elsewhere
        tables.push_back(throughputTable(loads, locale));
    for (const RunPointer &run : runs) {
        if (!isLoad(*run))
            tables.push_back(runTable(*run, locale));
    }
    return tables;
}

} // namespace weighbridge::report
