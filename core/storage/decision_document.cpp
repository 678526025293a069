// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/decision_document.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace weighbridge::storage
{

using namespace decision;

namespace
{

/// Larger whole numbers lose digits in programs that read JSON numbers as double.
constexpr std::uint64_t kLargestJsonInteger = std::uint64_t{1} << 53;

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QDate &date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonArray arrayOf(const std::vector<QString> &texts)
{
    QJsonArray array;
    for (const QString &text : texts)
        array.append(text);
    return array;
}

template <typename Kind> struct Name {
    Kind kind;
    QLatin1String name;
};

constexpr Name<Spread::Kind> kSpreads[] = {
    {Spread::Kind::byDoubt, QLatin1String("by_doubt")},
    {Spread::Kind::triangular, QLatin1String("triangular")},
    {Spread::Kind::studentT, QLatin1String("student_t")},
};
constexpr Name<Anchors::Scale> kScales[] = {
    {Anchors::Scale::linear, QLatin1String("linear")},
    {Anchors::Scale::logarithmic, QLatin1String("logarithmic")},
};

template <typename Kind, std::size_t Size>
QString nameOf(const Name<Kind> (&names)[Size], Kind kind)
{
    const auto found = std::find_if(std::begin(names), std::end(names),
                                    [kind](const auto &entry) { return entry.kind == kind; });
    return found->name;
}

template <typename Kind, std::size_t Size>
Kind kindOf(const Name<Kind> (&names)[Size], const JsonFields &fields, const QString &key)
{
    const QString text = fields.text(key, names[0].name);
    const auto found = std::find_if(std::begin(names), std::end(names),
                                    [&text](const auto &entry) { return entry.name == text; });
    if (found != std::end(names))
        return found->kind;
    fields.reject(key, QStringLiteral("is '%1', which this version does not know").arg(text));
    return names[0].kind;
}

QJsonObject toJson(const Rating &rating, const QString &alternative)
{
    const QJsonObject source{{QStringLiteral("title"), rating.source.title},
                             {QStringLiteral("section"), rating.source.section},
                             {QStringLiteral("date"), orNull(rating.source.date)},
                             {QStringLiteral("run"), rating.source.run},
                             {QStringLiteral("machine"), rating.source.machine}};
    const QJsonObject spread{
        {QStringLiteral("kind"), nameOf(kSpreads, rating.spread.kind)},
        {QStringLiteral("half_width"), rating.spread.halfWidth},
        {QStringLiteral("standard_error"), rating.spread.standardError},
        {QStringLiteral("degrees_of_freedom"), rating.spread.degreesOfFreedom}};
    return {{QStringLiteral("alternative"), alternative},
            {QStringLiteral("level"), orNull(rating.level)},
            {QStringLiteral("words"), rating.words},
            {QStringLiteral("erratum"), rating.erratum},
            {QStringLiteral("provenance"), evidence::provenanceName(rating.provenance)},
            {QStringLiteral("source"), source},
            {QStringLiteral("spread"), spread},
            {QStringLiteral("raw"), orNull(rating.raw)},
            {QStringLiteral("source_level"), orNull(rating.sourceLevel)}};
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

QJsonObject toJson(const Need &need, const std::vector<Alternative> &alternatives)
{
    QJsonArray ratings;
    const std::size_t count = std::min(need.ratings.size(), alternatives.size());
    for (std::size_t i = 0; i < count; ++i)
        ratings.append(toJson(need.ratings[i], alternatives[i].id));
    return {{QStringLiteral("id"), need.id},
            {QStringLiteral("name"), need.name},
            {QStringLiteral("hint"), need.hint},
            {QStringLiteral("weight"), need.weight},
            {QStringLiteral("source_weight"), need.sourceWeight},
            {QStringLiteral("anchors"), toJson(need.anchors)},
            {QStringLiteral("workload"), need.workload},
            {QStringLiteral("quantity"), need.quantity},
            {QStringLiteral("ratings"), ratings}};
}

QJsonValue seedToJson(std::uint64_t seed)
{
    if (seed <= kLargestJsonInteger)
        return QJsonValue(static_cast<qint64>(seed));
    return QString::number(seed);
}

std::uint64_t seedFrom(const JsonFields &fields)
{
    const QString key = QStringLiteral("seed");
    if (!fields.has(key))
        return Decision{}.seed;
    if (fields.value(key).isString()) {
        bool isNumber = false;
        const auto seed = fields.text(key).toULongLong(&isNumber);
        if (!isNumber)
            fields.reject(key, QStringLiteral("is not a whole number"));
        return seed;
    }
    const qint64 seed = fields.value(key).toInteger(-1);
    if (seed < 0)
        fields.reject(key, QStringLiteral("is not a whole number of 0 or more"));
    return static_cast<std::uint64_t>(std::max<qint64>(seed, 0));
}

evidence::Source sourceFrom(const JsonFields &fields)
{
    evidence::Source source;
    source.title = fields.text(QStringLiteral("title"));
    source.section = fields.text(QStringLiteral("section"));
    source.run = fields.text(QStringLiteral("run"));
    source.machine = fields.text(QStringLiteral("machine"));
    const QString date = fields.text(QStringLiteral("date"));
    if (!date.isEmpty()) {
        source.date = QDate::fromString(date, Qt::ISODate);
        if (!source.date.isValid())
            fields.reject(QStringLiteral("date"), QStringLiteral("is '%1', not a date").arg(date));
    }
    return source;
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

Rating ratingFrom(const JsonFields &fields)
{
    Rating rating;
    rating.level = fields.optionalNumber(QStringLiteral("level"));
    rating.words = fields.text(QStringLiteral("words"));
    rating.erratum = fields.text(QStringLiteral("erratum"));
    const QString provenance = fields.text(QStringLiteral("provenance"),
                                           evidence::provenanceName(evidence::Provenance::judged));
    if (const auto known = evidence::provenanceFromName(provenance))
        rating.provenance = *known;
    else
        fields.reject(QStringLiteral("provenance"),
                      QStringLiteral("is '%1', which this version does not know").arg(provenance));
    rating.source = sourceFrom(fields.object(QStringLiteral("source")));
    rating.spread = spreadFrom(fields.object(QStringLiteral("spread")));
    rating.raw = fields.optionalNumber(QStringLiteral("raw"));
    rating.sourceLevel = fields.optionalNumber(QStringLiteral("source_level"));
    return rating;
}

std::optional<Anchors> anchorsFrom(const JsonFields &need)
{
    if (!need.has(QStringLiteral("anchors")))
        return std::nullopt;
    const JsonFields fields = need.object(QStringLiteral("anchors"));
    Anchors anchors;
    anchors.lowest = fields.number(QStringLiteral("lowest"));
    anchors.highest = fields.number(QStringLiteral("highest"));
    anchors.unit = fields.text(QStringLiteral("unit"));
    anchors.scale = kindOf(kScales, fields, QStringLiteral("scale"));
    return anchors;
}

double weightFrom(const JsonFields &need, const QString &key, double missing)
{
    const double weight = need.number(key, missing);
    if (weight < 0)
        need.reject(key, QStringLiteral("is negative (%1)").arg(weight));
    if (weight > kGreatestWeight)
        need.reject(key, QStringLiteral("is %1, more than %2").arg(weight).arg(kGreatestWeight));
    return weight;
}

std::vector<Rating> ratingsFrom(const JsonFields &need, const Decision &decision)
{
    std::vector<Rating> ratings(decision.alternatives.size());
    std::vector<bool> given(ratings.size());
    for (const JsonFields &fields : need.objects(QStringLiteral("ratings"))) {
        const QString key = QStringLiteral("alternative");
        const QString id = fields.identifier(key);
        const auto index = decision.alternativeIndex(id);
        if (!index) {
            fields.reject(key,
                          QStringLiteral("is '%1', which is not among the alternatives").arg(id));
            continue;
        }
        if (given[*index])
            fields.reject(key, QStringLiteral("'%1' is rated twice").arg(id));
        given[*index] = true;
        ratings[*index] = ratingFrom(fields);
    }
    return ratings;
}

Need needFrom(const JsonFields &fields, const Decision &decision)
{
    Need need;
    need.id = fields.identifier(QStringLiteral("id"));
    need.name = fields.text(QStringLiteral("name"), need.id);
    need.hint = fields.text(QStringLiteral("hint"));
    need.weight = weightFrom(fields, QStringLiteral("weight"), 0);
    need.sourceWeight = weightFrom(fields, QStringLiteral("source_weight"), need.weight);
    need.anchors = anchorsFrom(fields);
    need.workload = fields.text(QStringLiteral("workload"));
    need.quantity = fields.text(QStringLiteral("quantity"));
    need.ratings = ratingsFrom(fields, decision);
    if (decision.findNeed(need.id))
        fields.reject(QStringLiteral("id"), QStringLiteral("'%1' is there twice").arg(need.id));
    return need;
}

Alternative alternativeFrom(const JsonFields &fields, const Decision &decision)
{
    Alternative alternative;
    alternative.id = fields.identifier(QStringLiteral("id"));
    alternative.name = fields.text(QStringLiteral("name"), alternative.id);
    alternative.series = fields.text(QStringLiteral("series"), alternative.id);
    alternative.targets = fields.texts(QStringLiteral("targets"));
    if (decision.alternativeIndex(alternative.id))
        fields.reject(QStringLiteral("id"),
                      QStringLiteral("'%1' is there twice").arg(alternative.id));
    return alternative;
}

} // namespace

QJsonObject toJson(const Decision &decision)
{
    QJsonArray alternatives;
    for (const Alternative &alternative : decision.alternatives)
        alternatives.append(QJsonObject{{QStringLiteral("id"), alternative.id},
                                        {QStringLiteral("name"), alternative.name},
                                        {QStringLiteral("series"), alternative.series},
                                        {QStringLiteral("targets"), arrayOf(alternative.targets)}});
    QJsonArray needs;
    for (const Need &need : decision.needs)
        needs.append(toJson(need, decision.alternatives));
    return {{QStringLiteral("doubt"), doubtName(decision.doubt)},
            {QStringLiteral("seed"), seedToJson(decision.seed)},
            {QStringLiteral("alternatives"), alternatives},
            {QStringLiteral("needs"), needs}};
}

Decision decisionFrom(const JsonFields &fields)
{
    Decision decision;
    const QString doubt = fields.text(QStringLiteral("doubt"), doubtName(decision.doubt));
    if (const auto known = doubtFromName(doubt))
        decision.doubt = *known;
    else
        fields.reject(QStringLiteral("doubt"),
                      QStringLiteral("is '%1', not little, some or lot").arg(doubt));
    decision.seed = seedFrom(fields);
    for (const JsonFields &alternative : fields.objects(QStringLiteral("alternatives")))
        decision.alternatives.push_back(alternativeFrom(alternative, decision));
    for (const JsonFields &need : fields.objects(QStringLiteral("needs")))
        decision.needs.push_back(needFrom(need, decision));
    return decision;
}

} // namespace weighbridge::storage
