// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/measured_tables.h"

#include "core/base/figure_text.h"
#include "core/results/quantity.h"
#include "core/results/workload.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

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

const QString kThroughput = QStringLiteral("requests_per_second");

bool isLoad(const BenchmarkResult &run)
{
    return results::quantitiesOf(run.plan.workload).first() == kThroughput;
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

QString titleOf(const BenchmarkResult &run)
{
    const results::Workload *workload = results::findWorkload(run.plan.workload);
    return workload ? workload->title : run.plan.workload;
}

QString captionOf(const BenchmarkResult &run)
{
    return Words::tr("Profile %1, %2 rounds, %3.")
        .arg(results::profileName(run.plan.profile))
        .arg(run.plan.rounds)
        .arg(run.startedAt.date().toString(Qt::ISODate));
}

QString cellOf(const TargetResult *result, const QString &quantity)
{
    const results::Quantity *known = results::findQuantity(quantity);
    const auto value = result && known ? results::summaryOf(*result, *known) : std::nullopt;
    if (!value)
        return QStringLiteral("–");
    const bool whole = value->median == std::floor(value->median);
    const QString text = whole ? grouped(value->median) : figure(value->median);
    return result->valid ? text : text + QStringLiteral(" !");
}

/// A row for each load, a column for each target.
MeasuredTable throughputTable(const std::vector<RunPointer> &runs)
{
    MeasuredTable table;
    table.title = Words::tr("Throughput by workload");
    table.caption = Words::tr("requests/s, the newest run of each.");
    table.columns = {Words::tr("Workload")};
    QStringList targets;
    for (const RunPointer &run : runs) {
        for (const TargetResult &result :
             isLoad(*run) ? run->results : std::vector<TargetResult>{}) {
            if (targets.contains(result.target))
                continue;
            targets.append(result.target);
            table.columns.append(result.name.isEmpty() ? result.target : result.name);
        }
    }
    for (const RunPointer &run : runs) {
        if (!isLoad(*run))
            continue;
        QString name =
            Words::tr("%1, %2 connections").arg(titleOf(*run), grouped(run->plan.connections));
        if (run->plan.profile != results::Profile::production)
            name += QStringLiteral(" (%1)").arg(results::profileName(run->plan.profile));
        QStringList row{name};
        for (const QString &target : targets)
            row.append(cellOf(run->find(target), kThroughput));
        table.rows.push_back(row);
    }
    return table;
}

/// A row for each target, a column for each quantity.
MeasuredTable quantityTable(const BenchmarkResult &run)
{
    MeasuredTable table;
    table.title = titleOf(run);
    table.caption = captionOf(run);
    table.columns = {Words::tr("Target")};
    const QStringList quantities = results::quantitiesOf(run.plan.workload);
    for (const QString &id : quantities) {
        const results::Quantity *quantity = results::findQuantity(id);
        const bool saysUnit =
            quantity && quantity->title.compare(quantity->unit, Qt::CaseInsensitive) == 0;
        table.columns.append(!quantity ? id
                             : saysUnit
                                 ? quantity->title
                                 : QStringLiteral("%1, %2").arg(quantity->title, quantity->unit));
    }
    for (const TargetResult &result : run.results) {
        QStringList row{result.name.isEmpty() ? result.target : result.name};
        for (const QString &id : quantities)
            row.append(cellOf(&result, id));
        table.rows.push_back(row);
    }
    return table;
}

} // namespace

std::vector<MeasuredTable> measuredTables(const Content &content)
{
    const std::vector<RunPointer> runs = newestRuns(content);
    std::vector<MeasuredTable> tables;
    // One load alone is shown in full elsewhere.
    if (std::count_if(runs.begin(), runs.end(), [](const auto &run) { return isLoad(*run); }) > 1)
        tables.push_back(throughputTable(runs));
    for (const RunPointer &run : runs) {
        if (!isLoad(*run))
            tables.push_back(quantityTable(*run));
    }
    return tables;
}

} // namespace weighbridge::report
