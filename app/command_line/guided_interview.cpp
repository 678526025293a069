// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/guided_interview.h"

#include "app/command_line/console.h"
#include "app/command_line/question_list.h"
#include "app/command_line/wrapped_text.h"
#include "core/knowledge/effects.h"
#include "core/knowledge/guide_words.h"

#include <cstdio>

namespace weighbridge::app
{

using namespace knowledge;

namespace
{

const Catalogue &catalogue()
{
    return builtInCatalogue();
}

/// "2", "in-process" or "In-Process": the choice's id; anything else as it is.
QString valueOf(const Question &question, const QString &line)
{
    bool isNumber = false;
    const int number = line.toInt(&isNumber);
    if (question.kind == Question::Kind::choice && isNumber && number >= 1 &&
        number <= static_cast<int>(question.choices.size()))
        return question.choices[static_cast<std::size_t>(number - 1)].id;
    return question.kind == Question::Kind::choice ? line.toLower() : line;
}

void printChange(const decision::Decision &before, const decision::Decision &after,
                 const QString &question)
{
    print(wrapped(whatChanged(before, after), QStringLiteral("  ")));
    for (const decision::Effect &effect : effectsOf(after, catalogue(), question))
        print(wrapped(effect.sentence, QStringLiteral("  - ")));
}

} // namespace

GuidedInterview::GuidedInterview(decision::Decision decision, QStringList skipped,
                                 std::stop_token stop)
    : m_now{std::move(decision), std::move(skipped)}, m_input(std::move(stop))
{
}

GuidedInterview::End GuidedInterview::run()
{
    if (!LineReader::isTerminal() && m_input.wait() == LineReader::Outcome::end)
        return End::nobodyThere;
    for (;;) {
        const Guidance guidance = knowledge::guidance(m_now.decision, catalogue(), m_now.skipped);
        const bool asks = !guidance.open.empty() && (!guidance.stops() || m_wantsMore);
        print(QString());
        print(wrapped(whereItStands(m_now.decision, guidance)));
        if (asks)
            ask(guidance.open.front());
        else
            print(guidance.open.empty()
                      ? QStringLiteral("Enter shows the verdict, b goes back.")
                      : QStringLiteral("Enter shows the verdict, m asks more, b goes back."));
        Reply reply = Reply::again;
        while (reply == Reply::again) {
            QString line;
            const LineReader::Outcome outcome = readReply(line);
            if (outcome == LineReader::Outcome::interrupted)
                return End::interrupted;
            if (outcome == LineReader::Outcome::end)
                return End::finished;
            reply = asks ? this->reply(guidance.open.front(), line) : replyToStop(guidance, line);
        }
        if (reply == Reply::quit)
            return End::finished;
    }
}

void GuidedInterview::ask(const OpenQuestion &open) const
{
    const Question &question = *open.question;
    print(QString());
    print(wrapped(question.text, QStringLiteral("%1. ").arg(m_earlier.size() + 1)));
    if (!question.help.isEmpty())
        print(wrapped(question.help, QStringLiteral("   ")));
    print(whatItTakes(question, Numbers::shown));
    print(wrapped(whyAsked(m_now.decision, open), QStringLiteral("Why: ")));
    print(QStringLiteral("Enter skips, b goes back, q ends."));
}

LineReader::Outcome GuidedInterview::readReply(QString &line)
{
    std::fputs("> ", stdout);
    std::fflush(stdout);
    const LineReader::Outcome outcome = m_input.read(line);
    // What is piped in does not show by itself.
    if (outcome != LineReader::Outcome::line)
        print(QString());
    else if (!LineReader::isTerminal())
        print(line);
    return outcome;
}

GuidedInterview::Reply GuidedInterview::reply(const OpenQuestion &open, const QString &line)
{
    if (line == QLatin1String("q"))
        return Reply::quit;
    if (line == QLatin1String("b"))
        return goBack();
    if (!line.isEmpty())
        return answer(*open.question, line);
    m_earlier.push_back(m_now);
    m_now.skipped << open.question->id;
    return Reply::next;
}

GuidedInterview::Reply GuidedInterview::replyToStop(const Guidance &guidance, const QString &line)
{
    if (line.isEmpty() || line == QLatin1String("q"))
        return Reply::quit;
    if (line == QLatin1String("b"))
        return goBack();
    m_wantsMore = line == QLatin1String("m") && !guidance.open.empty();
    if (m_wantsMore)
        return Reply::next;
    print(QStringLiteral("Nothing is asked any more. Enter shows the verdict."));
    return Reply::again;
}

GuidedInterview::Reply GuidedInterview::answer(const Question &question, const QString &line)
{
    auto answered = withAnswer(m_now.decision, catalogue(), {question.id, valueOf(question, line)});
    if (!answered) {
        print(wrapped(answered.error().message()));
        return Reply::again;
    }
    printChange(m_now.decision, answered.value(), question.id);
    m_earlier.push_back(m_now);
    m_now.decision = std::move(answered).value();
    return Reply::next;
}

GuidedInterview::Reply GuidedInterview::goBack()
{
    if (m_earlier.empty()) {
        print(QStringLiteral("This is the first question."));
        return Reply::again;
    }
    m_now = std::move(m_earlier.back());
    m_earlier.pop_back();
    return Reply::next;
}

} // namespace weighbridge::app
