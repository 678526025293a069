// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/wishes.h"

#include "core/decision/model/value_text.h"
#include "core/knowledge/effects.h"
#include "core/knowledge/words.h"

#include <algorithm>

namespace weighbridge::knowledge
{

using namespace decision;

std::optional<double> weightOf(const Given &given)
{
    if (given.choice)
        return given.choice->weight;
    std::optional<double> weight;
    for (const WeightStep &step : given.question->steps) {
        if (given.number >= step.least)
            weight = step.weight;
    }
    return weight;
}

std::vector<Wish> decidingFirst(const std::vector<Wish> &wishes, Better better)
{
    std::vector<Wish> deciding;
    std::vector<Wish> others;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        bool decides = true;
        for (std::size_t k = 0; k < wishes.size(); ++k) {
            const bool outdone = better(wishes[k].amount, wishes[i].amount) ||
                                 (k < i && wishes[k].amount == wishes[i].amount);
            decides = decides && !(wishes[k].need == wishes[i].need && outdone);
        }
        (decides ? deciding : others).push_back(wishes[i]);
    }
    deciding.insert(deciding.end(), others.begin(), others.end());
    return deciding;
}

Wishes::Wishes(const Decision &decision, const Catalogue &catalogue)
    : m_fired(firedRules(decision, catalogue))
{
    findGiven(decision, catalogue);
    findRuledOut(decision);
}

void Wishes::findGiven(const Decision &decision, const Catalogue &catalogue)
{
    for (const Question &question : catalogue.questions) {
        const Answer *answer = answerTo(decision, question.id);
        if (!answer || !defectOfAnswer(question, answer->value).isEmpty())
            continue;
        Given given;
        given.question = &question;
        given.choice = findChoice(question, answer->value);
        given.number = answer->value.toDouble();
        given.text = given.choice ? Words::tr("answered “%1”").arg(given.choice->text)
                                  : amountText(question, given.number);
        m_given.push_back(std::move(given));
    }
}

void Wishes::findRuledOut(const Decision &decision)
{
    for (const Given &given : m_given) {
        if (!given.choice)
            continue;
        for (const QString &need : given.choice->rulesOut) {
            m_ruledOut.push_back({need, &given});
            if (decision.findNeed(need))
                m_switchedOff.push_back(m_ruledOut.back());
        }
    }
}

const Given *Wishes::rulesOut(QStringView need) const
{
    const auto found = std::find_if(m_ruledOut.begin(), m_ruledOut.end(),
                                    [&](const RuledOut &each) { return each.need == need; });
    return found == m_ruledOut.end() ? nullptr : found->given;
}

/// The answer that says that the project has no such need: by its kind, or by a weight of 0. A
/// limit that is loose says nothing of the kind.
const Given *Wishes::denies(QStringView need) const
{
    if (const Given *given = rulesOut(need))
        return given;
    const Given *denial = nullptr;
    for (const Given &given : m_given) {
        const auto weight = weightOf(given);
        if (given.question->need != need || !weight || given.question->steersAnchors)
            continue;
        if (*weight > 0)
            return nullptr;
        denial = &given;
    }
    return denial;
}

std::vector<Wish> Wishes::ofAnswers() const
{
    std::vector<Wish> wishes;
    for (const RuledOut &each : m_switchedOff)
        wishes.push_back({each.given->question->id, {}, each.need, 0, each.given->text});
    for (const Given &given : m_given) {
        const Question &question = *given.question;
        const auto weight = weightOf(given);
        if (!weight || question.need.isEmpty())
            continue;
        const Given *against = rulesOut(question.need);
        wishes.push_back({question.id,
                          {},
                          question.need,
                          against ? 0 : *weight,
                          against ? against->text : given.text});
    }
    return wishes;
}

std::vector<Wish> Wishes::ofRules(RuleAction::Kind kind) const
{
    std::vector<Wish> wishes;
    for (const Rule *rule : m_fired) {
        for (const RuleAction &action : rule->actions) {
            if (action.kind == kind)
                wishes.push_back({rule->id, rule->source, action.need, action.amount, rule->text});
        }
    }
    return wishes;
}

std::vector<Wish> Wishes::raises() const
{
    std::vector<Wish> wishes = ofRules(RuleAction::Kind::raise);
    for (Wish &wish : wishes) {
        if (const Given *denial = denies(wish.need)) {
            wish.amount = 0;
            wish.reason = denial->text;
        }
    }
    return wishes;
}

bool Wishes::hasLimit(QStringView need) const
{
    return !rulesOut(need) && std::any_of(m_given.begin(), m_given.end(), [&](const Given &given) {
        return given.question->mustBeMet && given.question->need == need;
    });
}

} // namespace weighbridge::knowledge
