// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"
#include "core/knowledge/effects.h"

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

namespace weighbridge::tests
{

/// Places of the languages in the catalogue's table.
inline constexpr std::size_t kGo = 0;
inline constexpr std::size_t kPython = 1;

/// Every answer to the question that can differ from another in what it does: all choices; the ends
/// of a number's range, and both sides of each step and of each rule's limit.
inline QStringList valuesOf(const knowledge::Catalogue &catalogue,
                            const knowledge::Question &question)
{
    QStringList values;
    for (const knowledge::Choice &choice : question.choices)
        values << choice.id;
    if (question.kind == knowledge::Question::Kind::choice)
        return values;
    std::vector<double> numbers = {question.least, question.greatest};
    const auto addBoth = [&](double below, double above) {
        for (const double number : {below, above})
            numbers.push_back(std::clamp(number, question.least, question.greatest));
    };
    for (const knowledge::WeightStep &step : question.steps)
        addBoth(step.least - 1, step.least);
    for (const knowledge::Rule &rule : catalogue.rules) {
        for (const knowledge::Condition &condition : rule.when) {
            using Relation = knowledge::Condition::Relation;
            if (condition.question != question.id)
                continue;
            if (condition.relation == Relation::atLeast || condition.relation == Relation::lessThan)
                addBoth(condition.number - 1, condition.number);
            else
                addBoth(condition.number, condition.number + 1);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (const double number : numbers)
        values << QString::number(number, 'g', 15);
    return values;
}

/// The answers with one to this question, replacing an earlier one.
inline std::vector<decision::Answer> with(std::vector<decision::Answer> answers,
                                          const decision::Answer &answer)
{
    answers.erase(std::remove_if(answers.begin(), answers.end(),
                                 [&](const decision::Answer &each) {
                                     return each.question == answer.question;
                                 }),
                  answers.end());
    answers.push_back(answer);
    return answers;
}

/// An answer to every second question, any of valuesOf().
class AnswerSets
{
public:
    AnswerSets(const knowledge::Catalogue &catalogue, unsigned seed)
        : m_catalogue(catalogue), m_random(seed)
    {
        for (const knowledge::Question &question : catalogue.questions)
            m_values.push_back(valuesOf(catalogue, question));
    }

    std::vector<decision::Answer> next()
    {
        std::vector<decision::Answer> answers;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            if (m_random() % 2 == 0)
                answers.push_back({m_catalogue.questions[i].id, anyOf(m_values[i])});
        }
        return answers;
    }

    /// The next set, changed so that the rule fires and every need that it touches is asked for.
    std::vector<decision::Answer> around(const knowledge::Rule &rule)
    {
        std::vector<decision::Answer> answers = next();
        for (const knowledge::RuleAction &action : rule.actions) {
            for (std::size_t i = 0; i < m_values.size(); ++i) {
                if (!action.need.isEmpty() && m_catalogue.questions[i].need == action.need)
                    answers = with(answers, {m_catalogue.questions[i].id, anyOf(m_values[i])});
            }
        }
        for (const knowledge::Condition &condition : rule.when)
            answers = with(answers, {condition.question, fulfilling(condition)});
        return answers;
    }

    std::mt19937 &random() { return m_random; }

private:
    QString anyOf(const QStringList &values)
    {
        return values[static_cast<qsizetype>(m_random() % values.size())];
    }

    QString fulfilling(const knowledge::Condition &condition)
    {
        using Relation = knowledge::Condition::Relation;
        if (condition.relation == Relation::oneOf)
            return anyOf(condition.choices);
        const double beyond = condition.relation == Relation::moreThan   ? 1
                              : condition.relation == Relation::lessThan ? -1
                                                                         : 0;
        return QString::number(condition.number + beyond, 'g', 15);
    }

    const knowledge::Catalogue &m_catalogue;
    std::vector<QStringList> m_values; ///< parallel to the catalogue's questions
    std::mt19937 m_random;
};

/// The alternatives of the catalogue and no needs: where a project of one's own begins.
inline decision::Decision emptyTable(const knowledge::Catalogue &catalogue,
                                     decision::Comparison comparison)
{
    decision::Decision table;
    table.comparison = comparison;
    table.alternatives = comparison == decision::Comparison::frameworks
                             ? catalogue.frameworks.alternatives
                             : catalogue.languages.alternatives;
    return table;
}

/// The table with these answers, worked in. Precondition: it has no answers yet.
inline decision::Decision answered(decision::Decision table, const knowledge::Catalogue &catalogue,
                                   std::vector<decision::Answer> answers)
{
    table.answers = std::move(answers);
    return knowledge::withEffects(std::move(table), catalogue);
}

inline QString told(const std::vector<decision::Answer> &answers)
{
    QStringList words;
    for (const decision::Answer &answer : answers)
        words << answer.question + QLatin1Char('=') + answer.value;
    return words.join(QLatin1Char(' '));
}

/// Σ weight × (level of a − level of b), unknown levels left out: by how much `a` leads, before
/// weights are made to sum to one. Without bounds where only one of the two is excluded.
inline double leadOf(const decision::Decision &decision, std::size_t a, std::size_t b)
{
    const bool isOut = !decision.alternatives[a].exclusion.isEmpty();
    const bool otherIsOut = !decision.alternatives[b].exclusion.isEmpty();
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    if (isOut || otherIsOut)
        return isOut && otherIsOut ? 0 : isOut ? -kEndless : kEndless;
    double lead = 0;
    for (const decision::Need &need : decision.needs) {
        if (need.ratings[a].level && need.ratings[b].level)
            lead += need.weight * (*need.ratings[a].level - *need.ratings[b].level);
    }
    return lead;
}

} // namespace weighbridge::tests
