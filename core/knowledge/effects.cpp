// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/effects.h"

#include "core/decision/model/value_function.h"
#include "core/knowledge/comparison.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

bool holds(const Decision &decision, const Condition &condition)
{
    using Relation = Condition::Relation;
    const Answer *answer = answerTo(decision, condition.question);
    if (!answer)
        return false;
    const double given = answer->value.toDouble();
    switch (condition.relation) {
    case Relation::oneOf:
        return condition.choices.contains(answer->value);
    case Relation::atLeast:
        return given >= condition.number;
    case Relation::moreThan:
        return given > condition.number;
    case Relation::atMost:
        return given <= condition.number;
    case Relation::lessThan:
        return given < condition.number;
    }
    Q_UNREACHABLE();
}

/// The last effect of this kind on the need: what answers and rules left behind.
const Effect *lastEffect(const Decision &decision, Effect::Kind kind, const QString &need)
{
    const auto found =
        std::find_if(decision.effects.rbegin(), decision.effects.rend(), [&](const Effect &effect) {
            return effect.kind == kind && effect.need == need;
        });
    return found == decision.effects.rend() ? nullptr : &*found;
}

void restoreWeight(const Decision &decision, Need &need)
{
    const Effect *effect = lastEffect(decision, Effect::Kind::weight, need.id);
    if (!need.weightBeforeRules)
        return;
    if (effect && need.weight != effect->to)
        need.weightPinned = true;
    if (!need.weightPinned)
        need.weight = *need.weightBeforeRules;
    need.weightBeforeRules.reset();
}

void restoreMustHave(const Decision &decision, Need &need)
{
    const Effect *last = lastEffect(decision, Effect::Kind::threshold, need.id);
    if (!last || need.mustReachPinned)
        return;
    if (need.mustReach != last->to) {
        need.mustReachPinned = true;
        return;
    }
    const auto first =
        std::find_if(decision.effects.begin(), decision.effects.end(), [&](const Effect &effect) {
            return effect.kind == Effect::Kind::threshold && effect.need == need.id;
        });
    need.mustReach = first->from > 0 ? std::optional(first->from) : std::nullopt;
}

void restoreAnchors(Need &need)
{
    if (need.anchorsBeforeAnswers)
        moveAnchors(need, *need.anchorsBeforeAnswers);
    need.anchorsBeforeAnswers.reset();
}

/// Undoes the effect on one cell, unless the cell says something else by now.
void restoreRating(Decision &decision, const Effect &effect)
{
    Need *need = decision.findNeed(effect.need);
    const auto alternative = decision.alternativeIndex(effect.alternative);
    if (!need || !alternative)
        return;
    Rating &rating = need->ratings[*alternative];
    if (rating.raw == effect.to && rating.provenance != decision::Provenance::measured) {
        rating.raw = effect.from;
        rating = onAnchors(rating, need->anchors);
    } else if (!rating.raw && rating.level == effect.to) {
        rating.level = effect.from;
    }
}

/// Undoes what an answer set of the capacity, unless somebody has set it since.
void restoreCapacity(CapacitySetting &capacity, const Effect &effect)
{
    const auto field = kindOf<CapacityField>(effect.need);
    if (field && valueOf(capacity, *field) == effect.to)
        setValue(capacity, *field, std::nullopt);
}

/// Takes out what answers brought in and nobody has touched since; what was touched stays for good.
void removeUntouchedNeeds(Decision &decision, const Catalogue &catalogue)
{
    std::vector<QString> untouched;
    for (const Need &need : decision.needs) {
        if (!need.addedByAnswers || !catalogue.languages.findNeed(need.id))
            continue;
        Need fresh = catalogueNeed(decision, catalogue, need.id);
        fresh.addedByAnswers = true;
        if (fresh == need)
            untouched.push_back(need.id);
    }
    const auto isUntouched = [&](const Need &need) {
        return std::find(untouched.begin(), untouched.end(), need.id) != untouched.end();
    };
    auto &needs = decision.needs;
    needs.erase(std::remove_if(needs.begin(), needs.end(), isUntouched), needs.end());
    for (Need &need : needs)
        need.addedByAnswers = false;
}

} // namespace

const Answer *answerTo(const Decision &decision, QStringView question)
{
    const auto found =
        std::find_if(decision.answers.begin(), decision.answers.end(),
                     [&](const Answer &answer) { return answer.question == question; });
    return found == decision.answers.end() ? nullptr : &*found;
}

std::vector<std::size_t> alternativesMeant(const Decision &decision, QStringView id)
{
    std::vector<std::size_t> meant;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        const Alternative &alternative = decision.alternatives[i];
        if (!id.isEmpty() && (alternative.id == id || alternative.language == id))
            meant.push_back(i);
    }
    return meant;
}

bool concernsTable(const Decision &decision, const Rule &rule)
{
    const auto isOut = [](const Alternative &each) { return !each.exclusion.isEmpty(); };
    const bool noneLeft =
        std::all_of(decision.alternatives.begin(), decision.alternatives.end(), isOut);
    const auto concerns = [&](const QString &id) {
        const std::vector<std::size_t> meant = alternativesMeant(decision, id);
        return std::any_of(meant.begin(), meant.end(), [&](std::size_t i) {
            return noneLeft || !isOut(decision.alternatives[i]);
        });
    };
    return rule.compares.isEmpty() ||
           std::any_of(rule.compares.begin(), rule.compares.end(), concerns);
}

std::vector<const Rule *> firedRules(const Decision &decision, const Catalogue &catalogue)
{
    std::vector<const Rule *> fired;
    for (const Rule &rule : catalogue.rules) {
        const bool fires =
            isOn(decision, rule) && !rule.when.empty() &&
            std::all_of(rule.when.begin(), rule.when.end(),
                        [&](const Condition &each) { return holds(decision, each); });
        if (fires)
            fired.push_back(&rule);
    }
    return fired;
}

void moveAnchors(Need &need, const Anchors &anchors)
{
    for (Rating &rating : need.ratings) {
        if (!rating.raw || !rating.level)
            continue;
        // The error of a measured figure is on the level axis and follows its slope.
        const double before =
            need.anchors ? std::abs(slopeInLogarithm(*rating.raw, *need.anchors)) : 0;
        const double error =
            rating.spread.standardError *
            (before > 0 ? std::abs(slopeInLogarithm(*rating.raw, anchors)) / before : 1);
        if (isUsableLevel(error))
            rating.spread.standardError = error;
        rating.level = levelOf(*rating.raw, anchors);
        if (rating.sourceRaw && rating.sourceLevel)
            rating.sourceLevel = levelOf(*rating.sourceRaw, anchors);
    }
    need.anchors = anchors;
}

Decision withoutEffects(Decision decision, const Catalogue &catalogue)
{
    for (auto effect = decision.effects.rbegin(); effect != decision.effects.rend(); ++effect) {
        if (effect->kind == Effect::Kind::rating)
            restoreRating(decision, *effect);
        if (effect->kind == Effect::Kind::capacity)
            restoreCapacity(decision.capacity, *effect);
    }
    for (Need &need : decision.needs) {
        restoreAnchors(need);
        restoreMustHave(decision, need);
        restoreWeight(decision, need);
    }
    for (Alternative &alternative : decision.alternatives)
        alternative.exclusion.clear();
    decision.effects.clear();
    removeUntouchedNeeds(decision, catalogue);
    return decision;
}

} // namespace weighbridge::knowledge
