// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/table_document.h"

#include "core/storage/json_values.h"

namespace weighbridge::storage
{

using namespace decision;

namespace
{

constexpr Name<Spread::Kind> kSpreads[] = {
    {Spread::Kind::byDoubt, QLatin1String("by_doubt")},
    {Spread::Kind::triangular, QLatin1String("triangular")},
    {Spread::Kind::studentT, QLatin1String("student_t")},
};
constexpr Name<Anchors::Scale> kScales[] = {
    {Anchors::Scale::linear, QLatin1String("linear")},
    {Anchors::Scale::logarithmic, QLatin1String("logarithmic")},
};

QJsonObject toJson(const decision::Source &source)
{
    return {{QStringLiteral("title"), source.title},
            {QStringLiteral("section"), source.section},
            {QStringLiteral("date"), orNull(source.date)},
            {QStringLiteral("run"), source.run},
            {QStringLiteral("machine"), source.machine}};
}

QJsonObject toJson(const EarlierRating &earlier)
{
    return {{QStringLiteral("level"), orNull(earlier.level)},
            {QStringLiteral("raw"), orNull(earlier.raw)},
            {QStringLiteral("provenance"), decision::provenanceName(earlier.provenance)},
            {QStringLiteral("source"), toJson(earlier.source)}};
}

QJsonObject toJson(const Rating &rating, const QString &alternative)
{
    const QJsonObject spread{
        {QStringLiteral("kind"), nameOf(kSpreads, rating.spread.kind)},
        {QStringLiteral("half_width"), rating.spread.halfWidth},
        {QStringLiteral("standard_error"), rating.spread.standardError},
        {QStringLiteral("degrees_of_freedom"), rating.spread.degreesOfFreedom}};
    return {{QStringLiteral("alternative"), alternative},
            {QStringLiteral("level"), orNull(rating.level)},
            {QStringLiteral("words"), rating.words},
            {QStringLiteral("erratum"), rating.erratum},
            {QStringLiteral("provenance"), decision::provenanceName(rating.provenance)},
            {QStringLiteral("source"), toJson(rating.source)},
            {QStringLiteral("spread"), spread},
            {QStringLiteral("raw"), orNull(rating.raw)},
            {QStringLiteral("source_level"), orNull(rating.sourceLevel)},
            {QStringLiteral("inherited"), rating.inherited},
            {QStringLiteral("history"),
             arrayOf(rating.history, [](const EarlierRating &each) { return toJson(each); })}};
}

QJsonValue toJson(const std::optional<Anchors> &anchors)
{
    if (!anchors)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("lowest"), anchors->lowest},
                       {QStringLiteral("highest"), anchors->highest},
                       {QStringLiteral("unit"), anchors->unit},
                       {QStringLiteral("scale"), nameOf(kScales, anchors->scale)}};
}

QJsonValue toJson(const std::optional<ShareBounds> &bounds)
{
    if (!bounds)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("least"), bounds->least},
                       {QStringLiteral("greatest"), bounds->greatest}};
}

decision::Source sourceFrom(const JsonFields &fields)
{
    decision::Source source;
    source.title = fields.text(QStringLiteral("title"));
    source.section = fields.text(QStringLiteral("section"));
    source.run = fields.text(QStringLiteral("run"));
    source.machine = fields.text(QStringLiteral("machine"));
    source.date = dateFrom(fields, QStringLiteral("date"));
    return source;
}

decision::Provenance provenanceFrom(const JsonFields &fields)
{
    return namedKind(fields, QStringLiteral("provenance"), decision::Provenance::judged,
                     [](const QString &name) { return decision::provenanceFromName(name); });
}

Spread spreadFrom(const JsonFields &fields)
{
    Spread spread;
    spread.kind = kindOf(kSpreads, fields, QStringLiteral("kind"));
    spread.halfWidth = fields.number(QStringLiteral("half_width"));
    spread.standardError = fields.number(QStringLiteral("standard_error"));
    spread.degreesOfFreedom = fields.integer(QStringLiteral("degrees_of_freedom"));
    if (spread.halfWidth < 0)
        fields.reject(QStringLiteral("half_width"), QStringLiteral("is negative"));
    if (spread.standardError < 0)
        fields.reject(QStringLiteral("standard_error"), QStringLiteral("is negative"));
    if (spread.degreesOfFreedom < 0)
        fields.reject(QStringLiteral("degrees_of_freedom"), QStringLiteral("is negative"));
    return spread;
}

EarlierRating earlierRatingFrom(const JsonFields &fields)
{
    return {fields.optionalNumber(QStringLiteral("level")),
            fields.optionalNumber(QStringLiteral("raw")), provenanceFrom(fields),
            sourceFrom(fields.object(QStringLiteral("source")))};
}

Rating ratingFrom(const JsonFields &fields)
{
    Rating rating;
    rating.level = fields.optionalNumber(QStringLiteral("level"));
    rating.words = fields.text(QStringLiteral("words"));
    rating.erratum = fields.text(QStringLiteral("erratum"));
    rating.provenance = provenanceFrom(fields);
    rating.source = sourceFrom(fields.object(QStringLiteral("source")));
    rating.spread = spreadFrom(fields.object(QStringLiteral("spread")));
    rating.raw = fields.optionalNumber(QStringLiteral("raw"));
    rating.sourceLevel = fields.optionalNumber(QStringLiteral("source_level"));
    rating.inherited = fields.flag(QStringLiteral("inherited"));
    rating.history = listFrom(fields, QStringLiteral("history"), earlierRatingFrom);
    return rating;
}

std::optional<Anchors> anchorsFrom(const JsonFields &need, const QString &key)
{
    if (!need.has(key))
        return std::nullopt;
    const JsonFields fields = need.object(key);
    Anchors anchors;
    anchors.lowest = fields.number(QStringLiteral("lowest"));
    anchors.highest = fields.number(QStringLiteral("highest"));
    anchors.unit = fields.text(QStringLiteral("unit"));
    anchors.scale = kindOf(kScales, fields, QStringLiteral("scale"));
    return anchors;
}

std::optional<ShareBounds> shareBoundsFrom(const JsonFields &need)
{
    const QString key = QStringLiteral("share_bounds");
    if (!need.has(key))
        return std::nullopt;
    const JsonFields fields = need.object(key);
    ShareBounds bounds;
    bounds.least = fields.number(QStringLiteral("least"), bounds.least);
    bounds.greatest = fields.number(QStringLiteral("greatest"), bounds.greatest);
    return bounds;
}

Alternative alternativeFrom(const JsonFields &fields)
{
    Alternative alternative;
    alternative.id = fields.identifier(QStringLiteral("id"));
    alternative.name = fields.text(QStringLiteral("name"), alternative.id);
    alternative.series = fields.text(QStringLiteral("series"), alternative.id);
    alternative.targets = fields.texts(QStringLiteral("targets"));
    alternative.language = fields.text(QStringLiteral("language"));
    alternative.exclusion = fields.text(QStringLiteral("exclusion"));
    return alternative;
}

} // namespace

QJsonArray toJson(const std::vector<Alternative> &alternatives)
{
    return arrayOf(alternatives, [](const Alternative &each) {
        return QJsonObject{{QStringLiteral("id"), each.id},
                           {QStringLiteral("name"), each.name},
                           {QStringLiteral("series"), each.series},
                           {QStringLiteral("targets"), arrayOf(each.targets)},
                           {QStringLiteral("language"), each.language},
                           {QStringLiteral("exclusion"), each.exclusion}};
    });
}

std::vector<Alternative> alternativesFrom(const JsonFields &fields)
{
    return uniqueListFrom(fields, QStringLiteral("alternatives"), alternativeFrom);
}

QJsonArray toJson(const std::vector<Rating> &ratings, const std::vector<Alternative> &alternatives)
{
    QJsonArray array;
    const std::size_t count = std::min(ratings.size(), alternatives.size());
    for (std::size_t i = 0; i < count; ++i)
        array.append(toJson(ratings[i], alternatives[i].id));
    return array;
}

std::vector<Rating> ratingsFrom(const JsonFields &fields,
                                const std::vector<Alternative> &alternatives)
{
    std::vector<Rating> ratings(alternatives.size());
    std::vector<bool> given(ratings.size());
    for (const JsonFields &each : fields.objects(QStringLiteral("ratings"))) {
        const QString key = QStringLiteral("alternative");
        const QString id = each.identifier(key);
        const auto found = std::find_if(alternatives.begin(), alternatives.end(),
                                        [&](const Alternative &a) { return a.id == id; });
        if (found == alternatives.end()) {
            each.reject(key,
                        QStringLiteral("is '%1', which is not among the alternatives").arg(id));
            continue;
        }
        const auto index = static_cast<std::size_t>(found - alternatives.begin());
        if (given[index])
            each.reject(key, QStringLiteral("'%1' is rated twice").arg(id));
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
            {QStringLiteral("weight_before_rules"), orNull(need.weightBeforeRules)},
            {QStringLiteral("weight_pinned"), need.weightPinned},
            {QStringLiteral("must_reach"), orNull(need.mustReach)},
            {QStringLiteral("must_reach_pinned"), need.mustReachPinned},
            {QStringLiteral("share_bounds"), toJson(need.shareBounds)},
            {QStringLiteral("anchors"), toJson(need.anchors)},
            {QStringLiteral("anchors_before_answers"), toJson(need.anchorsBeforeAnswers)},
            {QStringLiteral("added_by_answers"), need.addedByAnswers},
            {QStringLiteral("workload"), need.workload},
            {QStringLiteral("quantity"), need.quantity},
            {QStringLiteral("ratings"), toJson(need.ratings, alternatives)}};
}

Need needFrom(const JsonFields &fields, const std::vector<Alternative> &alternatives)
{
    Need need;
    need.id = fields.identifier(QStringLiteral("id"));
    need.name = fields.text(QStringLiteral("name"), need.id);
    need.hint = fields.text(QStringLiteral("hint"));
    need.weight = weightFrom(fields, QStringLiteral("weight"), 0);
    need.sourceWeight = weightFrom(fields, QStringLiteral("source_weight"), need.weight);
    if (const QString key = QStringLiteral("weight_before_rules"); fields.has(key))
        need.weightBeforeRules = weightFrom(fields, key, 0);
    need.weightPinned = fields.flag(QStringLiteral("weight_pinned"));
    need.mustReach = fields.optionalNumber(QStringLiteral("must_reach"));
    need.mustReachPinned = fields.flag(QStringLiteral("must_reach_pinned"));
    need.shareBounds = shareBoundsFrom(fields);
    need.anchors = anchorsFrom(fields, QStringLiteral("anchors"));
    need.anchorsBeforeAnswers = anchorsFrom(fields, QStringLiteral("anchors_before_answers"));
    need.addedByAnswers = fields.flag(QStringLiteral("added_by_answers"));
    need.workload = fields.text(QStringLiteral("workload"));
    need.quantity = fields.text(QStringLiteral("quantity"));
    need.ratings = ratingsFrom(fields, alternatives);
    return need;
}

double weightFrom(const JsonFields &fields, const QString &key, double missing)
{
    const double weight = fields.number(key, missing);
    if (weight < 0)
        fields.reject(key, QStringLiteral("is negative (%1)").arg(weight));
    if (weight > kGreatestWeight)
        fields.reject(key, QStringLiteral("is %1, more than %2").arg(weight).arg(kGreatestWeight));
    return weight;
}

} // namespace weighbridge::storage
