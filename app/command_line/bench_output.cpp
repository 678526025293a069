// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/bench_output.h"

#include "app/command_line/console.h"
#include "app/command_line/text_table.h"
#include "app/command_line/verdict_text.h"
#include "core/evidence/claims.h"

#include <QJsonArray>

namespace weighbridge::app
{

using namespace measure;

namespace
{

QString rangeText(const Interval &interval)
{
    return QStringLiteral("%1–%2").arg(grouped(interval.low), grouped(interval.high));
}

QString publishedText(const QString &target)
{
    const auto *published = evidence::builtInArticle().find(target);
    return published ? grouped(published->requestsPerSecond) : QStringLiteral("-");
}

QString stateText(const TargetResult &result)
{
    switch (result.state) {
    case TargetState::measured:
        return result.valid ? QStringLiteral("valid") : QStringLiteral("invalid");
    case TargetState::partial:
        return QStringLiteral("partial");
    case TargetState::failed:
        return QStringLiteral("failed");
    case TargetState::notRun:
        return QStringLiteral("not run");
    }
    return {};
}

QString figuresText(const BenchmarkResult &result)
{
    TextTable table;
    table.addColumn(QStringLiteral("Target"));
    for (const char *title : {"Published req/s", "Measured req/s", "(range)", "p50 ms", "p90 ms",
                              "p99 ms", "max ms", "Idle MiB", "Peak MiB", "CPU µs/req", "Start ms"})
        table.addColumn(QString::fromUtf8(title), TextTable::Align::right);
    table.addColumn(QStringLiteral("State"));
    for (const TargetResult &target : result.results) {
        QStringList cells{target.name, publishedText(target.target)};
        if (!target.rounds.empty())
            cells << grouped(target.requestsPerSecond.median) << rangeText(target.requestsPerSecond)
                  << figure(target.latency.p50) << figure(target.latency.p90)
                  << figure(target.latency.p99) << figure(target.latency.max)
                  << figure(target.memory.idle) << figure(target.memory.peak)
                  << figure(target.cpuMicrosecondsPerRequest) << grouped(target.startMilliseconds);
        while (cells.size() < 12)
            cells << QStringLiteral("-");
        table.addRow(cells << stateText(target));
    }
    return table.toString();
}

QString quantityText(const QString &quantity)
{
    QString text = quantity;
    return text.replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString ratioText(const BenchmarkResult &result, const Ratio &ratio)
{
    const auto nameOf = [&result](const QString &id) {
        const TargetResult *target = result.find(id);
        return target ? target->name : id;
    };
    QString text = QStringLiteral("%1 ÷ %2 %3 (%4–%5), %6")
                       .arg(nameOf(ratio.a), nameOf(ratio.b), figure(ratio.ratio),
                            figure(ratio.low), figure(ratio.high), quantityText(ratio.quantity));
    if (!ratio.different)
        text +=
            QStringLiteral(": cannot be told apart; this plan would have seen a difference of %1 %")
                .arg(figure(ratio.detectableDifference * 100));
    return text;
}

QString flagsText(const BenchmarkResult &result)
{
    QString text;
    for (const TargetResult &target : result.results) {
        if (!target.failure.isEmpty())
            text += QStringLiteral("%1: %2\n").arg(target.name, target.failure);
        for (const Flag &flag : target.flags)
            text += QStringLiteral("%1: %2%3\n")
                        .arg(target.name, flag.text,
                             flag.invalidates ? QStringLiteral(" (not used in a decision)")
                                              : QString());
    }
    return text;
}

QString headText(const BenchmarkResult &result)
{
    const BenchmarkPlan &plan = result.plan;
    return QStringLiteral("Workload %1, connections %2, rounds %3 of %4 s, profile %5, seed %6\n"
                          "%7, cores %8, %9\n\n")
        .arg(plan.workload)
        .arg(plan.connections)
        .arg(plan.rounds)
        .arg(figure(std::chrono::duration<double>(plan.duration).count()))
        .arg(profileName(plan.profile))
        .arg(plan.seed)
        .arg(result.machine.cpuModel)
        .arg(result.machine.cores)
        .arg(result.machine.kernel);
}

QString changeText(const ProjectChange &change)
{
    QString text = QStringLiteral("\nProject %1\n").arg(change.file);
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

QJsonObject runJson(const BenchmarkResult &result)
{
    return measure::toJson(result);
}

QJsonObject benchJson(const BenchmarkResult &result, const std::optional<ProjectChange> &change)
{
    QJsonObject object = measure::toJson(result);
    object.insert(QStringLiteral("project"), changeJson(change));
    return object;
}

QString benchText(const BenchmarkResult &result, const std::optional<ProjectChange> &change)
{
    QString text = headText(result) + figuresText(result) + QLatin1Char('\n');
    for (const Ratio &ratio : result.ratios)
        text += ratioText(result, ratio) + QLatin1Char('\n');
    text += flagsText(result);
    return change ? text + changeText(*change) : text;
}

} // namespace weighbridge::app
