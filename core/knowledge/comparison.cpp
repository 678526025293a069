// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/comparison.h"

#include "core/decision/model/value_function.h"
#include "core/knowledge/effects.h"

#include <algorithm>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

/// The cell of a table; null where it has no such need or alternative.
const Rating *cellOf(const Decision &table, QStringView need, QStringView alternative)
{
    const Need *row = table.findNeed(need);
    const auto column = table.alternativeIndex(alternative);
    return row && column ? &row->ratings[*column] : nullptr;
}

const Rating *cellOf(const ShelvedComparison &shelved, QStringView need, QStringView alternative)
{
    const auto row =
        std::find_if(shelved.rows.begin(), shelved.rows.end(),
                     [&](const ShelvedComparison::Row &each) { return each.need == need; });
    for (std::size_t i = 0; row != shelved.rows.end() && i < row->ratings.size(); ++i) {
        if (shelved.alternatives[i].id == alternative)
            return &row->ratings[i];
    }
    return nullptr;
}

const ShelvedComparison *onShelf(const Decision &decision, Comparison comparison)
{
    const auto found =
        std::find_if(decision.shelf.begin(), decision.shelf.end(),
                     [&](const ShelvedComparison &each) { return each.comparison == comparison; });
    return found == decision.shelf.end() ? nullptr : &*found;
}

/// What the languages level of this project says of a language; the catalogue where it says
/// nothing, or where it was measured: another framework's figure is not this one's.
const Rating *languageCell(const Decision &decision, const Catalogue &catalogue, QStringView need,
                           QStringView language)
{
    const Rating *cell = nullptr;
    if (decision.comparison == Comparison::languages)
        cell = cellOf(decision, need, language);
    else if (const ShelvedComparison *languages = onShelf(decision, Comparison::languages))
        cell = cellOf(*languages, need, language);
    if (cell && cell->provenance != decision::Provenance::measured)
        return cell;
    return cellOf(catalogue.languages, need, language);
}

Rating inheritedRating(const Decision &decision, const Catalogue &catalogue, QStringView need,
                       QStringView language)
{
    const Rating *cell = languageCell(decision, catalogue, need, language);
    if (!cell)
        return {};
    Rating rating = *cell;
    rating.inherited = true;
    return rating;
}

/// What the catalogue knows of the alternative; its language's rating where it knows nothing.
Rating firstRating(const Decision &decision, const Catalogue &catalogue, QStringView need,
                   const Alternative &alternative)
{
    for (const Decision *table : {&catalogue.languages, &catalogue.frameworks}) {
        const Rating *cell = cellOf(*table, need, alternative.id);
        if (cell && !cell->inherited)
            return *cell;
    }
    return alternative.language.isEmpty()
               ? Rating{}
               : inheritedRating(decision, catalogue, need, alternative.language);
}

/// An inherited rating that differs from its language's by now was edited: it is one of its own.
void ownEditedRatings(Decision &decision, const Catalogue &catalogue)
{
    for (Need &need : decision.needs) {
        for (std::size_t i = 0; i < need.ratings.size(); ++i) {
            const Rating *cell =
                languageCell(decision, catalogue, need.id, decision.alternatives[i].language);
            if (need.ratings[i].inherited && (!cell || cell->level != need.ratings[i].level))
                need.ratings[i].inherited = false;
        }
    }
}

ShelvedComparison shelved(const Decision &decision)
{
    ShelvedComparison shelf;
    shelf.comparison = decision.comparison;
    shelf.alternatives = decision.alternatives;
    for (const Need &need : decision.needs)
        shelf.rows.push_back({need.id, need.ratings});
    return shelf;
}

std::vector<Alternative> catalogueAlternatives(const Catalogue &catalogue, Comparison comparison)
{
    switch (comparison) {
    case Comparison::languages:
        return catalogue.languages.alternatives;
    case Comparison::frameworks:
        return catalogue.frameworks.alternatives;
    case Comparison::own:
        return {};
    }
    Q_UNREACHABLE();
}

std::vector<Rating> ratingsOf(const Decision &decision, const Catalogue &catalogue,
                              const QString &need, const std::optional<Anchors> &anchors,
                              const std::vector<Alternative> &alternatives,
                              const ShelvedComparison *earlier)
{
    std::vector<Rating> ratings;
    for (const Alternative &alternative : alternatives) {
        const Rating *cell = earlier ? cellOf(*earlier, need, alternative.id) : nullptr;
        ratings.push_back(onAnchors(
            cell && !cell->inherited ? *cell : firstRating(decision, catalogue, need, alternative),
            anchors));
    }
    return ratings;
}

} // namespace

Decision withComparison(Decision decision, const Catalogue &catalogue, Comparison comparison)
{
    if (decision.comparison == comparison)
        return decision;
    decision = withoutEffects(std::move(decision), catalogue);
    ownEditedRatings(decision, catalogue);

    Decision changed = decision;
    const ShelvedComparison *earlier = onShelf(decision, comparison);
    changed.alternatives =
        earlier ? earlier->alternatives : catalogueAlternatives(catalogue, comparison);
    for (Need &need : changed.needs)
        need.ratings =
            ratingsOf(decision, catalogue, need.id, need.anchors, changed.alternatives, earlier);
    changed.comparison = comparison;
    changed.shelf.erase(std::remove_if(changed.shelf.begin(), changed.shelf.end(),
                                       [&](const ShelvedComparison &each) {
                                           return each.comparison == comparison ||
                                                  each.comparison == decision.comparison;
                                       }),
                        changed.shelf.end());
    changed.shelf.push_back(shelved(decision));
    return withEffects(std::move(changed), catalogue);
}

Need catalogueNeed(const Decision &decision, const Catalogue &catalogue, QStringView need)
{
    const Need *known = catalogue.languages.findNeed(need);
    Q_ASSERT(known);
    Need copy = *known;
    copy.ratings =
        ratingsOf(decision, catalogue, known->id, known->anchors, decision.alternatives, nullptr);
    return copy;
}

Decision withNeed(Decision decision, const Catalogue &catalogue, QStringView need, double weight)
{
    if (decision.findNeed(need))
        return decision;
    Need added = catalogueNeed(decision, catalogue, need);
    added.weight = weight;
    decision.needs.push_back(std::move(added));
    return decision;
}

} // namespace weighbridge::knowledge
