// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/bench_json.h"

#include <QJsonArray>

namespace weighbridge::app
{

namespace
{

bool isSuite(const SuiteOutcome &outcome)
{
    return outcome.suite.plans.size() > 1;
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

} // namespace weighbridge::app
