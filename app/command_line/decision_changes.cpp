// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/decision_changes.h"

#include "app/command_line/suggestion.h"
#include "core/knowledge/comparison.h"

#include <cmath>

namespace weighbridge::app
{

using namespace decision;

namespace
{

/// LEFT=RIGHT, both without blanks around them.
struct Assignment {
    QString left;
    QString right;
};

std::optional<Assignment> assignment(const QString &text)
{
    const auto at = text.indexOf(QLatin1Char('='));
    if (at <= 0 || at + 1 == text.size() || text.indexOf(QLatin1Char('='), at + 1) >= 0)
        return std::nullopt;
    return Assignment{text.left(at).trimmed(), text.mid(at + 1).trimmed()};
}

const knowledge::Catalogue &catalogue()
{
    return knowledge::builtInCatalogue();
}

template <typename List> QStringList idsOf(const List &list)
{
    QStringList ids;
    for (const auto &each : list)
        ids << each.id;
    return ids;
}

/// A number from `least` to `most`, or what is wrong with the text.
QString readNumber(const QString &what, const QString &text, double least, double most,
                   double &number)
{
    bool isNumber = false;
    number = text.toDouble(&isNumber);
    if (isNumber && number >= least && number <= most)
        return {};
    return QStringLiteral("The %1 must be a number from %2 to %3, not '%4'")
        .arg(what)
        .arg(least)
        .arg(most)
        .arg(text);
}

/// The need in the table; one that only the knowledge base has is added without weight.
QString findOrAdd(Decision &decision, const QString &need)
{
    if (decision.findNeed(need))
        return {};
    if (catalogue().languages.findNeed(need)) {
        decision = knowledge::withNeed(std::move(decision), catalogue(), need, 0);
        return {};
    }
    QStringList known = idsOf(decision.needs);
    for (const QString &id : idsOf(catalogue().languages.needs)) {
        if (!known.contains(id))
            known << id;
    }
    return QStringLiteral("There is no need '%1'. %2").arg(need, suggestion(need, known));
}

QString answer(Decision &decision, const Assignment &given)
{
    auto result = knowledge::withAnswer(decision, catalogue(), {given.left, given.right});
    if (result) {
        decision = std::move(result).value();
        return {};
    }
    if (knowledge::findQuestion(catalogue(), given.left))
        return result.error().what;
    return QStringLiteral("%1. %2").arg(result.error().what,
                                        suggestion(given.left, idsOf(catalogue().questions)));
}

QString switchRule(Decision &decision, const Assignment &given)
{
    if (!knowledge::findRule(catalogue(), given.left))
        return QStringLiteral("There is no rule '%1'. %2")
            .arg(given.left, suggestion(given.left, idsOf(catalogue().rules)));
    const bool on = given.right == QLatin1String("on");
    if (!on && given.right != QLatin1String("off"))
        return QStringLiteral("The rule '%1' can be 'on' or 'off', not '%2'")
            .arg(given.left, given.right);
    decision = knowledge::withRule(std::move(decision), catalogue(), given.left, on);
    return {};
}

QString setWeight(Decision &decision, const Assignment &given)
{
    double weight = 0;
    QString wrong = findOrAdd(decision, given.left);
    if (wrong.isEmpty())
        wrong = readNumber(QStringLiteral("weight of '%1'").arg(given.left), given.right, 0,
                           kGreatestWeight, weight);
    if (wrong.isEmpty()) {
        const auto need = decision.findNeed(given.left) - decision.needs.data();
        decision =
            knowledge::withWeight(std::move(decision), static_cast<std::size_t>(need), weight);
    }
    return wrong;
}

QString setMustHave(Decision &decision, const Assignment &given)
{
    double level = 0;
    QString wrong = findOrAdd(decision, given.left);
    if (wrong.isEmpty())
        wrong = readNumber(QStringLiteral("must-have level of '%1'").arg(given.left), given.right,
                           kLowestLevel, kHighestLevel, level);
    if (wrong.isEmpty())
        decision.findNeed(given.left)->mustReach = level;
    return wrong;
}

struct Change {
    const char *option;
    const char *form;
    const char *description;
    QString (*apply)(Decision &, const Assignment &);
};

constexpr Change kChanges[] = {
    {"answer", "QUESTION=ANSWER", "answer a question, see --list-questions; may be repeated",
     answer},
    {"rule", "ID=on|off", "switch a rule on or off; may be repeated", switchRule},
    {"set", "NEED=WEIGHT", "try another weight, 0 to 10; may be repeated", setWeight},
    {"must", "NEED=LEVEL", "leave out what is rated below this level, 1 to 5; may be repeated",
     setMustHave},
};

} // namespace

void addChangeOptions(Arguments &line)
{
    line.addOption(QStringLiteral("level"), QStringLiteral("LEVEL"),
                   QStringLiteral("compare languages, frameworks or own alternatives; otherwise "
                                  "what the project compares"));
    for (const Change &change : kChanges)
        line.addOption(QLatin1String(change.option), QLatin1String(change.form),
                       QLatin1String(change.description));
}

Decision changed(Decision decision, Arguments &line)
{
    const QString level = line.text(QStringLiteral("level"));
    if (const auto known = kindOf<Comparison>(level))
        decision = knowledge::withComparison(std::move(decision), catalogue(), *known);
    else if (!level.isEmpty())
        line.reject(QStringLiteral("--level can be 'languages', 'frameworks' or 'own', not '%1'")
                        .arg(level));
    for (const Change &change : kChanges) {
        for (const QString &text : line.texts(QLatin1String(change.option))) {
            const auto given = assignment(text);
            line.reject(
                given ? change.apply(decision, *given)
                      : QStringLiteral("--%1 takes %2, not '%3'")
                            .arg(QLatin1String(change.option), QLatin1String(change.form), text));
        }
    }
    return decision;
}

} // namespace weighbridge::app
