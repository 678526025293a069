// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/article/claim_check.h"

#include "core/article/words.h"
#include "core/results/quantity.h"
#include "core/results/ratio_text.h"
#include "core/results/workload.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::article
{

namespace
{

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
    double addedDeviation = 0; ///< for coming from another run than what it is compared with
    explicit operator bool() const { return run; }
};

/// The contender's figure in the run that counts.
Found foundIn(const results::RunChoice &choice, std::size_t contender, const MeasuredFigure &wanted)
{
    const results::RunPointer &run = choice.of[contender];
    const TargetResult *result = run ? run->find(wanted.target) : nullptr;
    const results::Quantity *quantity = results::findQuantity(wanted.quantity);
    if (!result || !quantity)
        return {};
    const auto value = results::summaryOf(*result, *quantity);
    return value ? Found{run.get(), result, *value, choice.addedDeviation(contender)} : Found{};
}

results::RunQuestion questionAbout(const MeasuredFigure &figure, const ClaimCheck &check,
                                   const PublishedLoad &table)
{
    results::RunQuestion question;
    question.workload = figure.workload;
    question.quantity = figure.quantity;
    question.contenders = {{{}, {figure.target}}};
    if (check.published && figure.workload == table.workload)
        question.connections = table.connections;
    return question;
}

/// The figures of a check and what is to be said of their runs.
struct Figures {
    Found a;
    Found b;
    QString fromDifferentRuns;
};

/// Two of one workload come from one run where any has them both.
Figures figuresOfOneWorkload(const ClaimCheck &check, const Runs &runs, const PublishedLoad &table)
{
    results::RunQuestion question = questionAbout(check.a, check, table);
    if (check.b && check.b->target != check.a.target)
        question.contenders.push_back({{}, {check.b->target}});
    if (check.b && check.b->quantity != check.a.quantity)
        question.accepts = [&](const TargetResult &result) {
            return result.target != check.b->target ||
                   results::summaryOf(result, *results::findQuantity(check.b->quantity));
        };
    const results::RunChoice choice = results::chooseRun(question, runs);
    Figures figures{foundIn(choice, 0, check.a), {}, choice.fromDifferentRuns};
    if (check.b)
        figures.b = foundIn(choice, choice.contenders.size() - 1, *check.b);
    return figures;
}

/// Two workloads are never of one run.
Figures figuresOfTwoWorkloads(const ClaimCheck &check, const Runs &runs, const PublishedLoad &table)
{
    const auto ofA = results::chooseRun(questionAbout(check.a, check, table), runs);
    const auto ofB = results::chooseRun(questionAbout(*check.b, check, table), runs);
    Figures figures{foundIn(ofA, 0, check.a), foundIn(ofB, 0, *check.b), {}};
    if (!figures.a || !figures.b)
        return figures;
    const auto spread = results::spreadBetweenRuns(runs, figures.b.run->machine.fingerprint,
                                                   check.b->workload, check.b->quantity);
    figures.b.addedDeviation = spread.betweenTwo();
    figures.fromDifferentRuns =
        Words::tr("From different runs: %1; %2. %3")
            .arg(results::dateText(*figures.a.run), results::dateText(*figures.b.run),
                 results::spreadText(spread));
    return figures;
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
    const Interval widest{a.value.median / b.value.median, a.value.low / b.value.high,
                          a.value.high / b.value.low};
    return results::widened(widest, std::hypot(a.addedDeviation, b.addedDeviation));
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
        .arg(a.result->name, quantity.title.toLower(), results::workloadTitle(check.a.workload),
             results::summaryText(quantity, a.value, readersLocale()));
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
            .arg(a.result->name, of.title.toLower(), results::workloadTitle(check.a.workload),
                 results::workloadTitle(check.b->workload), value);
    if (of.id != by.id)
        return Words::tr("%1, %2 ÷ %3: %4")
            .arg(a.result->name, of.title.toLower(), by.title.toLower(), value);
    return Words::tr("%1 ÷ %2, %3 (%4): %5")
        .arg(a.result->name, b.result->name, of.title.toLower(),
             results::workloadTitle(check.a.workload), value);
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
        break; // see missingText()
    }
    Q_UNREACHABLE();
}

QString missingText(const ClaimCheck &check, const PublishedLoad &table)
{
    const QString workload = results::workloadTitle(check.a.workload);
    return questionAbout(check.a, check, table).connections
               ? Words::tr("No valid run of the workload “%1” with %2 connections has the figures "
                           "it takes: it was published for that load.")
                     .arg(workload, bound(table.connections))
               : Words::tr("No valid run of the workload “%1” has the figures it takes.")
                     .arg(workload);
}

} // namespace

CheckFinding evaluate(const ClaimCheck &check, const Runs &runs, const PublishedLoad &table)
{
    const bool twoWorkloads = check.b && check.b->workload != check.a.workload;
    const auto [a, b, fromDifferentRuns] = twoWorkloads ? figuresOfTwoWorkloads(check, runs, table)
                                                        : figuresOfOneWorkload(check, runs, table);
    // A ratio to nothing is none.
    if (!a || (check.b && (!b || b.value.low <= 0)))
        return {CheckOutcome::notMeasured, {}, {}, missingText(check, table), {}, {}};

    CheckFinding finding;
    finding.run = a.run->id;
    finding.value = check.b ? ratioOf(a, b, check) : a.value;
    finding.text = check.b          ? ratioText(a, b, check, finding.value)
                   : check.wholeRow ? rowText(a)
                                    : figureText(a, check);
    if (!fromDifferentRuns.isEmpty()) {
        finding.otherRun = b.run->id;
        finding.text += QStringLiteral(". ") + fromDifferentRuns;
    }
    const double scale = check.perCore ? std::max(1, a.run->machine.cores) : 1;
    const double low = check.low ? *check.low * scale : -HUGE_VAL;
    const double high = check.high ? *check.high * scale : HUGE_VAL;
    finding.outcome = outcomeOf(finding.value, check, low, high);
    finding.reason = reasonOf(finding.outcome, check, boundsText(check, low, high));
    return finding;
}

} // namespace weighbridge::article
