// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/guide_options.h"

#include "app/command_line/console.h"
#include "app/command_line/guided_interview.h"
#include "app/command_line/next_question.h"
#include "app/command_line/suggestion.h"

namespace weighbridge::app
{

namespace
{

QStringList skippedQuestions(Arguments &line)
{
    const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
    const QStringList skipped = line.texts(QStringLiteral("skip"));
    for (const QString &id : skipped) {
        if (knowledge::findQuestion(catalogue, id))
            continue;
        QStringList known;
        for (const knowledge::Question &question : catalogue.questions)
            known << question.id;
        line.reject(QStringLiteral("There is no question '%1'. %2").arg(id, suggestion(id, known)));
    }
    return skipped;
}

ExitCode printNextQuestion(const decision::Decision &decision, const QStringList &skipped,
                           bool json)
{
    const knowledge::Guidance guidance =
        knowledge::guidance(decision, knowledge::builtInCatalogue(), skipped);
    if (json)
        printJson(nextQuestionJson(decision, guidance));
    else
        print(nextQuestionText(decision, guidance));
    return afterFlush(ExitCode::success);
}

} // namespace

void addGuideOptions(Arguments &line)
{
    line.addFlag(QStringLiteral("interview"),
                 QStringLiteral("ask the questions that matter most, one after another, then print "
                                "the verdict; answers may be piped in, one a line"));
    line.addFlag(QStringLiteral("next-question"),
                 QStringLiteral("print the question that matters most now, why, and whether it "
                                "is still worth asking"));
    line.addOption(QStringLiteral("skip"), QStringLiteral("QUESTION"),
                   QStringLiteral("leave this question out of both; may be repeated"));
}

std::optional<ExitCode> guide(decision::Decision &decision, Arguments &line, std::stop_token stop)
{
    const bool asks = line.isSet(QStringLiteral("interview"));
    const bool next = line.isSet(QStringLiteral("next-question"));
    const bool json = line.isSet(QStringLiteral("json"));
    const QStringList skipped = skippedQuestions(line);
    if (asks && (next || json))
        line.reject(QStringLiteral("--interview talks to a person; leave out --%1")
                        .arg(next ? QStringLiteral("next-question") : QStringLiteral("json")));
    if (const auto wrong = line.usageError())
        return wrong;
    if (next)
        return printNextQuestion(decision, skipped, json);
    if (!asks)
        return std::nullopt;

    GuidedInterview interview(decision, skipped, std::move(stop));
    switch (interview.run()) {
    case GuidedInterview::End::interrupted:
        return ExitCode::interrupted;
    case GuidedInterview::End::nobodyThere:
        complain(QStringLiteral("The interview needs a terminal, or answers on the standard input, "
                                "one a line. Scripts ask with --next-question and answer with "
                                "--answer"));
        return ExitCode::usage;
    case GuidedInterview::End::finished:
        break;
    }
    decision = interview.decision();
    print(QString());
    return std::nullopt;
}

} // namespace weighbridge::app
