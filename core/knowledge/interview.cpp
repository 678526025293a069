// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/interview.h"

#include "core/base/figure_text.h"
#include "core/knowledge/catalogue.h"
#include "core/knowledge/effects.h"
#include "core/knowledge/words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

void add(std::vector<QString> &list, const QString &id)
{
    if (std::find(list.begin(), list.end(), id) == list.end())
        list.push_back(id);
}

void remove(std::vector<QString> &list, QStringView id)
{
    list.erase(std::remove(list.begin(), list.end(), id), list.end());
}

/// Notes the answer, replacing an earlier one. What was set by hand yields to what is new.
void giveAnswer(Decision &decision, const Question &question, const Answer &answer)
{
    const auto earlier =
        std::find_if(decision.answers.begin(), decision.answers.end(),
                     [&](const Answer &each) { return each.question == answer.question; });
    const bool isNews = earlier == decision.answers.end() || earlier->value != answer.value;
    if (earlier == decision.answers.end())
        decision.answers.push_back(answer);
    else
        *earlier = answer;
    if (Need *need = decision.findNeed(question.need); need && isNews) {
        need->weightPinned = false;
        need->mustReachPinned = false;
    }
}

} // namespace

bool isOn(const Decision &decision, const Rule &rule)
{
    const auto &exceptions = rule.onByDefault ? decision.rulesOff : decision.rulesOn;
    const bool isException =
        std::find(exceptions.begin(), exceptions.end(), rule.id) != exceptions.end();
    return rule.onByDefault != isException;
}

Decision withInterview(Decision decision, const Catalogue &catalogue)
{
    return withEffects(withoutEffects(std::move(decision), catalogue), catalogue);
}

Decision withSentencesAnew(Decision decision, const Catalogue &catalogue)
{
    if (decision.effects.empty())
        return decision;
    const std::vector<Effect> anew = withInterview(decision, catalogue).effects;
    const auto sayTheSame = [](Effect a, const Effect &b) {
        a.sentence = b.sentence;
        return a == b;
    };
    if (!std::equal(decision.effects.begin(), decision.effects.end(), anew.begin(), anew.end(),
                    sayTheSame))
        return decision;
    for (std::size_t i = 0; i < anew.size(); ++i) {
        for (Alternative &alternative : decision.alternatives) {
            if (anew[i].kind == Effect::Kind::exclusion && alternative.id == anew[i].alternative &&
                alternative.exclusion == decision.effects[i].sentence)
                alternative.exclusion = anew[i].sentence;
        }
        decision.effects[i].sentence = anew[i].sentence;
    }
    return decision;
}

Decision withMeasurements(const Decision &decision, const Catalogue &catalogue,
                          const evidence::Proposals &proposals)
{
    return withInterview(withProposals(decision, proposals), catalogue);
}

Result<Decision> withAnswer(Decision decision, const Catalogue &catalogue, const Answer &answer)
{
    return withAnswers(std::move(decision), catalogue, {answer});
}

Result<Decision> withAnswers(Decision decision, const Catalogue &catalogue,
                             const std::vector<Answer> &answers)
{
    for (const Answer &answer : answers) {
        const Question *question = findQuestion(catalogue, answer.question);
        if (!question)
            return Error{Words::tr("There is no question '%1'").arg(answer.question), {}, {}};
        if (const QString defect = defectOfAnswer(*question, answer.value); !defect.isEmpty())
            return Error{defect, {}, {}};
    }
    decision = withoutEffects(std::move(decision), catalogue);
    for (const Answer &answer : answers)
        giveAnswer(decision, *findQuestion(catalogue, answer.question), answer);
    return withEffects(std::move(decision), catalogue);
}

Decision withoutAnswer(Decision decision, const Catalogue &catalogue, QStringView question)
{
    decision = withoutEffects(std::move(decision), catalogue);
    auto &answers = decision.answers;
    answers.erase(std::remove_if(answers.begin(), answers.end(),
                                 [&](const Answer &each) { return each.question == question; }),
                  answers.end());
    return withEffects(std::move(decision), catalogue);
}

Decision withRule(Decision decision, const Catalogue &catalogue, QStringView rule, bool on)
{
    const Rule *known = findRule(catalogue, rule);
    if (!known)
        return decision;
    decision = withoutEffects(std::move(decision), catalogue);
    remove(decision.rulesOff, rule);
    remove(decision.rulesOn, rule);
    if (on != known->onByDefault)
        add(on ? decision.rulesOn : decision.rulesOff, known->id);
    return withEffects(std::move(decision), catalogue);
}

Decision withWeight(Decision decision, std::size_t need, double weight)
{
    Need &changed = decision.needs[need];
    changed.weight = weight;
    if (!changed.weightBeforeRules)
        return decision;
    changed.weightPinned = true;
    for (Effect &effect : decision.effects) {
        if (effect.kind == Effect::Kind::weight && effect.need == changed.id) {
            effect.from = weight;
            effect.to = weight;
            effect.sentence = pinnedSentence(changed);
        }
    }
    return decision;
}

std::vector<Effect> effectsOf(const Decision &decision, const Catalogue &catalogue,
                              QStringView question)
{
    const auto asks = [&](const QString &origin) {
        const Rule *rule = findRule(catalogue, origin);
        return rule && std::any_of(rule->when.begin(), rule->when.end(),
                                   [&](const Condition &c) { return c.question == question; });
    };
    std::vector<Effect> found;
    for (const Effect &effect : decision.effects) {
        if (effect.origin == question || asks(effect.origin))
            found.push_back(effect);
    }
    return found;
}

QString defectOfAnswer(const Question &question, const QString &value)
{
    if (question.kind == Question::Kind::number) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (isNumber && number >= question.least && number <= question.greatest)
            return {};
        return Words::tr("'%1' takes a number from %2 to %3 (%4), not '%5'")
            .arg(question.id, QString::number(question.least, 'g', 12),
                 QString::number(question.greatest, 'g', 12), question.unit, value);
    }
    if (findChoice(question, value))
        return {};
    QStringList ids;
    for (const Choice &choice : question.choices)
        ids << choice.id;
    return Words::tr("'%1' takes one of %2, not '%3'")
        .arg(question.id, ids.join(QStringLiteral(", ")), value);
}

QString amountText(const Question &question, double number)
{
    constexpr int kExact = 12;
    const QString figure = readersLocale().toString(number, 'g', kExact);
    if (question.unit == QLatin1String("%"))
        return figure + question.unit;
    const bool isOne = number == 1 && !question.unitOfOne.isEmpty();
    return QStringLiteral("%1 %2").arg(figure, isOne ? question.unitOfOne : question.unit);
}

const Choice *findChoice(const Question &question, QStringView id)
{
    const auto found = std::find_if(question.choices.begin(), question.choices.end(),
                                    [&](const Choice &each) { return each.id == id; });
    return found == question.choices.end() ? nullptr : &*found;
}

const Question *findQuestion(const Catalogue &catalogue, QStringView id)
{
    const auto found = std::find_if(catalogue.questions.begin(), catalogue.questions.end(),
                                    [&](const Question &each) { return each.id == id; });
    return found == catalogue.questions.end() ? nullptr : &*found;
}

const Rule *findRule(const Catalogue &catalogue, QStringView id)
{
    const auto found = std::find_if(catalogue.rules.begin(), catalogue.rules.end(),
                                    [&](const Rule &each) { return each.id == id; });
    return found == catalogue.rules.end() ? nullptr : &*found;
}

} // namespace weighbridge::knowledge
