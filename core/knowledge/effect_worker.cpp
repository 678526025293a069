// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/effects.h"

#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "core/knowledge/comparison.h"
#include "core/knowledge/wishes.h"
#include "core/knowledge/words.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

/// Weights that differ by less than this differ by rounding only.
constexpr double kSameWeight = 1e-9;

QString numberText(double number)
{
    return QString::number(number, 'g', 3);
}

bool isMore(double a, double b)
{
    return a > b;
}

bool isLess(double a, double b)
{
    return a < b;
}

/// Works answers and rules into a decision without effects. In phases, so that the order in which
/// the answers were given does not matter.
class EffectWorker
{
public:
    EffectWorker(Decision decision, const Catalogue &catalogue)
        : m_decision(std::move(decision)), m_catalogue(catalogue), m_wishes(m_decision, catalogue)
    {
    }

    Decision worked()
    {
        const std::vector<Wish> answers = m_wishes.ofAnswers();
        const std::vector<Wish> raises = m_wishes.raises();
        addNeeds(answers);
        addNeeds(raises);
        moveAnchorsToRequirements();
        changeWeights(decidingFirst(answers, isMore), [](double, double wish) { return wish; });
        changeWeights(decidingFirst(raises, isMore),
                      [](double weight, double wish) { return std::max(weight, wish); });
        changeWeights(decidingFirst(scaleWishes(), isLess),
                      [](double weight, double wish) { return weight * wish; });
        setMustHaves(decidingFirst(mustHaveWishes(), isMore));
        actOnAlternatives();
        sizeServers();
        return std::move(m_decision);
    }

private:
    void addNeeds(const std::vector<Wish> &wishes)
    {
        for (const Need &known : m_catalogue.languages.needs) {
            const bool wanted = std::any_of(wishes.begin(), wishes.end(), [&](const Wish &wish) {
                return wish.need == known.id && wish.amount > 0;
            });
            if ((!wanted && !m_wishes.hasLimit(known.id)) || m_decision.findNeed(known.id))
                continue;
            m_decision = withNeed(std::move(m_decision), m_catalogue, known.id, 0);
            m_decision.needs.back().addedByAnswers = true;
        }
    }

    void moveAnchorsToRequirements()
    {
        for (const Given &given : m_wishes.given()) {
            Need *need = m_decision.findNeed(given.question->need);
            if (!given.question->steersAnchors || !need || !need->anchors ||
                m_wishes.rulesOut(need->id))
                continue;
            const Anchors before = *need->anchors;
            need->anchorsBeforeAnswers = before;
            moveAnchors(*need, anchorsForRequirement(given.number, before.unit,
                                                     before.highest > before.lowest));
            const Wish wish{given.question->id, {}, need->id, given.number, given.text};
            record(Effect::Kind::anchors, wish, rawOf(kJustMet, before), given.number,
                   Words::tr("%1: just meeting %2 is level 3, four times better is level 5.")
                       .arg(need->name, given.text));
            if (!weightOf(given))
                keepTradeOff(*need, wish, before);
        }
    }

    /// A level is another stretch of the axis now; the weight follows, so that one unit of the axis
    /// counts as much as before.
    void keepTradeOff(Need &need, const Wish &wish, const Anchors &before)
    {
        if (need.weightPinned || before.scale != need.anchors->scale)
            return;
        const double ratio = std::log(need.anchors->highest / need.anchors->lowest) /
                             std::log(before.highest / before.lowest);
        const double weight = std::min(need.weight * ratio, kGreatestWeight);
        if (std::abs(weight - need.weight) < kSameWeight)
            return;
        setWeight(need, wish, weight,
                  Words::tr("%1 goes from %2 to %3: its scale is another one now.")
                      .arg(need.name, numberText(need.weight), numberText(weight)));
    }

    /// What weighs nothing cannot count less, which is not worth a sentence.
    std::vector<Wish> scaleWishes() const
    {
        std::vector<Wish> wishes = m_wishes.ofRules(RuleAction::Kind::scale);
        std::erase_if(wishes, [&](const Wish &wish) {
            const Need *need = m_decision.findNeed(wish.need);
            return !need || need->weight == 0;
        });
        return wishes;
    }

    void changeWeights(const std::vector<Wish> &wishes, double (*changed)(double, double))
    {
        std::vector<QString> decided;
        for (const Wish &wish : wishes) {
            Need *need = m_decision.findNeed(wish.need);
            const bool isFirst =
                std::find(decided.begin(), decided.end(), wish.need) == decided.end();
            decided.push_back(wish.need);
            if (!need)
                record(Effect::Kind::weight, wish, 0, 0,
                       Words::tr("%1 stays out of the table: %2.")
                           .arg(nameOfNeed(wish.need), wish.reason));
            else if (need->weightPinned)
                record(Effect::Kind::weight, wish, need->weight, need->weight,
                       pinnedSentence(*need));
            else
                changeWeight(*need, wish,
                             isFirst ? changed(need->weight, wish.amount) : need->weight);
        }
    }

    void changeWeight(Need &need, const Wish &wish, double weight)
    {
        const QString sentence =
            weight == need.weight
                ? Words::tr("%1 stays at %2: %3.").arg(need.name, numberText(weight), wish.reason)
                : Words::tr("%1 goes from %2 to %3: %4.")
                      .arg(need.name, numberText(need.weight), numberText(weight), wish.reason);
        setWeight(need, wish, weight, sentence);
    }

    void setWeight(Need &need, const Wish &wish, double weight, const QString &sentence)
    {
        if (!need.weightBeforeRules)
            need.weightBeforeRules = need.weight;
        record(Effect::Kind::weight, wish, need.weight, weight, sentence);
        need.weight = weight;
    }

    std::vector<Wish> mustHaveWishes()
    {
        std::vector<Wish> wishes;
        for (const Given &given : m_wishes.given()) {
            const Question &question = *given.question;
            const Need *need = m_decision.findNeed(question.need);
            if (!need || m_wishes.rulesOut(need->id))
                continue;
            Wish wish{question.id, {}, need->id, kJustMet, given.text};
            if (given.choice && given.choice->mustReach) {
                wish.amount = *given.choice->mustReach;
                wishes.push_back(wish);
            } else if (question.mustBeMet) {
                wishes.push_back(wish);
            }
        }
        return wishes;
    }

    void setMustHaves(const std::vector<Wish> &wishes)
    {
        for (const Wish &wish : wishes) {
            Need &need = *m_decision.findNeed(wish.need);
            const double before = need.mustReach.value_or(0);
            if (need.mustReachPinned) {
                record(Effect::Kind::advice, wish, before, before,
                       Words::tr("%1 keeps the must-have that was set by hand.").arg(need.name));
                continue;
            }
            need.mustReach = std::max(before, wish.amount);
            record(Effect::Kind::threshold, wish, before, *need.mustReach,
                   Words::tr("%1 must reach level %2: %3.")
                       .arg(need.name, numberText(*need.mustReach), wish.reason));
        }
    }

    /// First what rules do, then what they say, so that nobody is advised on what is out.
    void actOnAlternatives()
    {
        std::vector<const Rule *> advising;
        for (const Rule *rule : m_wishes.fired()) {
            using Kind = RuleAction::Kind;
            bool isAdvice = false;
            bool hasActed = false;
            for (const RuleAction &action : rule->actions) {
                isAdvice = isAdvice || action.kind == Kind::advise ||
                           (action.kind == Kind::exclude && !rule->compares.isEmpty());
                const Wish wish{rule->id, rule->source, action.need, action.amount, rule->text};
                for (const std::size_t i : alternativesMeant(m_decision, action.alternative))
                    hasActed = act(action.kind, i, wish) || hasActed;
            }
            if (isAdvice && !hasActed) // what it did has said what it knows
                advising.push_back(rule);
        }
        for (const Rule *rule : advising) {
            if (concernsTable(m_decision, *rule))
                record(Effect::Kind::advice, {rule->id, rule->source, {}, 0, {}}, 0, 0,
                       rule->text + QLatin1Char('.'));
        }
    }

    /// What somebody has set by hand stays.
    void sizeServers()
    {
        for (const Given &given : m_wishes.given()) {
            const auto field = given.question->sizes;
            if (!field || valueOf(m_decision.capacity, *field) ||
                m_wishes.rulesOut(given.question->need))
                continue;
            setValue(m_decision.capacity, *field, given.number);
            const Wish wish{given.question->id, {}, nameOf(*field), given.number, {}};
            record(Effect::Kind::capacity, wish, 0, given.number,
                   Words::tr("Capacity reckons with %1.").arg(given.text));
        }
    }

    /// Whether it changed anything.
    bool act(RuleAction::Kind kind, std::size_t alternative, const Wish &wish)
    {
        if (kind == RuleAction::Kind::rate)
            return rate(alternative, wish);
        if (kind != RuleAction::Kind::exclude)
            return false;
        exclude(m_decision.alternatives[alternative], wish);
        return true;
    }

    void exclude(Alternative &alternative, const Wish &wish)
    {
        const QString sentence = Words::tr("%1 is out: %2.").arg(alternative.name, wish.reason);
        if (alternative.exclusion.isEmpty())
            alternative.exclusion = sentence;
        record(Effect::Kind::exclusion, wish, 0, 0, sentence, alternative.id);
    }

    /// Shifts a rating that is still the catalogue's; what was measured or set by hand is better
    /// knowledge than a rule. A level of an estimated figure is a doubling.
    bool rate(std::size_t alternative, const Wish &wish)
    {
        Need *need = m_decision.findNeed(wish.need);
        if (!need)
            return false;
        Rating &rating = need->ratings[alternative];
        if (!rating.level || rating.differsFromSource())
            return false;
        const Alternative &rated = m_decision.alternatives[alternative];
        if (rating.raw && need->anchors) {
            const bool moreIsBetter = need->anchors->highest > need->anchors->lowest;
            const double before = *rating.raw;
            rating.raw = before * std::exp2(moreIsBetter ? wish.amount : -wish.amount);
            rating.level = levelOf(*rating.raw, *need->anchors);
            record(Effect::Kind::rating, wish, before, *rating.raw,
                   Words::tr("%1 of %2 is put at %3 instead of %4: %5.")
                       .arg(need->name, rated.name, rawText(*rating.raw, need->anchors->unit),
                            rawText(before, need->anchors->unit), wish.reason),
                   rated.id);
            return true;
        }
        const double before = *rating.level;
        const double after = std::clamp(before + wish.amount, kLowestLevel, kHighestLevel);
        record(Effect::Kind::rating, wish, before, after,
               Words::tr("%1 of %2 is rated %3 instead of %4: %5.")
                   .arg(need->name, rated.name, numberText(after), numberText(before), wish.reason),
               rated.id);
        rating.level = after;
        return true;
    }

    QString nameOfNeed(const QString &id) const
    {
        const Need *known = m_catalogue.languages.findNeed(id);
        return known ? known->name : id;
    }

    void record(Effect::Kind kind, const Wish &wish, double from, double to,
                const QString &sentence, const QString &alternative = {})
    {
        m_decision.effects.push_back(
            {kind, wish.origin, wish.source, wish.need, alternative, from, to, sentence});
    }

    Decision m_decision;
    const Catalogue &m_catalogue;
    Wishes m_wishes;
};

} // namespace

QString pinnedSentence(const Need &need)
{
    return Words::tr("%1 stays at %2: set by hand.").arg(need.name, numberText(need.weight));
}

Decision withEffects(Decision decision, const Catalogue &catalogue)
{
    return EffectWorker(std::move(decision), catalogue).worked();
}

} // namespace weighbridge::knowledge
