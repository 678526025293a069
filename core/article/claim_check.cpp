// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/article/claim_check.h"

#include "core/results/quantity.h"
#include "core/results/ratio_text.h"
#include "core/results/workload.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace weighbridge::article
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::article)
};

using results::BenchmarkResult;
using results::Interval;
using results::TargetResult;

/// A bound as it was written: "8", "7.92", "10,000".
QString bound(double value)
{
    return std::floor(value) == value ? grouped(value, readersLocale())
                                      : figure(value, readersLocale());
}

/// A figure found in a run.
struct Found {
    const BenchmarkResult *run = nullptr;
    const TargetResult *result = nullptr;
    Interval value;
    explicit operator bool() const { return run; }
};

const TargetResult *validResult(const BenchmarkResult &run, const QString &target)
{
    const TargetResult *result = run.find(target);
    return result && result->valid ? result : nullptr;
}

Found find(const MeasuredFigure &wanted, const BenchmarkResult &run)
{
    const bool fixedRate = run.plan.requestsPerSecond.has_value();
    if (run.plan.workload != wanted.workload ||
        (fixedRate && wanted.quantity == QLatin1String("requests_per_second")))
        return {};
    const TargetResult *result = validResult(run, wanted.target);
    const results::Quantity *quantity = results::findQuantity(wanted.quantity);
    if (!result || !quantity)
        return {};
    const auto value = results::summaryOf(*result, *quantity);
    return value ? Found{&run, result, *value} : Found{};
}

/// What makes one run stand for its workload before another.
auto rankOf(const BenchmarkResult &run, int connections)
{
    return std::tuple(run.plan.profile == results::Profile::production,
                      run.plan.connections == connections, run.startedAt);
}

/// The best run for a figure, and for a second one where that must come from the same run.
Found findBest(const MeasuredFigure &wanted, const MeasuredFigure *together, const Runs &runs,
               int connections)
{
    const auto rank = [connections](const BenchmarkResult &run) {
        return rankOf(run, connections);
    };
    Found best;
    for (const auto &run : runs) {
        if (!run || (best && rank(*run) <= rank(*best.run)))
            continue;
        const Found found = find(wanted, *run);
        if (found && (!together || find(*together, *run)))
            best = found;
    }
    return best;
}

Interval ratioOf(const Found &a, const Found &b, const ClaimCheck &check)
{
    const bool oneRun = a.run == b.run && check.a.quantity == check.b->quantity;
    for (const results::Ratio &ratio : oneRun ? a.run->ratios : std::vector<results::Ratio>{}) {
        if (ratio.quantity != check.a.quantity)
            continue;
        if (ratio.a == check.a.target && ratio.b == check.b->target)
            return {ratio.ratio, ratio.low, ratio.high};
        if (ratio.a == check.b->target && ratio.b == check.a.target)
            return {1 / ratio.ratio, 1 / ratio.high, 1 / ratio.low};
    }
    return {a.value.median / b.value.median, a.value.low / b.value.high,
            a.value.high / b.value.low};
}

QString workloadTitle(const QString &id)
{
    const results::Workload *workload = results::findWorkload(id);
    return workload ? workload->title : id;
}

/// "45.2 (44.1–46.0) MiB".
QString valueText(const Interval &value, const results::Quantity &quantity)
{
    const QLocale locale = readersLocale();
    const QString text = results::valueText(quantity, value.median, locale);
    const QString range = results::intervalText(quantity, value, locale);
    return range.isEmpty() ? QStringLiteral("%1 %2").arg(text, quantity.unit)
                           : QStringLiteral("%1 (%2) %3").arg(text, range, quantity.unit);
}

/// Throughput, latency and memory in one line, as the article's table gives them.
QString rowText(const Found &found)
{
    const auto text = [&found](QStringView id) {
        const results::Quantity &quantity = results::quantityOf(id);
        const auto value = results::summaryOf(*found.result, quantity);
        return value ? results::valueWithUnit(quantity, value->median, readersLocale())
                     : results::noFigure();
    };
    return Words::tr("%1: %2, %3 on average, %4 at %5 connections")
        .arg(found.result->name, text(u"requests_per_second"), text(u"latency_mean"),
             text(u"memory_peak"), grouped(found.run->plan.connections, readersLocale()));
}

QString figureText(const Found &a, const ClaimCheck &check)
{
    const results::Quantity &quantity = *results::findQuantity(check.a.quantity);
    return Words::tr("%1, %2 (%3): %4")
        .arg(a.result->name, quantity.title.toLower(), workloadTitle(check.a.workload),
             valueText(a.value, quantity));
}

QString ratioText(const Interval &ratio)
{
    return results::ratioText({{}, {}, {}, ratio.median, ratio.low, ratio.high, false, {}},
                              readersLocale());
}

QString ratioText(const Found &a, const Found &b, const ClaimCheck &check, const Interval &ratio)
{
    const results::Quantity &of = *results::findQuantity(check.a.quantity);
    const results::Quantity &by = *results::findQuantity(check.b->quantity);
    const QString value = ratioText(ratio);
    if (check.a.workload != check.b->workload)
        return Words::tr("%1, %2, “%3” ÷ “%4”: %5")
            .arg(a.result->name, of.title.toLower(), workloadTitle(check.a.workload),
                 workloadTitle(check.b->workload), value);
    if (of.id != by.id)
        return Words::tr("%1, %2 ÷ %3: %4")
            .arg(a.result->name, of.title.toLower(), by.title.toLower(), value);
    return Words::tr("%1 ÷ %2, %3 (%4): %5")
        .arg(a.result->name, b.result->name, of.title.toLower(), workloadTitle(check.a.workload),
             value);
}

CheckOutcome outcomeOf(const Interval &value, const ClaimCheck &check, double low, double high)
{
    if (!check.decides())
        return CheckOutcome::shown;
    if (value.high < low || value.low > high)
        return CheckOutcome::contradicted;
    const bool within = value.low >= low && value.high <= high;
    return within || check.published ? CheckOutcome::holds : CheckOutcome::undecided;
}

QString boundsText(const ClaimCheck &check, double low, double high)
{
    if (check.low && check.high)
        return QStringLiteral("%1–%2").arg(bound(low), bound(high));
    return check.low ? Words::tr("at least %1").arg(bound(low))
                     : Words::tr("at most %1").arg(bound(high));
}

QString reasonOf(CheckOutcome outcome, const ClaimCheck &check, const QString &bounds)
{
    switch (outcome) {
    case CheckOutcome::holds:
        return check.published ? Words::tr("What is published, ten per cent either way (%1), meets "
                                           "what was measured.")
                                     .arg(bounds)
                               : Words::tr("As claimed (%1).").arg(bounds);
    case CheckOutcome::contradicted:
        return check.published ? Words::tr("What is published, ten per cent either way (%1), lies "
                                           "outside what was measured.")
                                     .arg(bounds)
                               : Words::tr("Not as claimed (%1).").arg(bounds);
    case CheckOutcome::undecided:
        return Words::tr("The measured range contains the limit (%1); more rounds would tell.")
            .arg(bounds);
    case CheckOutcome::shown:
        return Words::tr("The claim names nothing that these figures could confirm or refute.");
    case CheckOutcome::notMeasured:
        return Words::tr("No valid run of the workload “%1” has the figures it takes.")
            .arg(workloadTitle(check.a.workload));
    }
    Q_UNREACHABLE();
}

} // namespace

QString checkOutcomeName(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::holds:
        return QStringLiteral("holds");
    case CheckOutcome::contradicted:
        return QStringLiteral("contradicted");
    case CheckOutcome::undecided:
        return QStringLiteral("undecided");
    case CheckOutcome::shown:
        return QStringLiteral("shown");
    case CheckOutcome::notMeasured:
        return QStringLiteral("not_measured");
    }
    Q_UNREACHABLE();
}

std::shared_ptr<const BenchmarkResult> bestRun(const Runs &runs, const QString &workload,
                                               int connections)
{
    std::shared_ptr<const BenchmarkResult> best;
    for (const auto &run : runs) {
        const bool usable =
            run && run->plan.workload == workload &&
            std::any_of(run->results.begin(), run->results.end(),
                        [](const TargetResult &result) { return !result.rounds.empty(); });
        if (usable && (!best || rankOf(*run, connections) > rankOf(*best, connections)))
            best = run;
    }
    return best;
}

CheckFinding evaluate(const ClaimCheck &check, const Runs &runs, int connections)
{
    const MeasuredFigure *together =
        check.b && check.b->workload == check.a.workload ? &*check.b : nullptr;
    const Found a = findBest(check.a, together, runs, connections);
    const Found b = !check.b   ? Found{}
                    : together ? (a ? find(*check.b, *a.run) : Found{})
                               : findBest(*check.b, nullptr, runs, connections);
    // A ratio to nothing is none.
    if (!a || (check.b && (!b || b.value.low <= 0)))
        return {
            CheckOutcome::notMeasured, {}, {}, reasonOf(CheckOutcome::notMeasured, check, {}), {}};

    CheckFinding finding;
    finding.run = a.run->id;
    finding.value = check.b ? ratioOf(a, b, check) : a.value;
    finding.text = check.b          ? ratioText(a, b, check, finding.value)
                   : check.wholeRow ? rowText(a)
                                    : figureText(a, check);
    const double scale = check.perCore ? std::max(1, a.run->machine.cores) : 1;
    const double low = check.low ? *check.low * scale : -HUGE_VAL;
    const double high = check.high ? *check.high * scale : HUGE_VAL;
    finding.outcome = outcomeOf(finding.value, check, low, high);
    finding.reason = reasonOf(finding.outcome, check, boundsText(check, low, high));
    return finding;
}

} // namespace weighbridge::article
