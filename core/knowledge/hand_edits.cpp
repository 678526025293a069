// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/hand_edits.h"

#include "core/decision/model/value_function.h"

#include <algorithm>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

/// How far a figure by hand may be off, as most of the knowledge base's.
constexpr double kFactorOfAnEstimate = 2;

/// Nothing of where the level came from before is true of what a person says.
Rating judged(Rating rating, std::optional<double> level)
{
    rating.level = level;
    rating.provenance = decision::Provenance::judged;
    rating.spread = {};
    rating.raw.reset();
    rating.source = {};
    rating.inherited = false;
    return rating;
}

} // namespace

std::optional<Rating> sourceRating(const Decision &decision, const Catalogue &catalogue,
                                   std::size_t need, std::size_t alternative)
{
    const QString &needId = decision.needs[need].id;
    const QString &alternativeId = decision.alternatives[alternative].id;
    for (const Decision *known : {&catalogue.table, &catalogue.languages, &catalogue.frameworks}) {
        const Need *row = known->findNeed(needId);
        const auto column = known->alternativeIndex(alternativeId);
        if (row && column && row->ratings[*column].sourceLevel)
            return onAnchors(row->ratings[*column], decision.needs[need].anchors);
    }
    return std::nullopt;
}

Decision withRating(Decision decision, std::size_t need, std::size_t alternative, Rating rating)
{
    Rating &cell = decision.needs[need].ratings[alternative];
    rating.history = cell.history;
    const bool byHand = cell.provenance == decision::Provenance::judged && cell.differsFromSource();
    const bool unrated = !cell.level && !cell.raw;
    if (!byHand && !unrated)
        rating.history.push_back({cell.level, cell.raw, cell.provenance, cell.source});
    // Back where it came from: there is nothing to tell.
    while (!rating.history.empty() && rating.history.back().level == rating.level &&
           rating.history.back().provenance == rating.provenance)
        rating.history.pop_back();
    cell = std::move(rating);
    return decision;
}

Decision withLevel(Decision decision, const Catalogue &catalogue, std::size_t need,
                   std::size_t alternative, std::optional<double> level)
{
    const Rating &cell = decision.needs[need].ratings[alternative];
    if (cell.level == level)
        return decision;
    const auto source = sourceRating(decision, catalogue, need, alternative);
    Rating rating = level && source && source->level == level ? *source : judged(cell, level);
    return withRating(std::move(decision), need, alternative, std::move(rating));
}

Decision withFigure(Decision decision, const Catalogue &catalogue, std::size_t need,
                    std::size_t alternative, double figure)
{
    const Need &row = decision.needs[need];
    const Rating &cell = row.ratings[alternative];
    if (cell.raw == figure)
        return decision;
    const auto source = sourceRating(decision, catalogue, need, alternative);
    if (source && source->raw == figure)
        return withRating(std::move(decision), need, alternative, *source);
    Rating rating = judged(cell, levelOf(figure, *row.anchors));
    rating.raw = figure;
    rating.spread.kind = Spread::Kind::factor;
    rating.spread.factor =
        cell.spread.kind == Spread::Kind::factor ? cell.spread.factor : kFactorOfAnEstimate;
    return withRating(std::move(decision), need, alternative, std::move(rating));
}

Decision withOwnNeed(Decision decision, const QString &name, double weight)
{
    Need need;
    int number = static_cast<int>(decision.needs.size()) + 1;
    do
        need.id = QStringLiteral("need-%1").arg(number++);
    while (decision.findNeed(need.id));
    need.name = name;
    need.weight = weight;
    need.sourceWeight = weight;
    need.ratings.resize(decision.alternatives.size());
    decision.needs.push_back(std::move(need));
    return decision;
}

QString distinctName(const std::vector<Alternative> &alternatives, const QString &name)
{
    const auto isTaken = [&](const QString &wanted) {
        return std::any_of(alternatives.begin(), alternatives.end(),
                           [&](const Alternative &each) { return each.name == wanted; });
    };
    QString distinct = name;
    for (int number = 2; isTaken(distinct); ++number)
        distinct = QStringLiteral("%1 (%2)").arg(name).arg(number);
    return distinct;
}

Decision withOwnAlternative(Decision decision, const QString &name)
{
    Alternative alternative;
    int number = static_cast<int>(decision.alternatives.size()) + 1;
    do
        alternative.id = QStringLiteral("alternative-%1").arg(number++);
    while (decision.alternativeIndex(alternative.id));
    alternative.name = distinctName(decision.alternatives, name);
    alternative.series = alternative.id;
    decision.alternatives.push_back(std::move(alternative));
    for (Need &need : decision.needs)
        need.ratings.emplace_back();
    return decision;
}

} // namespace weighbridge::knowledge
