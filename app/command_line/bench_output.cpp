// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/bench_output.h"

#include "app/command_line/console.h"
#include "app/command_line/text_table.h"
#include "app/command_line/verdict_text.h"
#include "core/article/claims.h"
#include "core/measure/rounds/round_kind.h"
#include "core/measure/targets/language.h"
#include "core/results/columns.h"
#include "core/results/ratio_text.h"
#include "core/results/workload.h"

#include <QJsonArray>

#include <algorithm>

namespace weighbridge::app
{

using namespace measure;
using namespace results;

namespace
{

QString publishedText(const QString &target, const BenchmarkPlan &plan)
{
    const auto *published = article::builtInArticle().find(target, plan);
    return published ? grouped(published->requestsPerSecond) : noFigure();
}

QString stateText(const TargetResult &result)
{
    switch (result.state) {
    case TargetState::measured:
        return result.usable() ? QStringLiteral("valid")
               : result.valid  ? QStringLiteral("doubtful")
                               : QStringLiteral("invalid");
    case TargetState::partial:
        return QStringLiteral("partial");
    case TargetState::failed:
        return QStringLiteral("failed");
    case TargetState::notRun:
        return QStringLiteral("not run");
    }
    return {};
}

bool isLoad(const BenchmarkPlan &plan)
{
    return kindOf(plan.workload) == WorkloadKind::load;
}

/// The run's figures, for a load beside the published ones.
QString figuresTable(const BenchmarkResult &result)
{
    const auto columns = columnsOf(result, Detail::full);
    TextTable table;
    table.addColumn(QStringLiteral("Target"));
    const bool published = article::builtInArticle().standsBeside(result.plan);
    if (published)
        table.addColumn(QStringLiteral("Published req/s"), TextTable::Align::right);
    for (const Column &column : columns)
        table.addColumn(headingOf(column), TextTable::Align::right);
    table.addColumn(QStringLiteral("State"));
    for (const TargetResult &target : result.results) {
        QStringList cells{target.name};
        if (published)
            cells << publishedText(target.target, result.plan);
        for (const Column &column : columns)
            cells << cellText(target, column);
        table.addRow(cells << stateText(target));
    }
    return table.toString();
}

/// What an estimate of an image rests on.
QString imageText(const BenchmarkResult &result)
{
    if (!quantitiesOf(result.plan.workload).contains(QLatin1String("image_estimate_mib")))
        return {};
    QStringList bases;
    for (const Language &language : languages()) {
        const BaseImage &image = language.image;
        bases << (image.megabytes > 0 ? QStringLiteral("%1 with %2 MB (%3)")
                                            .arg(image.name, figure(image.megabytes), image.date)
                                      : image.name);
    }
    return QStringLiteral("Image estimate: what is deployed, on a base image: %1\n")
        .arg(bases.join(QStringLiteral(", ")));
}

QString quantityText(const QString &id)
{
    const Quantity *quantity = findQuantity(id);
    return quantity != nullptr ? quantity->title : id;
}

QString ratioText(const BenchmarkResult &result, const Ratio &ratio)
{
    const auto nameOf = [&result](const QString &id) {
        const TargetResult *target = result.find(id);
        return target ? target->name : id;
    };
    const QString same = sameness(ratio);
    return QStringLiteral("%1 ÷ %2 %3, %4%5")
        .arg(nameOf(ratio.a), nameOf(ratio.b), results::ratioText(ratio),
             quantityText(ratio.quantity), same.isEmpty() ? same : QStringLiteral(": ") + same);
}

QString flagsText(const BenchmarkResult &result)
{
    QString text;
    for (const TargetResult &target : result.results) {
        if (!target.failure.isEmpty())
            text += QStringLiteral("%1: %2\n").arg(target.name, target.failure);
        for (const Flag &flag : target.flags)
            text += QStringLiteral("%1: %2\n").arg(target.name, inWords(flag));
    }
    return text;
}

/// What a round consists of.
QString roundsText(const BenchmarkPlan &plan)
{
    const auto seconds = [](std::chrono::milliseconds time) {
        return figure(std::chrono::duration<double>(time).count());
    };
    const QString rounds = QStringLiteral("rounds %1").arg(plan.rounds);
    const Workload *workload = findWorkload(plan.workload);
    switch (workload ? workload->kind : WorkloadKind::load) {
    case WorkloadKind::start:
        return rounds + QStringLiteral(" of %1 starts").arg(startsPerRound(plan));
    case WorkloadKind::memory: {
        const auto rest = restAfterLoad(plan);
        return rounds + QStringLiteral(", idle after %1 s, %2")
                            .arg(seconds(plan.warmUpCap),
                                 rest.count() > 0
                                     ? QStringLiteral("afterwards after %1 s").arg(seconds(rest))
                                     : QStringLiteral("not measured afterwards"));
    }
    case WorkloadKind::size:
    case WorkloadKind::idleConnections:
        return rounds;
    case WorkloadKind::load:
    case WorkloadKind::stream:
        break;
    }
    return rounds + QStringLiteral(" of %1 s").arg(seconds(plan.duration));
}

QString headText(const BenchmarkResult &result)
{
    const BenchmarkPlan &plan = result.plan;
    return QStringLiteral("Workload %1: %2, %3, profile %4, seed %5\n%6, cores %7, %8\n\n")
        .arg(plan.workload, planTitle(plan), roundsText(plan), nameOf(plan.profile))
        .arg(plan.seed)
        .arg(result.machine.cpuModel)
        .arg(result.machine.cores)
        .arg(result.machine.kernel);
}

/// How many quantities are compared in words where there is one run; the JSON form has all.
constexpr int kRatiosOfOneRun = 3;

bool isSuite(const SuiteOutcome &outcome)
{
    return outcome.suite.plans.size() > 1;
}

QString runText(const BenchmarkResult &result, int quantities)
{
    QString text = headText(result) + figuresTable(result) + imageText(result) + QLatin1Char('\n');
    const QStringList compared = quantitiesOf(result.plan.workload).mid(0, quantities);
    for (const Ratio &ratio : result.ratios) {
        if (compared.contains(ratio.quantity))
            text += ratioText(result, ratio) + QLatin1Char('\n');
    }
    return text + flagsText(result);
}

QString changeText(const ProjectChange &change)
{
    QString text = QStringLiteral("\nProject %1\n").arg(change.file);
    for (const QString &remark : change.remarks)
        text += QStringLiteral("  %1\n").arg(remark);
    if (change.proposals.empty())
        return text + QStringLiteral("  The run was added; no rating was changed.\n  %1\n")
                          .arg(verdictLine(change.after, change.verdictAfter));
    for (const auto &proposal : change.proposals)
        text += QStringLiteral("  %1\n").arg(proposal.sentence);
    return text + QStringLiteral("  Before: %1\n  After:  %2\n")
                      .arg(verdictLine(change.before, change.verdictBefore),
                           verdictLine(change.after, change.verdictAfter));
}

QJsonObject verdictJson(const decision::Decision &decision, const decision::Analysis &analysis)
{
    QJsonArray alternatives;
    for (std::size_t i = 0; i < analysis.standings.size() && i < decision.alternatives.size(); ++i)
        alternatives.append(
            QJsonObject{{QStringLiteral("id"), decision.alternatives[i].id},
                        {QStringLiteral("score"), analysis.standings[i].score},
                        {QStringLiteral("chance_best"), analysis.standings[i].chanceBest}});
    const auto leader = analysis.verdict.leader;
    return {{QStringLiteral("headline"), analysis.verdict.headline},
            {QStringLiteral("sentence"), analysis.verdict.sentence},
            {QStringLiteral("leader"),
             leader ? QJsonValue(decision.alternatives[*leader].id) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("alternatives"), alternatives}};
}

QJsonValue changeJson(const std::optional<ProjectChange> &change)
{
    if (!change)
        return QJsonValue::Null;
    QJsonArray applied;
    for (const auto &proposal : change->proposals)
        applied.append(QJsonObject{
            {QStringLiteral("need"), change->after.needs[proposal.need].id},
            {QStringLiteral("alternative"), change->after.alternatives[proposal.alternative].id},
            {QStringLiteral("target"), proposal.target},
            {QStringLiteral("before"),
             proposal.before ? QJsonValue(*proposal.before) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("after"), proposal.rating.level ? QJsonValue(*proposal.rating.level)
                                                            : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("from_invalid"), proposal.fromInvalid},
            {QStringLiteral("sentence"), proposal.sentence}});
    return QJsonObject{
        {QStringLiteral("file"), change->file},
        {QStringLiteral("applied"), applied},
        {QStringLiteral("verdict_before"), verdictJson(change->before, change->verdictBefore)},
        {QStringLiteral("verdict_after"), verdictJson(change->after, change->verdictAfter)}};
}

} // namespace

QString planTitle(const BenchmarkPlan &plan)
{
    const Workload *workload = findWorkload(plan.workload);
    if (workload == nullptr)
        return plan.workload;
    return isLoad(plan) || workload->kind == WorkloadKind::stream
               ? QStringLiteral("%1, %2 connections").arg(workload->title).arg(plan.connections)
               : workload->title;
}

QJsonObject runJson(const SuiteOutcome &outcome)
{
    if (!isSuite(outcome))
        return results::toJson(*outcome.runs.front());
    QJsonArray runs;
    for (const auto &run : outcome.runs)
        runs.append(results::toJson(*run));
    return {{QStringLiteral("schema"), 1},
            {QStringLiteral("program_version"), outcome.runs.front()->programVersion},
            {QStringLiteral("suite"), outcome.suite.id},
            {QStringLiteral("estimated_s"),
             std::chrono::duration<double>(estimatedTime(outcome.suite)).count()},
            {QStringLiteral("duration_s"), outcome.time.count()},
            {QStringLiteral("runs"), runs}};
}

QJsonObject benchJson(const SuiteOutcome &outcome, const std::optional<ProjectChange> &change)
{
    QJsonObject object = runJson(outcome);
    object.insert(QStringLiteral("project"), changeJson(change));
    return object;
}

QString benchText(const SuiteOutcome &outcome, const std::optional<ProjectChange> &change)
{
    QStringList parts;
    for (const auto &run : outcome.runs)
        parts << runText(*run, isSuite(outcome) ? 1 : kRatiosOfOneRun);
    const QString text = parts.join(QLatin1Char('\n'));
    return change ? text + changeText(*change) : text;
}

} // namespace weighbridge::app
