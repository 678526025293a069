// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/benchmark_block.h"

#include "core/results/quantity.h"
#include "core/results/ratio_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace weighbridge::report_page
{

namespace
{
struct BenchmarkBlock {
    Q_DECLARE_TR_FUNCTIONS(BenchmarkBlock)
};

/// The one that the others are compared with; the reference server is no framework.
const results::TargetResult *bestOf(const results::BenchmarkResult &run,
                                    const results::Quantity &quantity)
{
    const results::TargetResult *best = nullptr;
    double bestFigure = 0;
    for (const results::TargetResult &each : run.results) {
        const auto summary = results::summaryOf(each, quantity);
        if (!summary || each.language == QLatin1String("cpp"))
            continue;
        const bool better =
            quantity.moreIsBetter() ? summary->median > bestFigure : summary->median < bestFigure;
        if (!best || better) {
            best = &each;
            bestFigure = summary->median;
        }
    }
    return best;
}
} // namespace

QString versionsText(const results::BenchmarkResult &run)
{
    QStringList parts;
    for (const results::TargetResult &result : run.results) {
        if (!result.frameworkVersion.isEmpty())
            parts.append(BenchmarkBlock::tr("%1 %2 on %3")
                             .arg(result.name, result.frameworkVersion, result.runtimeVersion));
    }
    return parts.isEmpty() ? BenchmarkBlock::tr("The run does not say which versions it measured.")
                           : parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

QStringList benchmarkNotes(const results::BenchmarkResult &run)
{
    QStringList notes;
    const results::Quantity &leading = results::leadingQuantity(run.plan.workload);
    const results::TargetResult *best = bestOf(run, leading);
    const auto nameOf = [&run](const QString &id) {
        const results::TargetResult *result = run.find(id);
        return result ? result->name : id;
    };
    for (const results::Ratio &ratio : run.ratios) {
        if (!best || ratio.quantity != leading.id ||
            (ratio.a != best->target && ratio.b != best->target))
            continue;
        const QString same = results::sameness(ratio, readersLocale());
        notes.append(QStringLiteral("%1 ÷ %2: %3, %4%5")
                         .arg(nameOf(ratio.a), nameOf(ratio.b),
                              results::ratioText(ratio, readersLocale()), leading.title,
                              same.isEmpty() ? same : QStringLiteral(": ") + same));
    }
    for (const results::TargetResult &result : run.results) {
        if (!result.failure.isEmpty())
            notes.append(QStringLiteral("! %1: %2").arg(result.name, result.failure));
        for (const results::Flag &flag : result.flags)
            notes.append(QStringLiteral("! %1: %2").arg(result.name, results::inWords(flag)));
    }
    return notes;
}

} // namespace weighbridge::report_page
