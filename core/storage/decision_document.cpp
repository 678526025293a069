// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/decision_document.h"

#include "core/base/json/values.h"
#include "core/storage/table_document.h"

namespace weighbridge::storage
{

using namespace decision;

namespace
{

QJsonObject toJson(const ShelvedComparison &shelved)
{
    const auto rowToJson = [&](const ShelvedComparison::Row &row) {
        return QJsonObject{
            {QStringLiteral("need"), row.need},
            {QStringLiteral("ratings"), storage::toJson(row.ratings, shelved.alternatives)}};
    };
    return {{QStringLiteral("level"), nameOf(shelved.comparison)},
            {QStringLiteral("alternatives"), storage::toJson(shelved.alternatives)},
            {QStringLiteral("rows"), json::arrayOf(shelved.rows, rowToJson)}};
}

ShelvedComparison shelvedFrom(const json::Reader &fields)
{
    ShelvedComparison shelved;
    shelved.comparison = fields.valueOr("level", Comparison::languages);
    shelved.alternatives = alternativesFrom(fields);
    shelved.rows = json::listFrom(fields, "rows", [&](const json::Reader &row) {
        return ShelvedComparison::Row{row.filled("need"), ratingsFrom(row, shelved.alternatives)};
    });
    return shelved;
}

QJsonObject toJson(const Answer &answer)
{
    return {{QStringLiteral("question"), answer.question}, {QStringLiteral("value"), answer.value}};
}

Answer answerFrom(const json::Reader &fields)
{
    return {fields.filled("question"), fields.valueOr<QString>("value")};
}

QJsonObject toJson(const Effect &effect)
{
    return {{QStringLiteral("kind"), nameOf(effect.kind)},
            {QStringLiteral("origin"), effect.origin},
            {QStringLiteral("source"), effect.source},
            {QStringLiteral("need"), effect.need},
            {QStringLiteral("alternative"), effect.alternative},
            {QStringLiteral("from"), effect.from},
            {QStringLiteral("to"), effect.to},
            {QStringLiteral("sentence"), effect.sentence}};
}

Effect effectFrom(const json::Reader &fields)
{
    Effect effect;
    effect.kind = fields.valueOr<Effect::Kind>("kind");
    effect.origin = fields.filled("origin");
    effect.source = fields.valueOr<QString>("source");
    effect.need = fields.valueOr<QString>("need");
    effect.alternative = fields.valueOr<QString>("alternative");
    effect.from = fields.valueOr<double>("from");
    effect.to = fields.valueOr<double>("to");
    effect.sentence = fields.valueOr<QString>("sentence");
    return effect;
}

QJsonArray toJson(const std::vector<NeedWeight> &weights)
{
    return json::arrayOf(weights, [](const NeedWeight &each) {
        return QJsonObject{{QStringLiteral("need"), each.need},
                           {QStringLiteral("weight"), each.weight}};
    });
}

std::vector<NeedWeight> needWeightsFrom(const json::Reader &fields)
{
    return json::listFrom(fields, "weights", [](const json::Reader &each) {
        return NeedWeight{each.filled("need"), weightFrom(each, "weight", 0)};
    });
}

QJsonObject toJson(const WeightJudgements &judgements)
{
    const auto rankToJson = [](const std::vector<QString> &together) {
        return QJsonObject{{QStringLiteral("needs"), json::arrayOf(together)}};
    };
    const auto swingToJson = [](const WeightJudgements::Swing &swing) {
        return QJsonObject{{QStringLiteral("need"), swing.need},
                           {QStringLiteral("points"), swing.points}};
    };
    const auto pairToJson = [](const WeightJudgements::Pair &pair) {
        return QJsonObject{{QStringLiteral("first"), pair.first},
                           {QStringLiteral("second"), pair.second},
                           {QStringLiteral("times"), pair.times}};
    };
    return {{QStringLiteral("method"), nameOf(judgements.method)},
            {QStringLiteral("ranks"), json::arrayOf(judgements.ranks, rankToJson)},
            {QStringLiteral("swings"), json::arrayOf(judgements.swings, swingToJson)},
            {QStringLiteral("pairs"), json::arrayOf(judgements.pairs, pairToJson)}};
}

WeightJudgements judgementsFrom(const json::Reader &fields)
{
    WeightJudgements judgements;
    judgements.method = fields.valueOr("method", judgements.method);
    judgements.ranks = json::listFrom(fields, "ranks", [](const json::Reader &each) {
        return each.valueOr<std::vector<QString>>("needs");
    });
    judgements.swings = json::listFrom(fields, "swings", [](const json::Reader &each) {
        return WeightJudgements::Swing{each.filled("need"), each.required<double>("points")};
    });
    judgements.pairs = json::listFrom(fields, "pairs", [](const json::Reader &each) {
        return WeightJudgements::Pair{each.filled("first"), each.filled("second"),
                                      each.required<int>("times")};
    });
    return judgements;
}

QJsonObject toJson(const Person &person)
{
    return {{QStringLiteral("id"), person.id},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("influence"), person.influence},
            {QStringLiteral("weights"), toJson(person.weights)}};
}

Person personFrom(const json::Reader &fields)
{
    Person person;
    person.id = fields.filled("id");
    person.name = fields.valueOr("name", person.id);
    person.influence = fields.valueOr("influence", person.influence);
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

Part partFrom(const json::Reader &fields)
{
    Part part;
    part.id = fields.filled("id");
    part.name = fields.valueOr("name", part.id);
    part.shareOfLoad = fields.valueOr<double>("share_of_load");
    part.weights = needWeightsFrom(fields);
    return part;
}

QJsonObject toJson(const CapacitySetting &capacity)
{
    return {
        {QStringLiteral("peak_requests_per_second"), json::orNull(capacity.peakRequestsPerSecond)},
        {QStringLiteral("headroom"), capacity.headroom},
        {QStringLiteral("p99_target_ms"), json::orNull(capacity.p99TargetMs)},
        {QStringLiteral("cores_per_instance"), capacity.coresPerInstance},
        {QStringLiteral("memory_mib_per_instance"), capacity.memoryMibPerInstance},
        {QStringLiteral("price_per_instance_month"), capacity.pricePerInstanceMonth},
        {QStringLiteral("currency"), capacity.currency},
        {QStringLiteral("price_date"), json::orNull(capacity.priceDate)},
        {QStringLiteral("runs"), json::arrayOf(capacity.runs)}};
}

CapacitySetting capacityFrom(const json::Reader &fields)
{
    CapacitySetting capacity;
    capacity.peakRequestsPerSecond = fields.optional<double>("peak_requests_per_second");
    capacity.headroom = fields.valueOr("headroom", capacity.headroom);
    capacity.p99TargetMs = fields.optional<double>("p99_target_ms");
    capacity.coresPerInstance = fields.valueOr("cores_per_instance", capacity.coresPerInstance);
    capacity.memoryMibPerInstance =
        fields.valueOr("memory_mib_per_instance", capacity.memoryMibPerInstance);
    capacity.pricePerInstanceMonth = fields.valueOr<double>("price_per_instance_month");
    capacity.currency = fields.valueOr("currency", capacity.currency);
    capacity.priceDate = fields.valueOr<QDate>("price_date");
    capacity.runs = fields.valueOr<std::vector<QString>>("runs");
    return capacity;
}

template <typename Element> QJsonArray listOf(const std::vector<Element> &list)
{
    return json::arrayOf(list, [](const Element &each) { return toJson(each); });
}

} // namespace

QJsonObject toJson(const Decision &decision)
{
    const auto needToJson = [&](const Need &need) { return toJson(need, decision.alternatives); };
    return {{QStringLiteral("doubt"), nameOf(decision.doubt)},
            {QStringLiteral("exact_doubt"), json::orNull(decision.exactDoubt)},
            {QStringLiteral("judgement_correlation"), decision.judgementCorrelation},
            {QStringLiteral("seed"), json::wholeNumber(decision.seed)},
            {QStringLiteral("level"), nameOf(decision.comparison)},
            {QStringLiteral("alternatives"), toJson(decision.alternatives)},
            {QStringLiteral("needs"), json::arrayOf(decision.needs, needToJson)},
            {QStringLiteral("shelf"), listOf(decision.shelf)},
            {QStringLiteral("answers"), listOf(decision.answers)},
            {QStringLiteral("rules_off"), json::arrayOf(decision.rulesOff)},
            {QStringLiteral("rules_on"), json::arrayOf(decision.rulesOn)},
            {QStringLiteral("effects"), listOf(decision.effects)},
            {QStringLiteral("weight_model"), nameOf(decision.weightModel.kind)},
            {QStringLiteral("weight_judgements"), toJson(decision.weightJudgements)},
            {QStringLiteral("people"), listOf(decision.people)},
            {QStringLiteral("parts"), listOf(decision.parts)},
            {QStringLiteral("further_language_cost"), decision.furtherLanguageCost},
            {QStringLiteral("capacity"), toJson(decision.capacity)}};
}

Decision decisionFrom(const json::Reader &fields)
{
    Decision decision;
    decision.doubt = fields.valueOr("doubt", decision.doubt);
    decision.exactDoubt = fields.optional<double>("exact_doubt");
    decision.judgementCorrelation =
        fields.valueOr("judgement_correlation", decision.judgementCorrelation);
    decision.seed = fields.valueOr("seed", decision.seed);
    decision.comparison = fields.valueOr("level", Comparison::languages);
    decision.alternatives = alternativesFrom(fields);
    decision.needs = json::uniqueListFrom(fields, "needs", [&](const json::Reader &need) {
        return needFrom(need, decision.alternatives);
    });
    decision.shelf = json::listFrom(fields, "shelf", shelvedFrom);
    decision.answers = json::listFrom(fields, "answers", answerFrom);
    decision.rulesOff = fields.valueOr<std::vector<QString>>("rules_off");
    decision.rulesOn = fields.valueOr<std::vector<QString>>("rules_on");
    decision.effects = json::listFrom(fields, "effects", effectFrom);
    decision.weightModel.kind = fields.valueOr("weight_model", decision.weightModel.kind);
    if (fields.has("weight_judgements"))
        decision.weightJudgements = judgementsFrom(fields.object("weight_judgements"));
    decision.people = json::uniqueListFrom(fields, "people", personFrom);
    decision.parts = json::uniqueListFrom(fields, "parts", partFrom);
    decision.furtherLanguageCost =
        fields.valueOr("further_language_cost", decision.furtherLanguageCost);
    if (fields.has("capacity"))
        decision.capacity = capacityFrom(fields.object("capacity"));
    return decision;
}

} // namespace weighbridge::storage
