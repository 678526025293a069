// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/table_document.h"

#include "core/base/json/values.h"
#include "core/decision/model/value_function.h"
#include "core/storage/words.h"

#include <algorithm>

namespace weighbridge::storage
{

using namespace decision;

namespace
{

QJsonObject toJson(const decision::Source &source)
{
    return {{QStringLiteral("title"), source.title},
            {QStringLiteral("section"), source.section},
            {QStringLiteral("date"), json::orNull(source.date)},
            {QStringLiteral("run"), source.run},
            {QStringLiteral("machine"), source.machine}};
}

QJsonObject toJson(const EarlierRating &earlier)
{
    return {{QStringLiteral("level"), json::orNull(earlier.level)},
            {QStringLiteral("raw"), json::orNull(earlier.raw)},
            {QStringLiteral("provenance"), nameOf(earlier.provenance)},
            {QStringLiteral("source"), toJson(earlier.source)}};
}

QJsonObject toJson(const Rating &rating, const QString &alternative)
{
    const QJsonObject spread{
        {QStringLiteral("kind"), nameOf(rating.spread.kind)},
        {QStringLiteral("half_width"), rating.spread.halfWidth},
        {QStringLiteral("factor"), rating.spread.factor},
        {QStringLiteral("standard_error"), rating.spread.standardError},
        {QStringLiteral("common_drift"), rating.spread.commonDrift},
        {QStringLiteral("degrees_of_freedom"), rating.spread.degreesOfFreedom}};
    return {
        {QStringLiteral("alternative"), alternative},
        {QStringLiteral("level"), json::orNull(rating.level)},
        {QStringLiteral("words"), rating.words},
        {QStringLiteral("erratum"), rating.erratum},
        {QStringLiteral("provenance"), nameOf(rating.provenance)},
        {QStringLiteral("source"), toJson(rating.source)},
        {QStringLiteral("spread"), spread},
        {QStringLiteral("raw"), json::orNull(rating.raw)},
        {QStringLiteral("source_level"), json::orNull(rating.sourceLevel)},
        {QStringLiteral("source_raw"), json::orNull(rating.sourceRaw)},
        {QStringLiteral("inherited"), rating.inherited},
        {QStringLiteral("history"),
         json::arrayOf(rating.history, [](const EarlierRating &each) { return toJson(each); })}};
}

QJsonValue toJson(const std::optional<Anchors> &anchors)
{
    if (!anchors)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("lowest"), anchors->lowest},
                       {QStringLiteral("highest"), anchors->highest},
                       {QStringLiteral("unit"), anchors->unit},
                       {QStringLiteral("scale"), nameOf(anchors->scale)}};
}

QJsonValue toJson(const std::optional<ShareBounds> &bounds)
{
    if (!bounds)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("least"), bounds->least},
                       {QStringLiteral("greatest"), bounds->greatest}};
}

decision::Source sourceFrom(const json::Reader &fields)
{
    decision::Source source;
    source.title = fields.valueOr<QString>("title");
    source.section = fields.valueOr<QString>("section");
    source.run = fields.valueOr<QString>("run");
    source.machine = fields.valueOr<QString>("machine");
    source.date = fields.valueOr<QDate>("date");
    return source;
}

Spread spreadFrom(const json::Reader &fields)
{
    Spread spread;
    spread.kind = fields.valueOr<Spread::Kind>("kind");
    spread.halfWidth = fields.valueOr<double>("half_width");
    spread.factor = fields.valueOr("factor", spread.factor);
    spread.standardError = fields.valueOr<double>("standard_error");
    spread.commonDrift = fields.valueOr<double>("common_drift");
    spread.degreesOfFreedom = fields.valueOr<int>("degrees_of_freedom");
    if (spread.halfWidth < 0)
        fields.reject("half_width", Words::tr("is negative"));
    if (spread.factor < 1)
        fields.reject("factor", Words::tr("is less than 1"));
    fields.requireWithin("common_drift", spread.commonDrift, 0, 1);
    if (spread.standardError < 0)
        fields.reject("standard_error", Words::tr("is negative"));
    if (spread.degreesOfFreedom < 0)
        fields.reject("degrees_of_freedom", Words::tr("is negative"));
    return spread;
}

EarlierRating earlierRatingFrom(const json::Reader &fields)
{
    return {fields.optional<double>("level"), fields.optional<double>("raw"),
            fields.valueOr<Provenance>("provenance"), sourceFrom(fields.object("source"))};
}

Rating ratingFrom(const json::Reader &fields)
{
    Rating rating;
    rating.level = fields.optional<double>("level");
    rating.words = fields.valueOr<QString>("words");
    rating.erratum = fields.valueOr<QString>("erratum");
    rating.provenance = fields.valueOr<Provenance>("provenance");
    rating.source = sourceFrom(fields.object("source"));
    rating.spread = spreadFrom(fields.object("spread"));
    rating.raw = fields.optional<double>("raw");
    if (rating.raw && rating.level) // earlier versions kept levels of figures beyond the scale
        rating.level = std::clamp(*rating.level, kLowestLevel, kHighestLevel);
    rating.sourceLevel = fields.optional<double>("source_level");
    rating.sourceRaw = fields.optional<double>("source_raw");
    rating.inherited = fields.valueOr<bool>("inherited");
    rating.history = json::listFrom(fields, "history", earlierRatingFrom);
    if (!rating.raw && rating.level)
        fields.requireWithin("level", *rating.level, kLowestLevel, kHighestLevel);
    return rating;
}

std::optional<Anchors> anchorsFrom(const json::Reader &need, QAnyStringView key)
{
    if (!need.has(key))
        return std::nullopt;
    const json::Reader fields = need.object(key);
    Anchors anchors;
    anchors.lowest = fields.valueOr<double>("lowest");
    anchors.highest = fields.valueOr<double>("highest");
    anchors.unit = fields.valueOr<QString>("unit");
    anchors.scale = fields.valueOr<Anchors::Scale>("scale");
    return anchors;
}

std::optional<ShareBounds> shareBoundsFrom(const json::Reader &need)
{
    if (!need.has("share_bounds"))
        return std::nullopt;
    const json::Reader fields = need.object("share_bounds");
    ShareBounds bounds;
    bounds.least = fields.valueOr("least", bounds.least);
    bounds.greatest = fields.valueOr("greatest", bounds.greatest);
    return bounds;
}

Alternative alternativeFrom(const json::Reader &fields)
{
    Alternative alternative;
    alternative.id = fields.filled("id");
    alternative.name = fields.valueOr("name", alternative.id);
    alternative.series = fields.valueOr("series", alternative.id);
    alternative.targets = fields.valueOr<std::vector<QString>>("targets");
    alternative.language = fields.valueOr<QString>("language");
    alternative.exclusion = fields.valueOr<QString>("exclusion");
    return alternative;
}

} // namespace

QJsonArray toJson(const std::vector<Alternative> &alternatives)
{
    return json::arrayOf(alternatives, [](const Alternative &each) {
        return QJsonObject{{QStringLiteral("id"), each.id},
                           {QStringLiteral("name"), each.name},
                           {QStringLiteral("series"), each.series},
                           {QStringLiteral("targets"), json::arrayOf(each.targets)},
                           {QStringLiteral("language"), each.language},
                           {QStringLiteral("exclusion"), each.exclusion}};
    });
}

std::vector<Alternative> alternativesFrom(const json::Reader &fields)
{
    return json::uniqueListFrom(fields, "alternatives", alternativeFrom);
}

QJsonArray toJson(const std::vector<Rating> &ratings, const std::vector<Alternative> &alternatives)
{
    QJsonArray array;
    const std::size_t count = std::min(ratings.size(), alternatives.size());
    for (std::size_t i = 0; i < count; ++i)
        array.append(toJson(ratings[i], alternatives[i].id));
    return array;
}

std::vector<Rating> ratingsFrom(const json::Reader &fields,
                                const std::vector<Alternative> &alternatives)
{
    std::vector<Rating> ratings(alternatives.size());
    std::vector<bool> given(ratings.size());
    for (const json::Reader &each : fields.objects("ratings")) {
        const QString id = each.filled("alternative");
        const auto found = std::find_if(alternatives.begin(), alternatives.end(),
                                        [&](const Alternative &a) { return a.id == id; });
        if (found == alternatives.end()) {
            each.reject("alternative",
                        Words::tr("is '%1', which is not among the alternatives").arg(id));
            continue;
        }
        const auto index = static_cast<std::size_t>(found - alternatives.begin());
        if (given[index])
            each.reject("alternative", QStringLiteral("'%1' is rated twice").arg(id));
        given[index] = true;
        ratings[index] = ratingFrom(each);
    }
    return ratings;
}

QJsonObject toJson(const Need &need, const std::vector<Alternative> &alternatives)
{
    return {{QStringLiteral("id"), need.id},
            {QStringLiteral("name"), need.name},
            {QStringLiteral("hint"), need.hint},
            {QStringLiteral("weight"), need.weight},
            {QStringLiteral("source_weight"), need.sourceWeight},
            {QStringLiteral("weight_before_rules"), json::orNull(need.weightBeforeRules)},
            {QStringLiteral("weight_pinned"), need.weightPinned},
            {QStringLiteral("must_reach"), json::orNull(need.mustReach)},
            {QStringLiteral("must_reach_pinned"), need.mustReachPinned},
            {QStringLiteral("share_bounds"), toJson(need.shareBounds)},
            {QStringLiteral("anchors"), toJson(need.anchors)},
            {QStringLiteral("anchors_before_answers"), toJson(need.anchorsBeforeAnswers)},
            {QStringLiteral("added_by_answers"), need.addedByAnswers},
            {QStringLiteral("workload"), need.workload},
            {QStringLiteral("quantity"), need.quantity},
            {QStringLiteral("ratings"), toJson(need.ratings, alternatives)}};
}

Need needFrom(const json::Reader &fields, const std::vector<Alternative> &alternatives)
{
    Need need;
    need.id = fields.filled("id");
    need.name = fields.valueOr("name", need.id);
    need.hint = fields.valueOr<QString>("hint");
    need.weight = weightFrom(fields, "weight", 0);
    need.sourceWeight = weightFrom(fields, "source_weight", need.weight);
    if (fields.has("weight_before_rules"))
        need.weightBeforeRules = weightFrom(fields, "weight_before_rules", 0);
    need.weightPinned = fields.valueOr<bool>("weight_pinned");
    need.mustReach = fields.optional<double>("must_reach");
    need.mustReachPinned = fields.valueOr<bool>("must_reach_pinned");
    need.shareBounds = shareBoundsFrom(fields);
    need.anchors = anchorsFrom(fields, "anchors");
    need.anchorsBeforeAnswers = anchorsFrom(fields, "anchors_before_answers");
    need.addedByAnswers = fields.valueOr<bool>("added_by_answers");
    need.workload = fields.valueOr<QString>("workload");
    need.quantity = fields.valueOr<QString>("quantity");
    need.ratings = ratingsFrom(fields, alternatives);
    for (Rating &rating : need.ratings)
        rating = onAnchors(rating, need.anchors);
    return need;
}

double weightFrom(const json::Reader &fields, QAnyStringView key, double missing)
{
    const double weight = fields.valueOr(key, missing);
    if (weight < 0)
        fields.reject(key, Words::tr("is negative (%1)").arg(weight));
    if (weight > kGreatestWeight)
        fields.reject(key, Words::tr("is %1, more than %2").arg(weight).arg(kGreatestWeight));
    return weight;
}

} // namespace weighbridge::storage
