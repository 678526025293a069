// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decision_json.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace weighbridge::report
{

using namespace decision;

namespace
{

QJsonValue orNull(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue alternativeId(const Decision &decision, const std::optional<std::size_t> &index)
{
    if (!index || *index >= decision.alternatives.size())
        return QJsonValue::Null;
    return decision.alternatives[*index].id;
}

QString stateName(VerdictState state)
{
    switch (state) {
    case VerdictState::noAlternatives:
        return QStringLiteral("no_alternatives");
    case VerdictState::noNeeds:
        return QStringLiteral("no_needs");
    case VerdictState::noWeights:
        return QStringLiteral("no_weights");
    case VerdictState::noneLeft:
        return QStringLiteral("none_left");
    case VerdictState::onlyOneLeft:
        return QStringLiteral("only_one_left");
    case VerdictState::nothingToCompare:
        return QStringLiteral("nothing_to_compare");
    case VerdictState::tie:
        return QStringLiteral("tie");
    case VerdictState::ranked:
        return QStringLiteral("ranked");
    }
    return {};
}

QJsonArray alternativesJson(const Decision &decision, const Analysis &analysis)
{
    QJsonArray list;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        const Standing standing =
            i < analysis.standings.size() ? analysis.standings[i] : Standing{};
        list.append(QJsonObject{{QStringLiteral("id"), decision.alternatives[i].id},
                                {QStringLiteral("name"), decision.alternatives[i].name},
                                {QStringLiteral("score"), orNull(standing.score)},
                                {QStringLiteral("score_low"), orNull(standing.lowestScore)},
                                {QStringLiteral("score_high"), orNull(standing.highestScore)},
                                {QStringLiteral("rank"), standing.rank},
                                {QStringLiteral("tier"), standing.tier},
                                {QStringLiteral("chance_best"), orNull(standing.chanceBest)},
                                {QStringLiteral("chance_error"), orNull(standing.chanceError)},
                                {QStringLiteral("excluded"), standing.excluded}});
    }
    return list;
}

QJsonArray contributionsJson(const Decision &decision, const Need &need, double share)
{
    QJsonArray list;
    for (std::size_t i = 0; i < decision.alternatives.size() && i < need.ratings.size(); ++i) {
        std::optional<double> value = need.ratings[i].level;
        if (value)
            value = share * *value;
        list.append(QJsonObject{{QStringLiteral("alternative"), decision.alternatives[i].id},
                                {QStringLiteral("value"), orNull(value)}});
    }
    return list;
}

QJsonArray needsJson(const Decision &decision, const Analysis &analysis)
{
    QJsonArray list;
    for (std::size_t i = 0; i < decision.needs.size(); ++i) {
        const Need &need = decision.needs[i];
        const double share = i < analysis.shares.size() ? analysis.shares[i] : 0;
        QJsonObject object{
            {QStringLiteral("id"), need.id},
            {QStringLiteral("name"), need.name},
            {QStringLiteral("weight"), need.weight},
            {QStringLiteral("share"), orNull(share)},
            {QStringLiteral("stability"), QJsonValue::Null},
            {QStringLiteral("tie_weight"), QJsonValue::Null},
            {QStringLiteral("contributions"), contributionsJson(decision, need, share)}};
        if (i < analysis.stability.size()) {
            const WeightStability &stability = analysis.stability[i];
            object[QStringLiteral("stability")] =
                QJsonObject{{QStringLiteral("low"), orNull(stability.low)},
                            {QStringLiteral("high"), orNull(stability.high)},
                            {QStringLiteral("takes_lead_below"),
                             alternativeId(decision, stability.takesLeadBelow)},
                            {QStringLiteral("takes_lead_above"),
                             alternativeId(decision, stability.takesLeadAbove)}};
        }
        if (i < analysis.swings.size())
            object[QStringLiteral("tie_weight")] = orNull(analysis.swings[i].tieWeight);
        list.append(object);
    }
    return list;
}

QJsonObject spreadJson(const Decision &decision, const Rating &rating)
{
    switch (rating.spread.kind) {
    case Spread::Kind::byDoubt:
        return {{QStringLiteral("kind"), QStringLiteral("triangular")},
                {QStringLiteral("half_width"), ratingHalfWidth(decision.doubt)}};
    case Spread::Kind::triangular:
        return {{QStringLiteral("kind"), QStringLiteral("triangular")},
                {QStringLiteral("half_width"), rating.spread.halfWidth}};
    case Spread::Kind::studentT:
        return {{QStringLiteral("kind"), QStringLiteral("student_t")},
                {QStringLiteral("standard_error"), rating.spread.standardError},
                {QStringLiteral("degrees_of_freedom"), rating.spread.degreesOfFreedom}};
    }
    return {};
}

QJsonObject ratingJson(const Decision &decision, const Need &need, std::size_t alternative)
{
    const Rating &rating = need.ratings[alternative];
    const QJsonObject source{
        {QStringLiteral("kind"), evidence::provenanceName(rating.provenance)},
        {QStringLiteral("title"), orNull(rating.source.title)},
        {QStringLiteral("section"), orNull(rating.source.section)},
        {QStringLiteral("date"), orNull(rating.source.date.toString(Qt::ISODate))},
        {QStringLiteral("run"), orNull(rating.source.run)},
        {QStringLiteral("machine"), orNull(rating.source.machine)}};
    return {{QStringLiteral("need"), need.id},
            {QStringLiteral("alternative"), decision.alternatives[alternative].id},
            {QStringLiteral("value"), orNull(rating.level)},
            {QStringLiteral("unit"), rating.raw && need.anchors ? orNull(need.anchors->unit)
                                                                : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("raw"), orNull(rating.raw)},
            {QStringLiteral("words"), orNull(rating.words)},
            {QStringLiteral("erratum"), orNull(rating.erratum)},
            {QStringLiteral("source"), source},
            {QStringLiteral("source_value"), orNull(rating.sourceLevel)},
            {QStringLiteral("spread"), spreadJson(decision, rating)}};
}

QJsonArray ratingsJson(const Decision &decision)
{
    QJsonArray list;
    for (const Need &need : decision.needs) {
        for (std::size_t i = 0; i < need.ratings.size() && i < decision.alternatives.size(); ++i)
            list.append(ratingJson(decision, need, i));
    }
    return list;
}

QJsonArray flipsJson(const Decision &decision, const Analysis &analysis)
{
    QJsonArray list;
    for (const Flip &flip : analysis.flips) {
        const bool isWeight = flip.kind == Flip::Kind::weight;
        list.append(
            QJsonObject{{QStringLiteral("kind"),
                         isWeight ? QStringLiteral("weight") : QStringLiteral("rating")},
                        {QStringLiteral("need"), decision.needs[flip.need].id},
                        {QStringLiteral("alternative"), alternativeId(decision, flip.alternative)},
                        {QStringLiteral("from"), orNull(flip.from)},
                        {QStringLiteral("to"), orNull(flip.to)},
                        {QStringLiteral("raw_to"), orNull(flip.rawTo)},
                        {QStringLiteral("plausible"), flip.plausible},
                        {QStringLiteral("sentence"), flip.sentence}});
    }
    return list;
}

QJsonArray evidenceJson(const Analysis &analysis)
{
    QJsonArray list;
    for (std::size_t i = 0; i < analysis.evidenceShare.size(); ++i) {
        const auto provenance = static_cast<evidence::Provenance>(i);
        // Sums of shares may end a rounding error above 1.
        const double share = std::min(analysis.evidenceShare[i], 1.0);
        list.append(QJsonObject{{QStringLiteral("kind"), evidence::provenanceName(provenance)},
                                {QStringLiteral("share"), orNull(share)}});
    }
    return list;
}

} // namespace

QJsonObject decisionJson(const Decision &decision, const Analysis &analysis)
{
    const Verdict &verdict = analysis.verdict;
    QJsonArray notes;
    for (const QString &note : analysis.notes)
        notes.append(note);
    return {{QStringLiteral("verdict"),
             QJsonObject{{QStringLiteral("state"), stateName(verdict.state)},
                         {QStringLiteral("headline"), verdict.headline},
                         {QStringLiteral("sentence"), verdict.sentence},
                         {QStringLiteral("leader"), alternativeId(decision, verdict.leader)},
                         {QStringLiteral("runner_up"), alternativeId(decision, verdict.runnerUp)}}},
            {QStringLiteral("alternatives"), alternativesJson(decision, analysis)},
            {QStringLiteral("needs"), needsJson(decision, analysis)},
            {QStringLiteral("ratings"), ratingsJson(decision)},
            {QStringLiteral("net_difference"), orNull(analysis.netDifference)},
            {QStringLiteral("flips"), flipsJson(decision, analysis)},
            {QStringLiteral("rules"), QJsonArray()},
            {QStringLiteral("evidence_share"), evidenceJson(analysis)},
            {QStringLiteral("notes"), notes},
            {QStringLiteral("doubt"), doubtName(decision.doubt)},
            {QStringLiteral("draws"), analysis.draws},
            {QStringLiteral("seed"), QString::number(decision.seed)}};
}

} // namespace weighbridge::report
