// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decision_json.h"

#include "core/base/json/values.h"
#include "core/decision/model/uncertain_cell.h"
#include "core/report/decision_views_json.h"

#include <algorithm>

namespace weighbridge::report
{

using namespace decision;

namespace
{

QJsonArray alternativesJson(const Decision &decision, const Analysis &analysis)
{
    QJsonArray list;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        const Standing standing =
            i < analysis.standings.size() ? analysis.standings[i] : Standing{};
        list.append(
            QJsonObject{{QStringLiteral("id"), decision.alternatives[i].id},
                        {QStringLiteral("name"), decision.alternatives[i].name},
                        {QStringLiteral("score"), json::orNull(standing.score)},
                        {QStringLiteral("score_low"), json::orNull(standing.lowestScore)},
                        {QStringLiteral("score_high"), json::orNull(standing.highestScore)},
                        {QStringLiteral("rank"), standing.rank},
                        {QStringLiteral("tier"), standing.tier},
                        {QStringLiteral("chance_best"), json::orNull(standing.chanceBest)},
                        {QStringLiteral("chance_error"), json::orNull(standing.chanceError)},
                        {QStringLiteral("excluded"), standing.excluded},
                        {QStringLiteral("exclusion"), json::orNull(standing.exclusion)},
                        {QStringLiteral("chance_to_pass"), json::orNull(standing.chanceToPass)}});
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
                                {QStringLiteral("value"), json::orNull(value)}});
    }
    return list;
}

QJsonValue shareBound(const Need &need, double ShareBounds::*end)
{
    return need.shareBounds ? json::orNull((*need.shareBounds).*end) : QJsonValue(QJsonValue::Null);
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
            {QStringLiteral("weight_before_rules"), json::orNull(need.weightBeforeRules)},
            {QStringLiteral("weight_pinned"), need.weightPinned},
            {QStringLiteral("must_reach"), json::orNull(need.mustReach)},
            {QStringLiteral("share"), json::orNull(share)},
            {QStringLiteral("least_share"), shareBound(need, &ShareBounds::least)},
            {QStringLiteral("greatest_share"), shareBound(need, &ShareBounds::greatest)},
            {QStringLiteral("stability"), QJsonValue::Null},
            {QStringLiteral("tie_weight"), QJsonValue::Null},
            {QStringLiteral("difference_at_zero"), QJsonValue::Null},
            {QStringLiteral("difference_at_ten"), QJsonValue::Null},
            {QStringLiteral("without"), QJsonValue::Null},
            {QStringLiteral("contributions"), contributionsJson(decision, need, share)}};
        if (i < analysis.stability.size()) {
            const WeightStability &stability = analysis.stability[i];
            object[QStringLiteral("stability")] =
                QJsonObject{{QStringLiteral("low"), json::orNull(stability.low)},
                            {QStringLiteral("high"), json::orNull(stability.high)},
                            {QStringLiteral("takes_lead_below"),
                             alternativeId(decision, stability.takesLeadBelow)},
                            {QStringLiteral("takes_lead_above"),
                             alternativeId(decision, stability.takesLeadAbove)}};
        }
        if (i < analysis.swings.size()) {
            const Swing &swing = analysis.swings[i];
            object[QStringLiteral("tie_weight")] = json::orNull(swing.tieWeight);
            object[QStringLiteral("difference_at_zero")] = json::orNull(swing.differenceAtZero);
            object[QStringLiteral("difference_at_ten")] = json::orNull(swing.differenceAtTen);
        }
        if (i < analysis.withoutNeed.size())
            object[QStringLiteral("without")] = QJsonObject{
                {QStringLiteral("leader"), alternativeId(decision, analysis.withoutNeed[i].leader)},
                {QStringLiteral("difference"), json::orNull(analysis.withoutNeed[i].difference)}};
        list.append(object);
    }
    return list;
}

QJsonObject spreadJson(const Decision &decision, std::size_t need, std::size_t alternative)
{
    const Rating &rating = decision.needs[need].ratings[alternative];
    switch (rating.spread.kind) {
    case Spread::Kind::factor:
        return {{QStringLiteral("kind"), QStringLiteral("factor")},
                {QStringLiteral("factor"), rating.spread.factor},
                {QStringLiteral("half_width"), uncertainCell(decision, need, alternative).scale}};
    case Spread::Kind::byDoubt:
        return {{QStringLiteral("kind"), QStringLiteral("triangular")},
                {QStringLiteral("half_width"), decision.ratingHalfWidth()}};
    case Spread::Kind::triangular:
        return {{QStringLiteral("kind"), QStringLiteral("triangular")},
                {QStringLiteral("half_width"), rating.spread.halfWidth}};
    case Spread::Kind::studentT:
        return {{QStringLiteral("kind"), QStringLiteral("student_t")},
                {QStringLiteral("standard_error"), rating.spread.standardError},
                {QStringLiteral("degrees_of_freedom"), rating.spread.degreesOfFreedom},
                {QStringLiteral("common_drift"), rating.spread.commonDrift}};
    }
    return {};
}

QJsonObject sourceJson(decision::Provenance provenance, const decision::Source &source)
{
    return {{QStringLiteral("kind"), nameOf(provenance)},
            {QStringLiteral("title"), json::orNull(source.title)},
            {QStringLiteral("section"), json::orNull(source.section)},
            {QStringLiteral("date"), json::orNull(source.date.toString(Qt::ISODate))},
            {QStringLiteral("run"), json::orNull(source.run)},
            {QStringLiteral("machine"), json::orNull(source.machine)}};
}

QJsonObject historyJson(const EarlierRating &earlier)
{
    return {{QStringLiteral("value"), json::orNull(earlier.level)},
            {QStringLiteral("raw"), json::orNull(earlier.raw)},
            {QStringLiteral("source"), sourceJson(earlier.provenance, earlier.source)}};
}

QJsonObject ratingJson(const Decision &decision, std::size_t row, std::size_t alternative)
{
    const Need &need = decision.needs[row];
    const Rating &rating = need.ratings[alternative];
    return {{QStringLiteral("need"), need.id},
            {QStringLiteral("alternative"), decision.alternatives[alternative].id},
            {QStringLiteral("value"), json::orNull(rating.level)},
            {QStringLiteral("unit"), rating.raw && need.anchors ? json::orNull(need.anchors->unit)
                                                                : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("raw"), json::orNull(rating.raw)},
            {QStringLiteral("words"), json::orNull(rating.words)},
            {QStringLiteral("erratum"), json::orNull(rating.erratum)},
            {QStringLiteral("source"), sourceJson(rating.provenance, rating.source)},
            {QStringLiteral("source_value"), json::orNull(rating.sourceLevel)},
            {QStringLiteral("inherited"), rating.inherited},
            {QStringLiteral("history"), json::arrayOf(rating.history, historyJson)},
            {QStringLiteral("spread"), spreadJson(decision, row, alternative)}};
}

QJsonArray ratingsJson(const Decision &decision)
{
    QJsonArray list;
    for (std::size_t k = 0; k < decision.needs.size(); ++k) {
        for (std::size_t i = 0; i < decision.alternatives.size(); ++i)
            list.append(ratingJson(decision, k, i));
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
                        {QStringLiteral("from"), json::orNull(flip.from)},
                        {QStringLiteral("to"), json::orNull(flip.to)},
                        {QStringLiteral("raw_to"), json::orNull(flip.rawTo)},
                        {QStringLiteral("plausible"), flip.plausible},
                        {QStringLiteral("sentence"), flip.sentence}});
    }
    return list;
}

/// What answers and rules did, one entry for each thing changed.
QJsonObject effectJson(const Effect &effect)
{
    const bool changes =
        effect.kind != Effect::Kind::exclusion && effect.kind != Effect::Kind::advice;
    const auto amount = [&](double value) {
        return changes ? json::orNull(value) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("id"), effect.origin},
            {QStringLiteral("effect"), nameOf(effect.kind)},
            {QStringLiteral("source"), effect.source},
            {QStringLiteral("need"), json::orNull(effect.need)},
            {QStringLiteral("alternative"), json::orNull(effect.alternative)},
            {QStringLiteral("from"), amount(effect.from)},
            {QStringLiteral("to"), amount(effect.to)},
            {QStringLiteral("text"), effect.sentence}};
}

QJsonObject answerJson(const Answer &answer)
{
    return {{QStringLiteral("question"), answer.question}, {QStringLiteral("value"), answer.value}};
}

QJsonArray evidenceJson(const Analysis &analysis)
{
    QJsonArray list;
    for (std::size_t i = 0; i < analysis.evidenceShare.size(); ++i) {
        const auto provenance = static_cast<decision::Provenance>(i);
        // Sums of shares may end a rounding error above 1.
        const double share = std::min(analysis.evidenceShare[i], 1.0);
        list.append(QJsonObject{{QStringLiteral("kind"), nameOf(provenance)},
                                {QStringLiteral("share"), json::orNull(share)}});
    }
    return list;
}

} // namespace

QJsonObject decisionJson(const Decision &decision, const Analysis &analysis,
                         const std::vector<std::shared_ptr<const results::BenchmarkResult>> &runs)
{
    const Verdict &verdict = analysis.verdict;
    QJsonObject object = decisionViewsJson(decision, analysis, runs);
    object[QStringLiteral("verdict")] =
        QJsonObject{{QStringLiteral("state"), nameOf(verdict.state)},
                    {QStringLiteral("headline"), verdict.headline},
                    {QStringLiteral("sentence"), verdict.sentence},
                    {QStringLiteral("leader"), alternativeId(decision, verdict.leader)},
                    {QStringLiteral("runner_up"), alternativeId(decision, verdict.runnerUp)}};
    object[QStringLiteral("level")] = nameOf(decision.comparison);
    object[QStringLiteral("alternatives")] = alternativesJson(decision, analysis);
    object[QStringLiteral("needs")] = needsJson(decision, analysis);
    object[QStringLiteral("ratings")] = ratingsJson(decision);
    object[QStringLiteral("net_difference")] = json::orNull(analysis.netDifference);
    object[QStringLiteral("flips")] = flipsJson(decision, analysis);
    object[QStringLiteral("answers")] = json::arrayOf(decision.answers, answerJson);
    object[QStringLiteral("rules")] = json::arrayOf(decision.effects, effectJson);
    object[QStringLiteral("evidence_share")] = evidenceJson(analysis);
    object[QStringLiteral("notes")] = json::arrayOf(analysis.notes);
    object[QStringLiteral("doubt")] = nameOf(decision.doubt);
    object[QStringLiteral("doubt_half_width")] = decision.ratingHalfWidth();
    object[QStringLiteral("judgement_correlation")] = decision.judgementCorrelation;
    object[QStringLiteral("weight_model")] = nameOf(decision.weightModel.kind);
    object[QStringLiteral("draws")] = analysis.draws;
    object[QStringLiteral("seed")] = QString::number(decision.seed);
    return object;
}

} // namespace weighbridge::report
