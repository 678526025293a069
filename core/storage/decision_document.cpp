// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/decision_document.h"

#include "core/storage/json_values.h"
#include "core/storage/table_document.h"

namespace weighbridge::storage
{

using namespace decision;

namespace
{

/// Larger whole numbers lose digits in programs that read JSON numbers as double.
constexpr std::uint64_t kLargestJsonInteger = std::uint64_t{1} << 53;

constexpr Name<Effect::Kind> kEffects[] = {
    {Effect::Kind::weight, QLatin1String("weight")},
    {Effect::Kind::threshold, QLatin1String("threshold")},
    {Effect::Kind::anchors, QLatin1String("anchors")},
    {Effect::Kind::exclusion, QLatin1String("exclusion")},
    {Effect::Kind::rating, QLatin1String("rating")},
    {Effect::Kind::advice, QLatin1String("advice")},
};

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

QJsonObject toJson(const ShelvedComparison &shelved)
{
    const auto rowToJson = [&](const ShelvedComparison::Row &row) {
        return QJsonObject{
            {QStringLiteral("need"), row.need},
            {QStringLiteral("ratings"), storage::toJson(row.ratings, shelved.alternatives)}};
    };
    return {{QStringLiteral("level"), comparisonName(shelved.comparison)},
            {QStringLiteral("alternatives"), storage::toJson(shelved.alternatives)},
            {QStringLiteral("rows"), arrayOf(shelved.rows, rowToJson)}};
}

Comparison comparisonFrom(const JsonFields &fields)
{
    return namedKind(fields, QStringLiteral("level"), Comparison::languages,
                     [](const QString &name) { return comparisonFromName(name); });
}

ShelvedComparison shelvedFrom(const JsonFields &fields)
{
    ShelvedComparison shelved;
    shelved.comparison = comparisonFrom(fields);
    shelved.alternatives = alternativesFrom(fields);
    shelved.rows = listFrom(fields, QStringLiteral("rows"), [&](const JsonFields &row) {
        return ShelvedComparison::Row{row.identifier(QStringLiteral("need")),
                                      ratingsFrom(row, shelved.alternatives)};
    });
    return shelved;
}

QJsonObject toJson(const Answer &answer)
{
    return {{QStringLiteral("question"), answer.question}, {QStringLiteral("value"), answer.value}};
}

Answer answerFrom(const JsonFields &fields)
{
    return {fields.identifier(QStringLiteral("question")), fields.text(QStringLiteral("value"))};
}

QJsonObject toJson(const Effect &effect)
{
    return {{QStringLiteral("kind"), nameOf(kEffects, effect.kind)},
            {QStringLiteral("origin"), effect.origin},
            {QStringLiteral("source"), effect.source},
            {QStringLiteral("need"), effect.need},
            {QStringLiteral("alternative"), effect.alternative},
            {QStringLiteral("from"), effect.from},
            {QStringLiteral("to"), effect.to},
            {QStringLiteral("sentence"), effect.sentence}};
}

Effect effectFrom(const JsonFields &fields)
{
    Effect effect;
    effect.kind = kindOf(kEffects, fields, QStringLiteral("kind"));
    effect.origin = fields.identifier(QStringLiteral("origin"));
    effect.source = fields.text(QStringLiteral("source"));
    effect.need = fields.text(QStringLiteral("need"));
    effect.alternative = fields.text(QStringLiteral("alternative"));
    effect.from = fields.number(QStringLiteral("from"));
    effect.to = fields.number(QStringLiteral("to"));
    effect.sentence = fields.text(QStringLiteral("sentence"));
    return effect;
}

QJsonArray toJson(const std::vector<NeedWeight> &weights)
{
    return arrayOf(weights, [](const NeedWeight &each) {
        return QJsonObject{{QStringLiteral("need"), each.need},
                           {QStringLiteral("weight"), each.weight}};
    });
}

std::vector<NeedWeight> needWeightsFrom(const JsonFields &fields)
{
    return listFrom(fields, QStringLiteral("weights"), [](const JsonFields &each) {
        return NeedWeight{each.identifier(QStringLiteral("need")),
                          weightFrom(each, QStringLiteral("weight"), 0)};
    });
}

QJsonObject toJson(const Person &person)
{
    return {{QStringLiteral("id"), person.id},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("influence"), person.influence},
            {QStringLiteral("weights"), toJson(person.weights)}};
}

Person personFrom(const JsonFields &fields)
{
    Person person;
    person.id = fields.identifier(QStringLiteral("id"));
    person.name = fields.text(QStringLiteral("name"), person.id);
    person.influence = fields.number(QStringLiteral("influence"), person.influence);
    person.weights = needWeightsFrom(fields);
    return person;
}

QJsonObject toJson(const Part &part)
{
    return {{QStringLiteral("id"), part.id},
            {QStringLiteral("name"), part.name},
            {QStringLiteral("share_of_load"), part.shareOfLoad},
            {QStringLiteral("weights"), toJson(part.weights)}};
}

Part partFrom(const JsonFields &fields)
{
    Part part;
    part.id = fields.identifier(QStringLiteral("id"));
    part.name = fields.text(QStringLiteral("name"), part.id);
    part.shareOfLoad = fields.number(QStringLiteral("share_of_load"));
    part.weights = needWeightsFrom(fields);
    return part;
}

QJsonObject toJson(const CapacitySetting &capacity)
{
    return {{QStringLiteral("peak_requests_per_second"), orNull(capacity.peakRequestsPerSecond)},
            {QStringLiteral("headroom"), capacity.headroom},
            {QStringLiteral("p99_target_ms"), orNull(capacity.p99TargetMs)},
            {QStringLiteral("cores_per_instance"), capacity.coresPerInstance},
            {QStringLiteral("memory_mib_per_instance"), capacity.memoryMibPerInstance},
            {QStringLiteral("price_per_instance_month"), capacity.pricePerInstanceMonth},
            {QStringLiteral("currency"), capacity.currency},
            {QStringLiteral("price_date"), orNull(capacity.priceDate)},
            {QStringLiteral("runs"), arrayOf(capacity.runs)}};
}

CapacitySetting capacityFrom(const JsonFields &fields)
{
    CapacitySetting capacity;
    capacity.peakRequestsPerSecond =
        fields.optionalNumber(QStringLiteral("peak_requests_per_second"));
    capacity.headroom = fields.number(QStringLiteral("headroom"), capacity.headroom);
    capacity.p99TargetMs = fields.optionalNumber(QStringLiteral("p99_target_ms"));
    capacity.coresPerInstance =
        fields.number(QStringLiteral("cores_per_instance"), capacity.coresPerInstance);
    capacity.memoryMibPerInstance =
        fields.number(QStringLiteral("memory_mib_per_instance"), capacity.memoryMibPerInstance);
    capacity.pricePerInstanceMonth = fields.number(QStringLiteral("price_per_instance_month"));
    capacity.currency = fields.text(QStringLiteral("currency"), capacity.currency);
    capacity.priceDate = dateFrom(fields, QStringLiteral("price_date"));
    capacity.runs = fields.texts(QStringLiteral("runs"));
    return capacity;
}

template <typename Element> QJsonArray listOf(const std::vector<Element> &list)
{
    return arrayOf(list, [](const Element &each) { return toJson(each); });
}

} // namespace

QJsonObject toJson(const Decision &decision)
{
    const auto needToJson = [&](const Need &need) { return toJson(need, decision.alternatives); };
    return {{QStringLiteral("doubt"), doubtName(decision.doubt)},
            {QStringLiteral("seed"), seedToJson(decision.seed)},
            {QStringLiteral("level"), comparisonName(decision.comparison)},
            {QStringLiteral("alternatives"), toJson(decision.alternatives)},
            {QStringLiteral("needs"), arrayOf(decision.needs, needToJson)},
            {QStringLiteral("shelf"), listOf(decision.shelf)},
            {QStringLiteral("answers"), listOf(decision.answers)},
            {QStringLiteral("rules_off"), arrayOf(decision.rulesOff)},
            {QStringLiteral("rules_on"), arrayOf(decision.rulesOn)},
            {QStringLiteral("effects"), listOf(decision.effects)},
            {QStringLiteral("weight_model"), weightModelName(decision.weightModel.kind)},
            {QStringLiteral("people"), listOf(decision.people)},
            {QStringLiteral("parts"), listOf(decision.parts)},
            {QStringLiteral("further_language_cost"), decision.furtherLanguageCost},
            {QStringLiteral("capacity"), toJson(decision.capacity)}};
}

Decision decisionFrom(const JsonFields &fields)
{
    Decision decision;
    decision.doubt = namedKind(fields, QStringLiteral("doubt"), decision.doubt,
                               [](const QString &name) { return doubtFromName(name); });
    decision.seed = seedFrom(fields);
    decision.comparison = comparisonFrom(fields);
    decision.alternatives = alternativesFrom(fields);
    decision.needs = uniqueListFrom(fields, QStringLiteral("needs"), [&](const JsonFields &need) {
        return needFrom(need, decision.alternatives);
    });
    decision.shelf = listFrom(fields, QStringLiteral("shelf"), shelvedFrom);
    decision.answers = listFrom(fields, QStringLiteral("answers"), answerFrom);
    decision.rulesOff = fields.texts(QStringLiteral("rules_off"));
    decision.rulesOn = fields.texts(QStringLiteral("rules_on"));
    decision.effects = listFrom(fields, QStringLiteral("effects"), effectFrom);
    decision.weightModel.kind =
        namedKind(fields, QStringLiteral("weight_model"), decision.weightModel.kind,
                  [](const QString &name) { return weightModelFromName(name); });
    decision.people = uniqueListFrom(fields, QStringLiteral("people"), personFrom);
    decision.parts = uniqueListFrom(fields, QStringLiteral("parts"), partFrom);
    decision.furtherLanguageCost =
        fields.number(QStringLiteral("further_language_cost"), decision.furtherLanguageCost);
    if (fields.has(QStringLiteral("capacity")))
        decision.capacity = capacityFrom(fields.object(QStringLiteral("capacity")));
    return decision;
}

} // namespace weighbridge::storage
