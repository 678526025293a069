// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/next_question.h"

#include "app/command_line/question_list.h"
#include "app/command_line/wrapped_text.h"
#include "core/base/names.h"
#include "core/knowledge/guide_words.h"

namespace weighbridge::app
{

using namespace knowledge;

namespace
{

QJsonValue leaderId(const decision::Decision &decision, std::optional<std::size_t> leader)
{
    return leader ? QJsonValue(decision.alternatives[*leader].id) : QJsonValue::Null;
}

} // namespace

QString nextQuestionText(const decision::Decision &decision, const Guidance &guidance)
{
    QString text = wrapped(whereItStands(decision, guidance));
    if (guidance.open.empty())
        return text;
    const OpenQuestion &next = guidance.open.front();
    text += QStringLiteral("\n%1\n").arg(next.question->id);
    text += wrapped(next.question->text);
    text += whatItTakes(*next.question, Numbers::hidden);
    return text + wrapped(whyAsked(decision, next), QStringLiteral("Why: "));
}

QJsonObject nextQuestionJson(const decision::Decision &decision, const Guidance &guidance)
{
    const OpenQuestion *next = guidance.open.empty() ? nullptr : &guidance.open.front();
    return {
        {QStringLiteral("question"),
         next ? QJsonValue(questionJson(*next->question)) : QJsonValue::Null},
        {QStringLiteral("why"), next ? QJsonValue(whyAsked(decision, *next)) : QJsonValue::Null},
        {QStringLiteral("chance_of_change"),
         next ? QJsonValue(next->chanceOfChange) : QJsonValue::Null},
        {QStringLiteral("expected_gain"), next ? QJsonValue(next->expectedGain) : QJsonValue::Null},
        {QStringLiteral("leader"), leaderId(decision, guidance.leader)},
        {QStringLiteral("state"), nameOf(guidance.state)},
        {QStringLiteral("stop"), guidance.stops()},
        {QStringLiteral("chance_remaining"), guidance.chanceRemaining},
        {QStringLiteral("gain_remaining"), guidance.gainRemaining},
        {QStringLiteral("where_it_stands"), whereItStands(decision, guidance)}};
}

} // namespace weighbridge::app
