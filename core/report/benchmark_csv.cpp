// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/benchmark_csv.h"

#include "core/base/csv_text.h"
#include "core/report/summary_notes.h"
#include "core/results/columns.h"

#include <QLocale>

namespace weighbridge::report
{

namespace
{

using results::BenchmarkResult;
using results::Interval;
using results::Quantity;
using results::TargetResult;

QString number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

/// Empty where there is nothing to grade.
QString gradeText(const TargetResult &target)
{
    if (target.rounds.empty())
        return {};
    const auto grade = gradeIn(target);
    return grade ? nameOf(*grade) : QStringLiteral("sound");
}

QString flagIds(const TargetResult &target)
{
    QStringList ids;
    for (const results::Flag &flag : target.flags)
        ids << nameOf(flag.id);
    return ids.join(QLatin1Char(' '));
}

QStringList header()
{
    return {QStringLiteral("run"),         QStringLiteral("workload"),
            QStringLiteral("connections"), QStringLiteral("rate_per_second"),
            QStringLiteral("profile"),     QStringLiteral("target"),
            QStringLiteral("name"),        QStringLiteral("quantity"),
            QStringLiteral("unit"),        QStringLiteral("value"),
            QStringLiteral("low"),         QStringLiteral("high"),
            QStringLiteral("rounds"),      QStringLiteral("state"),
            QStringLiteral("grade"),       QStringLiteral("flags")};
}

QString record(const BenchmarkResult &run, const TargetResult &target, const Quantity &quantity,
               const std::optional<Interval> &value)
{
    const results::BenchmarkPlan &plan = run.plan;
    const bool hasRange = value && value->hasRange();
    return csvLine(
        {run.id, plan.workload, QString::number(plan.connections),
         plan.requestsPerSecond ? number(*plan.requestsPerSecond) : QString(), nameOf(plan.profile),
         target.target, target.name, quantity.id, quantity.unit,
         value ? number(value->median) : QString(), hasRange ? number(value->low) : QString(),
         hasRange ? number(value->high) : QString(), QString::number(target.rounds.size()),
         nameOf(target.state), gradeText(target), flagIds(target)});
}

QString records(const BenchmarkResult &run, const TargetResult &target)
{
    QString text;
    for (const results::Column &column : results::columnsOf(run.plan, results::Detail::full)) {
        if (column.part != results::Column::Part::value)
            continue;
        if (const auto value = results::summaryOf(target, *column.quantity))
            text += record(run, target, *column.quantity, value);
    }
    return text.isEmpty() ? record(run, target, results::leadingQuantity(run.plan.workload), {})
                          : text;
}

} // namespace

QByteArray toCsv(const results::Runs &runs)
{
    QString text = csvLine(header());
    for (const auto &run : runs) {
        for (const TargetResult &target : run->results)
            text += records(*run, target);
    }
    return text.toUtf8();
}

} // namespace weighbridge::report
