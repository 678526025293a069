// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/interview_reader.h"

#include <cmath>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

struct RelationName {
    Condition::Relation relation;
    const char *key;
    bool ofNumbers;
};

constexpr RelationName kRelations[] = {
    {Condition::Relation::is, "is", false},
    {Condition::Relation::isNot, "is_not", false},
    {Condition::Relation::atLeast, "at_least", true},
    {Condition::Relation::moreThan, "more_than", true},
    {Condition::Relation::atMost, "at_most", true},
    {Condition::Relation::lessThan, "less_than", true},
};

struct ActionName {
    RuleAction::Kind kind;
    const char *key;    ///< names the need or the alternative
    const char *amount; ///< null where there is none
    double least;       ///< of the amount
    double greatest;
};

constexpr ActionName kActions[] = {
    {RuleAction::Kind::raise, "raise", "to", 0, kGreatestWeight},
    {RuleAction::Kind::scale, "scale", "by", 0, 1},
    {RuleAction::Kind::rate, "rate", "by", kLowestLevel - kHighestLevel,
     kHighestLevel - kLowestLevel},
    {RuleAction::Kind::exclude, "exclude", nullptr, 0, 0},
    {RuleAction::Kind::advise, "advise", nullptr, 0, 0},
};

/// Requirements become anchors, whose logarithms must stay usable.
constexpr double kLeastRequirement = 1e-6;
constexpr double kGreatestRequirement = 1e12;

class InterviewReader
{
public:
    InterviewReader(json::DocumentReader &reader, Catalogue &catalogue)
        : m_reader(reader), m_catalogue(catalogue)
    {
    }

    void read(const QJsonObject &document)
    {
        const QJsonArray questions = m_reader.array(document, "questions", {});
        for (qsizetype i = 0; i < questions.size(); ++i)
            readQuestion(questions.at(i), QStringLiteral("questions[%1]").arg(i));
        const QJsonArray rules = m_reader.array(document, "rules", {});
        for (qsizetype i = 0; i < rules.size(); ++i)
            readRule(rules.at(i), QStringLiteral("rules[%1]").arg(i));
    }

private:
    void readQuestion(const QJsonValue &value, const QString &place)
    {
        const QJsonObject object = m_reader.object(value, place);
        Question question;
        question.id = m_reader.text(object, "id", place);
        question.topic = m_reader.text(object, "topic", place);
        question.text = m_reader.text(object, "text", place);
        question.help = m_reader.optionalText(object, "help", place);
        question.need = m_reader.optionalText(object, "need", place);
        if (!question.need.isEmpty())
            requireNeed(question.need, place);
        if (findQuestion(m_catalogue, question.id))
            m_reader.fail(place, QStringLiteral("the id '%1' is taken").arg(question.id));
        if (object.contains(QLatin1String("choices")))
            readChoices(question, object, place);
        else
            readNumber(question, object, place);
        m_catalogue.questions.push_back(std::move(question));
    }

    void readChoices(Question &question, const QJsonObject &object, const QString &place)
    {
        const QJsonArray choices = m_reader.array(object, "choices", place);
        if (choices.size() < 2)
            m_reader.fail(place, QStringLiteral("'choices' needs two or more"));
        for (qsizetype i = 0; i < choices.size(); ++i) {
            const QString at = QStringLiteral("%1.choices[%2]").arg(place).arg(i);
            const QJsonObject fields = m_reader.object(choices.at(i), at);
            Choice choice;
            choice.id = m_reader.text(fields, "id", at);
            choice.text = m_reader.text(fields, "text", at);
            choice.weight = m_reader.optionalNumber(fields, "weight", at);
            choice.mustReach = m_reader.optionalNumber(fields, "must_reach", at);
            if (findChoice(question, choice.id))
                m_reader.fail(at, QStringLiteral("the id '%1' is taken").arg(choice.id));
            if (choice.weight)
                requireWeight(*choice.weight, "weight", at);
            if (choice.mustReach)
                requireWithin(*choice.mustReach, kLowestLevel, kHighestLevel, "must_reach", at);
            if (question.need.isEmpty() && (choice.weight || choice.mustReach))
                m_reader.fail(at, QStringLiteral("has a weight, but its question has no 'need'"));
            question.choices.push_back(std::move(choice));
        }
    }

    void readNumber(Question &question, const QJsonObject &object, const QString &place)
    {
        question.kind = Question::Kind::number;
        question.unit = m_reader.text(object, "unit", place);
        question.least = m_reader.number(object, "least", place);
        question.greatest = m_reader.number(object, "greatest", place);
        question.steersAnchors = object.value(QLatin1String("steers_anchors")).toBool();
        question.mustBeMet = object.value(QLatin1String("must_be_met")).toBool();
        if (question.least >= question.greatest)
            m_reader.fail(place, QStringLiteral("'least' is not below 'greatest'"));
        if (question.steersAnchors)
            requireAnchors(question, place);
        if (object.contains(QLatin1String("steps")))
            readSteps(question, m_reader.array(object, "steps", place), place);
    }

    void readSteps(Question &question, const QJsonArray &steps, const QString &place)
    {
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const QString at = QStringLiteral("%1.steps[%2]").arg(place).arg(i);
            const QJsonObject fields = m_reader.object(steps.at(i), at);
            const WeightStep step{m_reader.number(fields, "least", at),
                                  m_reader.number(fields, "weight", at)};
            requireWeight(step.weight, "weight", at);
            if (!question.steps.empty() && step.least <= question.steps.back().least)
                m_reader.fail(at, QStringLiteral("'least' does not ascend"));
            question.steps.push_back(step);
        }
    }

    void readRule(const QJsonValue &value, const QString &place)
    {
        const QJsonObject object = m_reader.object(value, place);
        Rule rule;
        rule.id = m_reader.text(object, "id", place);
        rule.text = m_reader.text(object, "text", place);
        rule.source = m_reader.text(object, "source", place);
        rule.comment = m_reader.optionalText(object, "comment", place);
        rule.onByDefault = object.value(QLatin1String("on")).toBool(true);
        if (findRule(m_catalogue, rule.id))
            m_reader.fail(place, QStringLiteral("the id '%1' is taken").arg(rule.id));
        const QJsonArray when = m_reader.array(object, "when", place);
        for (qsizetype i = 0; i < when.size(); ++i)
            rule.when.push_back(
                readCondition(when.at(i), QStringLiteral("%1.when[%2]").arg(place).arg(i)));
        const QJsonArray actions = m_reader.array(object, "actions", place);
        for (qsizetype i = 0; i < actions.size(); ++i)
            rule.actions.push_back(
                readAction(actions.at(i), QStringLiteral("%1.actions[%2]").arg(place).arg(i)));
        if (rule.when.empty() && rule.comment.isEmpty())
            m_reader.fail(place,
                          QStringLiteral("fires by no answer; 'comment' must say what does"));
        m_catalogue.rules.push_back(std::move(rule));
    }

    Condition readCondition(const QJsonValue &value, const QString &place)
    {
        const QJsonObject object = m_reader.object(value, place);
        Condition condition;
        condition.question = m_reader.text(object, "question", place);
        const Question *question = findQuestion(m_catalogue, condition.question);
        if (!question) {
            m_reader.fail(place,
                          QStringLiteral("there is no question '%1'").arg(condition.question));
            return condition;
        }
        for (const RelationName &each : kRelations) {
            if (!object.contains(QLatin1String(each.key)))
                continue;
            condition.relation = each.relation;
            const bool isNumber = question->kind == Question::Kind::number;
            if (isNumber != each.ofNumbers)
                m_reader.fail(place, QStringLiteral("'%1' does not suit the question '%2'")
                                         .arg(QLatin1String(each.key), question->id));
            condition.value =
                isNumber ? QString::number(m_reader.number(object, each.key, place), 'g', 15)
                         : m_reader.text(object, each.key, place);
            if (!isNumber && !findChoice(*question, condition.value))
                m_reader.fail(
                    place,
                    QStringLiteral("'%1' has no choice '%2'").arg(question->id, condition.value));
            return condition;
        }
        m_reader.fail(place, QStringLiteral("has no relation such as 'is' or 'more_than'"));
        return condition;
    }

    RuleAction readAction(const QJsonValue &value, const QString &place)
    {
        const QJsonObject object = m_reader.object(value, place);
        RuleAction action;
        for (const ActionName &each : kActions) {
            if (!object.contains(QLatin1String(each.key)))
                continue;
            action.kind = each.kind;
            if (each.amount) {
                action.amount = m_reader.number(object, each.amount, place);
                requireWithin(action.amount, each.least, each.greatest, each.amount, place);
            }
            readSubject(action, object, each.key, place);
            return action;
        }
        m_reader.fail(place, QStringLiteral("has no action such as 'raise' or 'exclude'"));
        return action;
    }

    void readSubject(RuleAction &action, const QJsonObject &object, const char *key,
                     const QString &place)
    {
        using Kind = RuleAction::Kind;
        if (action.kind == Kind::raise || action.kind == Kind::scale) {
            action.need = m_reader.text(object, key, place);
            requireNeed(action.need, place);
            return;
        }
        if (action.kind == Kind::advise)
            return;
        action.alternative = m_reader.text(object, key, place);
        if (!m_catalogue.languages.alternativeIndex(action.alternative) &&
            !m_catalogue.frameworks.alternativeIndex(action.alternative))
            m_reader.fail(place,
                          QStringLiteral("alternative '%1' is not known").arg(action.alternative));
        if (action.kind == Kind::rate) {
            action.need = m_reader.text(object, "need", place);
            requireNeed(action.need, place);
        }
    }

    void requireNeed(const QString &id, const QString &place)
    {
        if (!m_catalogue.languages.findNeed(id))
            m_reader.fail(place, QStringLiteral("need '%1' is not known").arg(id));
    }

    void requireWeight(double weight, const char *key, const QString &place)
    {
        requireWithin(weight, 0, kGreatestWeight, key, place);
    }

    void requireWithin(double number, double least, double greatest, const char *key,
                       const QString &place)
    {
        if (number < least || number > greatest)
            m_reader.fail(place, QStringLiteral("'%1' is outside %2 to %3")
                                     .arg(QLatin1String(key))
                                     .arg(least)
                                     .arg(greatest));
    }

    void requireAnchors(const Question &question, const QString &place)
    {
        const Need *need = m_catalogue.languages.findNeed(question.need);
        if (!need || !need->anchors)
            m_reader.fail(place, QStringLiteral("steers anchors, but its need has none"));
        if (question.least < kLeastRequirement || question.greatest > kGreatestRequirement)
            m_reader.fail(place, QStringLiteral("a requirement must be more than 0, up to %1")
                                     .arg(kGreatestRequirement));
    }

    json::DocumentReader &m_reader;
    Catalogue &m_catalogue;
};

} // namespace

void readInterview(json::DocumentReader &reader, const QJsonObject &document, Catalogue &catalogue)
{
    InterviewReader(reader, catalogue).read(document);
}

} // namespace weighbridge::knowledge
