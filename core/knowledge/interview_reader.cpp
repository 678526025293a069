// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/interview_reader.h"

#include "core/knowledge/words.h"

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
    {Condition::Relation::oneOf, "is", false},
    {Condition::Relation::oneOf, "one_of", false},
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
    explicit InterviewReader(Catalogue &catalogue) : m_catalogue(catalogue) {}

    void read(const json::Reader &document)
    {
        for (const json::Reader &question : document.requiredObjects("questions"))
            readQuestion(question);
        for (const json::Reader &rule : document.requiredObjects("rules"))
            readRule(rule);
    }

private:
    static void rejectTaken(const json::Reader &fields, const QString &id)
    {
        fields.reject("id", QStringLiteral("'%1' is there twice").arg(id));
    }

    void readQuestion(const json::Reader &fields)
    {
        Question question;
        question.id = fields.filled("id");
        question.topic = fields.filled("topic");
        question.text = fields.filled("text");
        question.help = fields.valueOr<QString>("help");
        question.need = fields.valueOr<QString>("need");
        if (!question.need.isEmpty())
            requireNeed(fields, "need", question.need);
        if (findQuestion(m_catalogue, question.id))
            rejectTaken(fields, question.id);
        if (fields.contains("choices"))
            readChoices(question, fields);
        else
            readNumber(question, fields);
        m_catalogue.questions.push_back(std::move(question));
    }

    void readChoices(Question &question, const json::Reader &fields)
    {
        const auto choices = fields.requiredObjects("choices");
        if (choices.size() < 2)
            fields.reject("choices", Words::tr("needs two or more"));
        for (const json::Reader &each : choices) {
            Choice choice;
            choice.id = each.filled("id");
            choice.text = each.filled("text");
            choice.weight = each.optional<double>("weight");
            choice.mustReach = each.optional<double>("must_reach");
            if (findChoice(question, choice.id))
                rejectTaken(each, choice.id);
            if (choice.weight)
                each.requireWithin("weight", *choice.weight, 0, kGreatestWeight);
            if (choice.mustReach)
                each.requireWithin("must_reach", *choice.mustReach, kLowestLevel, kHighestLevel);
            if (question.need.isEmpty() && (choice.weight || choice.mustReach))
                each.reject({}, Words::tr("has a weight, but its question has no 'need'"));
            choice.rulesOut = each.valueOr<QStringList>("rules_out");
            for (const QString &need : std::as_const(choice.rulesOut))
                requireNeed(each, "rules_out", need);
            question.choices.push_back(std::move(choice));
        }
    }

    void readNumber(Question &question, const json::Reader &fields)
    {
        question.kind = Question::Kind::number;
        question.unit = fields.filled("unit");
        question.unitOfOne = fields.valueOr<QString>("unit_of_one");
        question.least = fields.required<double>("least");
        question.greatest = fields.required<double>("greatest");
        question.steersAnchors = fields.valueOr<bool>("steers_anchors");
        question.mustBeMet = fields.valueOr<bool>("must_be_met");
        if (fields.contains("sizes"))
            question.sizes = fields.required<CapacityField>("sizes");
        if (question.least >= question.greatest)
            fields.reject("least", Words::tr("is not below 'greatest'"));
        if (question.steersAnchors)
            requireAnchors(question, fields);
        for (const json::Reader &each : fields.objects("steps")) {
            const WeightStep step{each.required<double>("least"), each.required<double>("weight")};
            each.requireWithin("weight", step.weight, 0, kGreatestWeight);
            if (!question.steps.empty() && step.least <= question.steps.back().least)
                each.reject("least", Words::tr("does not ascend"));
            question.steps.push_back(step);
        }
    }

    void readRule(const json::Reader &fields)
    {
        Rule rule;
        rule.id = fields.filled("id");
        rule.text = fields.filled("text");
        rule.source = fields.filled("source");
        rule.comment = fields.valueOr<QString>("comment");
        rule.onByDefault = fields.valueOr("on", true);
        rule.compares = fields.valueOr<QStringList>("compares");
        for (const QString &id : std::as_const(rule.compares)) {
            if (!m_catalogue.languages.alternativeIndex(id) &&
                !m_catalogue.frameworks.alternativeIndex(id))
                fields.reject("compares", QStringLiteral("'%1' is not known").arg(id));
        }
        if (findRule(m_catalogue, rule.id))
            rejectTaken(fields, rule.id);
        for (const json::Reader &condition : fields.requiredObjects("when"))
            rule.when.push_back(readCondition(condition));
        for (const json::Reader &action : fields.requiredObjects("actions"))
            rule.actions.push_back(readAction(action));
        if (rule.when.empty() && rule.comment.isEmpty())
            fields.reject({}, Words::tr("fires by no answer; 'comment' must say what does"));
        m_catalogue.rules.push_back(std::move(rule));
    }

    Condition readCondition(const json::Reader &fields)
    {
        Condition condition;
        condition.question = fields.filled("question");
        const Question *question = findQuestion(m_catalogue, condition.question);
        if (!question) {
            fields.reject("question", QStringLiteral("'%1' is not known").arg(condition.question));
            return condition;
        }
        for (const RelationName &each : kRelations) {
            if (!fields.contains(each.key))
                continue;
            condition.relation = each.relation;
            const bool isNumber = question->kind == Question::Kind::number;
            if (isNumber != each.ofNumbers)
                fields.reject(each.key,
                              Words::tr("does not suit the question '%1'").arg(question->id));
            if (isNumber)
                condition.number = fields.required<double>(each.key);
            else
                readConditionChoices(condition, *question, fields, each.key);
            return condition;
        }
        fields.reject({}, Words::tr("has no relation such as 'is' or 'more_than'"));
        return condition;
    }

    static void readConditionChoices(Condition &condition, const Question &question,
                                     const json::Reader &fields, const char *key)
    {
        if (QLatin1String(key) == QLatin1String("is"))
            condition.choices = {fields.filled(key)};
        else
            condition.choices = fields.required<QStringList>(key);
        for (const QString &id : std::as_const(condition.choices)) {
            if (!findChoice(question, id))
                fields.reject(key, Words::tr("is '%1', no choice of '%2'").arg(id, question.id));
        }
        if (condition.choices.isEmpty())
            fields.reject(key, Words::tr("is empty"));
    }

    RuleAction readAction(const json::Reader &fields)
    {
        RuleAction action;
        for (const ActionName &each : kActions) {
            if (!fields.contains(each.key))
                continue;
            action.kind = each.kind;
            if (each.amount) {
                action.amount = fields.required<double>(each.amount);
                fields.requireWithin(each.amount, action.amount, each.least, each.greatest);
            }
            readSubject(action, fields, each.key);
            return action;
        }
        fields.reject({}, Words::tr("has no action such as 'raise' or 'exclude'"));
        return action;
    }

    void readSubject(RuleAction &action, const json::Reader &fields, const char *key)
    {
        using Kind = RuleAction::Kind;
        if (action.kind == Kind::raise || action.kind == Kind::scale) {
            action.need = fields.filled(key);
            requireNeed(fields, key, action.need);
            return;
        }
        if (action.kind == Kind::advise)
            return;
        action.alternative = fields.filled(key);
        if (!m_catalogue.languages.alternativeIndex(action.alternative) &&
            !m_catalogue.frameworks.alternativeIndex(action.alternative))
            fields.reject(key, Words::tr("is '%1', no alternative").arg(action.alternative));
        if (action.kind == Kind::rate) {
            action.need = fields.filled("need");
            requireNeed(fields, "need", action.need);
        }
    }

    void requireNeed(const json::Reader &fields, const char *key, const QString &id)
    {
        if (!m_catalogue.languages.findNeed(id))
            fields.reject(key, Words::tr("is '%1', no need").arg(id));
    }

    void requireAnchors(const Question &question, const json::Reader &fields)
    {
        const Need *need = m_catalogue.languages.findNeed(question.need);
        if (!need || !need->anchors)
            fields.reject({}, Words::tr("steers anchors, but its need has none"));
        if (question.least < kLeastRequirement || question.greatest > kGreatestRequirement)
            fields.reject({}, Words::tr("has a requirement that is not more than 0 and up to %1")
                                  .arg(kGreatestRequirement));
    }

    Catalogue &m_catalogue;
};

} // namespace

void readInterview(const json::Reader &document, Catalogue &catalogue)
{
    InterviewReader(catalogue).read(document);
}

} // namespace weighbridge::knowledge
