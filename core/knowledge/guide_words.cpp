// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/guide_words.h"

#include "core/decision/model/value_text.h"
#include "core/knowledge/outlook.h"
#include "core/knowledge/words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

/// Leads that round to the same two digits are told as one.
constexpr double kTellable = 0.005;

QString answerText(const Question &question, const QString &value)
{
    if (const Choice *choice = findChoice(question, value))
        return Words::tr("“%1”").arg(choice->text);
    return Words::tr("about %1").arg(amountText(question, value.toDouble()));
}

/// For everybody who could lead, the answer that would help them most.
std::vector<const PossibleAnswer *> tellingAnswers(const OpenQuestion &open)
{
    std::vector<const PossibleAnswer *> telling;
    for (const PossibleAnswer &answer : open.answers) {
        if (!answer.changesLeader)
            continue;
        const auto same =
            std::find_if(telling.begin(), telling.end(),
                         [&](const PossibleAnswer *each) { return each->leader == answer.leader; });
        if (same == telling.end())
            telling.push_back(&answer);
        else if (answer.gain > (*same)->gain)
            *same = &answer;
    }
    // Somebody who would lead says more than that nobody would.
    std::stable_sort(telling.begin(), telling.end(),
                     [](const PossibleAnswer *a, const PossibleAnswer *b) {
                         return a->leader.has_value() && !b->leader;
                     });
    return telling;
}

/// Enough to see what it is about.
constexpr std::size_t kMostTold = 2;

QString ifAnswered(const Decision &decision, const OpenQuestion &open, const PossibleAnswer &answer)
{
    const QString given = answerText(*open.question, answer.value);
    if (!answer.leader)
        return Words::tr("If you answer %1, nobody would lead alone.").arg(given);
    return Words::tr("If you answer %1, %2 would lead.")
        .arg(given, decision.alternatives[*answer.leader].name);
}

/// No answer changes who leads: what the strongest of them does to the lead.
QString strongestAnswer(const Decision &decision, const OpenQuestion &open)
{
    const Outlook now = outlookOf(decision);
    if (!now.leader)
        return Words::tr("Nobody leads alone so far; of all questions this tells most about who "
                         "will.");
    const double lead = leadOf(now, now.leader);
    const auto strongest =
        std::max_element(open.answers.begin(), open.answers.end(),
                         [lead](const PossibleAnswer &a, const PossibleAnswer &b) {
                             return std::abs(a.lead - lead) < std::abs(b.lead - lead);
                         });
    const QString &leader = decision.alternatives[*now.leader].name;
    const QString moved = std::abs(strongest->lead - lead) < kTellable
                              ? Words::tr("It counts together with other answers.")
                              : Words::tr("If you answer %1, the lead of %2 goes from %3 to %4.")
                                    .arg(answerText(*open.question, strongest->value), leader,
                                         scoreText(lead), scoreText(strongest->lead));
    return Words::tr("No single answer changes who leads any more; this one tells most about who "
                     "will. %1")
        .arg(moved);
}

} // namespace

QString whyAsked(const Decision &decision, const OpenQuestion &open)
{
    const std::vector<const PossibleAnswer *> telling = tellingAnswers(open);
    if (telling.empty())
        return strongestAnswer(decision, open);
    QStringList sentences;
    for (std::size_t i = 0; i < std::min(telling.size(), kMostTold); ++i)
        sentences << ifAnswered(decision, open, *telling[i]);
    sentences << Words::tr("Chance that your answer changes who leads: %1.")
                     .arg(chanceText(open.chanceOfChange));
    return sentences.join(QLatin1Char(' '));
}

QString whatChanged(const Decision &before, const Decision &after)
{
    const Outlook then = outlookOf(before);
    const Outlook now = outlookOf(after);
    const auto name = [&](std::size_t i) { return after.alternatives[i].name; };
    if (!now.leader)
        return then.leader ? Words::tr("Nobody leads alone now; %1 did.").arg(name(*then.leader))
                           : Words::tr("Nobody leads alone so far.");
    const QString leader = name(*now.leader);
    const double lead = leadOf(now, now.leader);
    const double earlier = leadOf(then, then.leader);
    if (now.table.candidates.size() == 1)
        return Words::tr("Only %1 is left.").arg(leader);
    if (!then.leader)
        return Words::tr("%1 leads now, by %2.").arg(leader, scoreText(lead));
    if (now.leader != then.leader)
        return Words::tr("%1 leads now, by %2, instead of %3.")
            .arg(leader, scoreText(lead), name(*then.leader));
    if (std::abs(lead - earlier) < kTellable)
        return Words::tr("%1 still leads, by %2.").arg(leader, scoreText(lead));
    return Words::tr("%1 still leads, by %2 instead of %3.")
        .arg(leader, scoreText(lead), scoreText(earlier));
}

QString whereItStands(const Decision &decision, const Guidance &guidance)
{
    const QString chance = chanceText(guidance.chanceRemaining);
    const QString leads =
        guidance.leader
            ? Words::tr("that %1 leads").arg(decision.alternatives[*guidance.leader].name)
            : Words::tr("that nobody leads alone");
    switch (guidance.state) {
    case Guidance::State::settled:
        return Words::tr("No remaining answer is likely to change %1; chance %2.")
            .arg(leads, chance);
    case Guidance::State::close:
        return Words::tr("The remaining answers together may change %1 (chance %2), but by little: "
                         "%3 of a level on average.")
            .arg(leads, chance, scoreText(guidance.gainRemaining));
    case Guidance::State::nothingLeft:
        return guidance.chanceRemaining > 0
                   ? Words::tr("No question is left that changes anything by itself; several "
                               "together would change %1 with a chance of %2.")
                         .arg(leads, chance)
                   : Words::tr("No question is left that could change %1.").arg(leads);
    case Guidance::State::ask:
        if (!guidance.leader)
            return Words::tr("Nobody leads alone so far.");
        return Words::tr("The remaining answers together would change %1 with a chance of %2.")
            .arg(leads, chance);
    }
    Q_UNREACHABLE();
}

} // namespace weighbridge::knowledge
