// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/decision_changes.h"

#include "app/command_line/measurement_changes.h"
#include "app/command_line/option_text.h"
#include "app/command_line/repeatable_option.h"
#include "app/command_line/suggestion.h"
#include "app/command_line/table_changes.h"
#include "app/command_line/weight_changes.h"
#include "core/knowledge/comparison.h"

namespace weighbridge::app
{

using namespace decision;

namespace
{

const QString kDoubt = QStringLiteral("doubt");
const QString kPrice = QStringLiteral("price");
const QString kCorrelation = QStringLiteral("correlation");
constexpr double kLeastDoubt = 0.1; ///< levels

const knowledge::Catalogue &catalogue()
{
    return knowledge::builtInCatalogue();
}

QString noQuestion(const QString &question)
{
    return QStringLiteral("There is no question '%1'. %2")
        .arg(question, suggestion(question, idsOf(catalogue().questions)));
}

QString clearAnswer(Decision &decision, const QString &question)
{
    if (!knowledge::findQuestion(catalogue(), question))
        return noQuestion(question);
    decision = knowledge::withoutAnswer(std::move(decision), catalogue(), question);
    return {};
}

QString answer(Decision &decision, const QString &text)
{
    const auto given = assignment(text);
    if (!given)
        return wrongForm("answer", "QUESTION=ANSWER", text);
    if (!knowledge::findQuestion(catalogue(), given->left))
        return noQuestion(given->left);
    auto result = knowledge::withAnswer(decision, catalogue(), {given->left, given->right});
    if (!result)
        return result.error().what;
    decision = std::move(result).value();
    return {};
}

QString switchRule(Decision &decision, const QString &text)
{
    const auto given = assignment(text);
    if (!given)
        return wrongForm("rule", "ID=on|off", text);
    if (!knowledge::findRule(catalogue(), given->left))
        return QStringLiteral("There is no rule '%1'. %2")
            .arg(given->left, suggestion(given->left, idsOf(catalogue().rules)));
    const bool on = given->right == QLatin1String("on");
    if (!on && given->right != QLatin1String("off"))
        return QStringLiteral("The rule '%1' can be 'on' or 'off', not '%2'")
            .arg(given->left, given->right);
    decision = knowledge::withRule(std::move(decision), catalogue(), given->left, on);
    return {};
}

QString setMustHave(Decision &decision, const QString &text)
{
    auto given = assignment(text);
    if (!given)
        return wrongForm("must", "NEED=LEVEL", text);
    double level = 0;
    QString wrong = findOrAddNeed(decision, given->left);
    if (wrong.isEmpty())
        wrong = readNumber(QStringLiteral("must-have level of '%1'").arg(given->left), given->right,
                           kLowestLevel, kHighestLevel, level);
    if (wrong.isEmpty())
        decision.findNeed(given->left)->mustReach = level;
    return wrong;
}

constexpr RepeatableOption kInterview[] = {
    {"clear-answer", "QUESTION", "withdraw an answer and what it did; may be repeated",
     clearAnswer},
    {"answer", "QUESTION=ANSWER", "answer a question, see --list-questions; may be repeated",
     answer},
    {"rule", "ID=on|off", "switch a rule on or off; may be repeated", switchRule},
};

constexpr RepeatableOption kMustHaves[] = {
    {"must", "NEED=LEVEL", "leave out what is rated below this level, 1 to 5; may be repeated",
     setMustHave},
};

Decision atLevel(Decision decision, Arguments &line)
{
    const QString level = line.text(QStringLiteral("level"));
    if (const auto known = kindOf<Comparison>(level))
        return knowledge::withComparison(std::move(decision), catalogue(), *known);
    if (line.isSet(QStringLiteral("level")))
        line.reject(QStringLiteral("--level can be 'languages', 'frameworks' or 'own', not '%1'")
                        .arg(level));
    return decision;
}

/// "little", "some", "a-lot", or the half-width of judged ratings in levels.
void setDoubt(Decision &decision, Arguments &line)
{
    if (!line.isSet(kDoubt))
        return;
    const QString text = line.text(kDoubt);
    const auto named = text == QLatin1String("a-lot") ? Doubt::lot : kindOf<Doubt>(text);
    const double halfWidth = named ? halfWidthOf(*named)
                                   : line.number(kDoubt, kLeastDoubt, kHighestLevel - kLowestLevel);
    decision.setRatingHalfWidth(halfWidth);
}

void setPrice(Decision &decision, Arguments &line)
{
    constexpr double kGreatestPrice = 1e6;
    if (line.isSet(kPrice))
        decision.capacity.pricePerInstanceMonth = line.number(kPrice, 0, kGreatestPrice);
}

void setCorrelation(Decision &decision, Arguments &line)
{
    if (line.isSet(kCorrelation))
        decision.judgementCorrelation = line.number(kCorrelation, 0, 1);
}

/// NEED or NEED/ALTERNATIVE, by ids or names, as ids; as it is where it names neither.
QString subjectOf(Decision decision, const QString &text)
{
    QString need = text.section(QLatin1Char('='), 0, 0).trimmed();
    QString alternative;
    if (isNeed(decision, need))
        return findOrAddNeed(decision, need).isEmpty() ? need : text;
    const QString cell = need;
    return findCell(decision, cell, need, alternative).isEmpty()
               ? QStringLiteral("%1/%2").arg(need, alternative)
               : cell;
}

/// What is taken out and weighed or rated in one command: one of the two would be lost.
void rejectLostChanges(const Decision &decision, Arguments &line)
{
    const QLatin1String unset("unset");
    for (const QString &text : line.texts(unset)) {
        const QString gone = subjectOf(decision, text);
        for (const char *option : {"set", "must", "rate", "swing", "bound", "add-need"}) {
            for (const QString &other : line.texts(QLatin1String(option))) {
                const QString subject = subjectOf(decision, other);
                if (subject == gone || subject.startsWith(gone + QLatin1Char('/')))
                    line.reject(QStringLiteral("--%1 %2 and --%3 %4 contradict each other: leave "
                                               "one out")
                                    .arg(unset, text, QLatin1String(option), other));
            }
        }
    }
}

} // namespace

void addChangeOptions(Arguments &line)
{
    line.addOption(QStringLiteral("level"), QStringLiteral("LEVEL"),
                   QStringLiteral("compare languages, frameworks or own alternatives; otherwise "
                                  "what the project compares"));
    addTableOptions(line);
    addOptions(line, kInterview);
    addWeightOptions(line);
    addOptions(line, kMustHaves);
    line.addOption(kDoubt, QStringLiteral("DOUBT"),
                   QStringLiteral("how far judged ratings may be off: little, some, a-lot, or so "
                                  "many levels, 0.1 to 4"));
    line.addOption(kCorrelation, QStringLiteral("SHARE"),
                   QStringLiteral("how far the judged ratings of one alternative err together, 0 "
                                  "to 1"));
    line.addOption(kPrice, QStringLiteral("AMOUNT"),
                   QStringLiteral("price of a machine a month, for the cost of a peak beyond one"));
    addMeasurementOptions(line);
    addRatingOptions(line);
}

ChangedProject changed(storage::Project project, Arguments &line)
{
    Decision &decision = project.decision;
    decision = atLevel(std::move(decision), line);
    rejectLostChanges(decision, line);
    decision = withRowsAndColumns(std::move(decision), line);
    decision = withOptions(std::move(decision), line, kInterview);
    decision = weighed(std::move(decision), line);
    decision = withOptions(std::move(decision), line, kMustHaves);
    setDoubt(decision, line);
    setCorrelation(decision, line);
    setPrice(decision, line);
    QStringList applied = applyMeasurements(project, line);
    decision = ratedByHand(std::move(decision), line);
    return {std::move(project), std::move(applied)};
}

} // namespace weighbridge::app
