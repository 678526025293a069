// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/table_edit.h"

#include "core/decision/model/value_function.h"
#include "core/knowledge/comparison.h"
#include "core/knowledge/effects.h"
#include "core/knowledge/words.h"

#include <algorithm>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

constexpr qsizetype kLongestId = 40;
/// How far a figure may be off that somebody enters: as the estimates of the knowledge base.
constexpr double kFactorByHand = 2;

/// "PostgreSQL 16" → "postgresql-16", or "postgresql-16-2" where `isTaken`.
template <typename IsTaken>
QString idFrom(const QString &name, const QString &otherwise, IsTaken isTaken)
{
    QString id;
    for (const QChar character : name.left(kLongestId).toLower()) {
        if (character.isLetterOrNumber())
            id += character;
        else if (!id.isEmpty() && !id.endsWith(QLatin1Char('-')))
            id += QLatin1Char('-');
    }
    while (id.endsWith(QLatin1Char('-')))
        id.chop(1);
    if (id.isEmpty())
        id = otherwise;
    QString unique = id;
    for (int number = 2; isTaken(unique); ++number)
        unique = QStringLiteral("%1-%2").arg(id).arg(number);
    return unique;
}

bool isCalled(const QString &id, const QString &name, QStringView idOrName)
{
    return id == idOrName || name.compare(idOrName, Qt::CaseInsensitive) == 0;
}

const Alternative *knownAlternative(const Catalogue &catalogue, QStringView idOrName)
{
    for (const Decision *table : {&catalogue.languages, &catalogue.frameworks}) {
        for (const Alternative &each : table->alternatives) {
            if (isCalled(each.id, each.name, idOrName))
                return &each;
        }
    }
    return nullptr;
}

/// The colours of added alternatives take turns.
QString freeSeries(const Decision &decision)
{
    QString series;
    const auto hasIt = [&](const Alternative &each) { return each.series == series; };
    int number = int(decision.alternatives.size()) + 1;
    do
        series = QStringLiteral("alternative-%1").arg(number++);
    while (std::any_of(decision.alternatives.begin(), decision.alternatives.end(), hasIt));
    return series;
}

Alternative newAlternative(const Decision &decision, const Catalogue &catalogue,
                           const QString &name)
{
    if (const Alternative *known = knownAlternative(catalogue, name);
        known && !decision.alternativeIndex(known->id))
        return *known;
    Alternative alternative;
    alternative.id = idFrom(name, QStringLiteral("alternative"), [&](const QString &id) {
        return decision.alternativeIndex(id) || knownAlternative(catalogue, id);
    });
    alternative.name = name;
    alternative.series = freeSeries(decision);
    return alternative;
}

Rating &cellAt(Decision &decision, const QString &need, const QString &alternative)
{
    Need *row = decision.findNeed(need);
    const auto column = decision.alternativeIndex(alternative);
    Q_ASSERT(row && column);
    return row->ratings[*column];
}

/// Replaces a cell and keeps what it said before.
void replace(Rating &cell, Rating rating)
{
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
}

/// The cell as one that somebody judges anew.
Rating judgedAnew(Rating rating)
{
    rating.level.reset();
    rating.raw.reset();
    rating.provenance = decision::Provenance::judged;
    rating.spread = {};
    rating.source = {};
    rating.inherited = false;
    return rating;
}

} // namespace

Decision emptyDecision(const Catalogue &catalogue, Comparison comparison)
{
    Decision decision;
    decision.comparison = comparison;
    if (comparison == Comparison::languages)
        decision.alternatives = catalogue.languages.alternatives;
    else if (comparison == Comparison::frameworks)
        decision.alternatives = catalogue.frameworks.alternatives;
    return decision;
}

const Need *knownNeed(const Catalogue &catalogue, QStringView idOrName)
{
    const auto &needs = catalogue.languages.needs;
    const auto found = std::find_if(needs.begin(), needs.end(), [&](const Need &need) {
        return isCalled(need.id, need.name, idOrName);
    });
    return found == needs.end() ? nullptr : &*found;
}

Result<Decision> withAddedNeed(Decision decision, const Catalogue &catalogue,
                               const QString &idOrName)
{
    for (const Need &each : decision.needs) {
        if (isCalled(each.id, each.name, idOrName))
            return Error{Words::tr("There is already a need '%1'").arg(each.name),
                         Words::tr("Choose another name"),
                         {}};
    }
    if (const Need *known = knownNeed(catalogue, idOrName); known && !decision.findNeed(known->id))
        return withNeed(std::move(decision), catalogue, known->id, kFirstWeight);
    Need need;
    need.id = idFrom(idOrName, QStringLiteral("need"), [&](const QString &id) {
        return decision.findNeed(id) || knownNeed(catalogue, id);
    });
    need.name = idOrName;
    need.weight = kFirstWeight;
    need.sourceWeight = need.weight;
    need.ratings.resize(decision.alternatives.size());
    decision.needs.push_back(std::move(need));
    return decision;
}

Decision withoutNeed(Decision decision, const Catalogue &catalogue, const QString &need)
{
    const auto position = std::size_t(decision.findNeed(need) - decision.needs.data());
    Decision without = decision;
    without.needs.erase(without.needs.begin() + std::ptrdiff_t(position));
    const bool isAskedFor =
        !decision.effects.empty() && withInterview(without, catalogue).findNeed(need) != nullptr;
    return isAskedFor ? withWeight(std::move(decision), position, 0) : without;
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

Result<Decision> withAlternative(Decision decision, const Catalogue &catalogue, const QString &name)
{
    for (const Alternative &each : decision.alternatives) {
        if (each.name.compare(name, Qt::CaseInsensitive) == 0)
            return Error{Words::tr("There is already an alternative '%1'").arg(each.name),
                         Words::tr("Choose another name"),
                         {}};
    }
    decision = withoutEffects(std::move(decision), catalogue);
    const Alternative added = newAlternative(decision, catalogue, name);
    decision.alternatives.push_back(added);
    for (Need &need : decision.needs) {
        // The last column of the need as the knowledge base would add it now.
        const bool isKnown = catalogue.languages.findNeed(need.id) != nullptr;
        need.ratings.push_back(isKnown ? catalogueNeed(decision, catalogue, need.id).ratings.back()
                                       : Rating{});
    }
    return withEffects(std::move(decision), catalogue);
}

Decision withoutAlternative(Decision decision, const Catalogue &catalogue,
                            const QString &alternative)
{
    decision = withoutEffects(std::move(decision), catalogue);
    const auto index = std::ptrdiff_t(*decision.alternativeIndex(alternative));
    decision.alternatives.erase(decision.alternatives.begin() + index);
    for (Need &need : decision.needs)
        need.ratings.erase(need.ratings.begin() + index);
    return withEffects(std::move(decision), catalogue);
}

Decision withLevel(Decision decision, const Catalogue &catalogue, const QString &need,
                   const QString &alternative, std::optional<double> level)
{
    Rating &cell = cellAt(decision, need, alternative);
    if (cell.level == level)
        return decision;
    const auto source = sourceRating(decision, catalogue, need, alternative);
    if (level && source && source->level == level) {
        replace(cell, *source);
        return decision;
    }
    Rating rating = judgedAnew(cell);
    rating.level = level;
    replace(cell, std::move(rating));
    return decision;
}

Decision withFigure(Decision decision, const Catalogue &catalogue, const QString &need,
                    const QString &alternative, double figure)
{
    Rating &cell = cellAt(decision, need, alternative);
    if (cell.raw == figure)
        return decision;
    const auto source = sourceRating(decision, catalogue, need, alternative);
    Rating rating = judgedAnew(cell);
    rating.raw = figure;
    rating.spread.kind = Spread::Kind::factor;
    rating.spread.factor =
        cell.spread.kind == Spread::Kind::factor ? cell.spread.factor : kFactorByHand;
    if (source && source->raw == figure)
        rating = *source;
    replace(cell, onAnchors(std::move(rating), decision.findNeed(need)->anchors));
    return decision;
}

Decision withSourceRating(Decision decision, const Catalogue &catalogue, const QString &need,
                          const QString &alternative)
{
    const auto source = sourceRating(decision, catalogue, need, alternative);
    Rating &cell = cellAt(decision, need, alternative);
    replace(cell, source ? *source : judgedAnew(cell));
    return decision;
}

std::optional<Rating> sourceRating(const Decision &decision, const Catalogue &catalogue,
                                   QStringView need, QStringView alternative)
{
    const Need *shown = decision.findNeed(need);
    for (const Decision *known : {&catalogue.table, &catalogue.languages, &catalogue.frameworks}) {
        const Need *row = known->findNeed(need);
        const auto column = known->alternativeIndex(alternative);
        if (row && column && row->ratings[*column].sourceLevel)
            return shown ? onAnchors(row->ratings[*column], shown->anchors) : row->ratings[*column];
    }
    return std::nullopt;
}

} // namespace weighbridge::knowledge
