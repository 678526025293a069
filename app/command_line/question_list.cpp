// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/question_list.h"

#include "core/base/json/values.h"

#include <QJsonArray>

namespace weighbridge::app
{

using namespace knowledge;

namespace
{

QJsonObject toJson(const Rule &rule)
{
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("text"), rule.text},
            {QStringLiteral("source"), rule.source},
            {QStringLiteral("comment"), json::orNull(rule.comment)},
            {QStringLiteral("on_by_default"), rule.onByDefault}};
}

} // namespace

QString whatItTakes(const Question &question, Numbers numbers)
{
    if (question.kind == Question::Kind::number)
        return QStringLiteral("      a number from %1 to %2, %3\n")
            .arg(QString::number(question.least, 'g', 12),
                 QString::number(question.greatest, 'g', 12), question.unit);
    QString text;
    int number = 0;
    for (const Choice &choice : question.choices) {
        ++number;
        const QString margin = numbers == Numbers::shown ? QStringLiteral("%1  ").arg(number, 4)
                                                         : QStringLiteral("      ");
        text += QStringLiteral("%1%2  %3\n").arg(margin).arg(choice.id, -12).arg(choice.text);
    }
    return text;
}

QJsonObject questionJson(const Question &question)
{
    const bool isNumber = question.kind == Question::Kind::number;
    QJsonArray choices;
    for (const Choice &choice : question.choices)
        choices.append(
            QJsonObject{{QStringLiteral("id"), choice.id}, {QStringLiteral("text"), choice.text}});
    return {
        {QStringLiteral("id"), question.id},
        {QStringLiteral("topic"), question.topic},
        {QStringLiteral("text"), question.text},
        {QStringLiteral("help"), json::orNull(question.help)},
        {QStringLiteral("need"), json::orNull(question.need)},
        {QStringLiteral("unit"), json::orNull(question.unit)},
        {QStringLiteral("least"), isNumber ? QJsonValue(question.least) : QJsonValue::Null},
        {QStringLiteral("greatest"), isNumber ? QJsonValue(question.greatest) : QJsonValue::Null},
        {QStringLiteral("choices"), choices}};
}

QString questionsText(const Catalogue &catalogue)
{
    QString text;
    QString topic;
    for (const Question &question : catalogue.questions) {
        if (question.topic != topic)
            text += question.topic + QLatin1Char('\n');
        topic = question.topic;
        text += QStringLiteral("  %1\n      %2\n").arg(question.id, question.text);
        if (!question.help.isEmpty())
            text += QStringLiteral("      %1\n").arg(question.help);
        text += whatItTakes(question, Numbers::hidden);
    }
    text += QStringLiteral("Rules\n");
    for (const Rule &rule : catalogue.rules)
        text += QStringLiteral("  %1  %2 (%3)%4\n")
                    .arg(rule.id.leftJustified(4), rule.text, rule.source,
                         rule.onByDefault ? QString() : QStringLiteral(" [off]"));
    return text;
}

QJsonObject questionsJson(const Catalogue &catalogue)
{
    QJsonArray questions;
    for (const Question &question : catalogue.questions)
        questions.append(questionJson(question));
    QJsonArray rules;
    for (const Rule &rule : catalogue.rules)
        rules.append(toJson(rule));
    return {{QStringLiteral("questions"), questions}, {QStringLiteral("rules"), rules}};
}

} // namespace weighbridge::app
