// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decision_views_json.h"

#include "core/base/json/values.h"
#include "core/decision/views/group.h"
#include "core/decision/views/split.h"
#include "core/evidence/capacity.h"

#include <algorithm>

namespace weighbridge::report
{

using namespace decision;
using namespace Qt::StringLiterals;

namespace
{

/// One object for each alternative: `keys` name the vectors, which run parallel to them.
QJsonArray
byAlternative(const Decision &decision,
              const std::vector<std::pair<QString, const std::vector<double> *>> &columns)
{
    QJsonArray list;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        QJsonObject object{{u"alternative"_s, decision.alternatives[i].id}};
        for (const auto &[key, values] : columns)
            object.insert(key, i < values->size() ? json::orNull((*values)[i]) : QJsonValue::Null);
        list.append(object);
    }
    return list;
}

/// Values parallel to the needs as a list of need and `key`.
QJsonArray byNeed(const Decision &decision, const std::vector<double> &values, const QString &key)
{
    QJsonArray list;
    for (std::size_t k = 0; k < decision.needs.size() && k < values.size(); ++k)
        list.append(QJsonObject{{u"need"_s, decision.needs[k].id},
                                {key, json::orNull(std::min(1.0, values[k]))}});
    return list;
}

QJsonObject mustHavesJson(const Decision &decision, const Analysis &analysis)
{
    return {
        {u"checks"_s,
         json::arrayOf(analysis.mustHaves,
                       [&](const MustHaveResult &each) {
                           const std::size_t i = each.result.alternative;
                           return QJsonObject{
                               {u"need"_s, decision.needs[each.need].id},
                               {u"alternative"_s, decision.alternatives[i].id},
                               {u"must_reach"_s, json::orNull(decision.needs[each.need].mustReach)},
                               {u"state"_s, nameOf(each.result.state)},
                               {u"probability"_s, json::orNull(each.result.probability)},
                               {u"sentence"_s, each.sentence}};
                       })},
        {u"relaxation"_s, json::orNull(analysis.relaxation.value_or(QString()))}};
}

QJsonObject secondOpinionJson(const Decision &decision, const SecondOpinion &opinion)
{
    return {{u"method"_s, u"PROMETHEE II"_s},
            {u"leader"_s, alternativeId(decision, opinion.leader)},
            {u"agrees"_s, opinion.agrees},
            {u"incomparable"_s, opinion.incomparable},
            {u"sentence"_s, opinion.sentence},
            {u"flows"_s, byAlternative(decision, {{u"net"_s, &opinion.net},
                                                  {u"positive"_s, &opinion.positive},
                                                  {u"negative"_s, &opinion.negative}})}};
}

QJsonValue entryOf(const std::vector<std::vector<double>> &matrix, std::size_t i, std::size_t j)
{
    return i < matrix.size() ? json::orNull(matrix[i][j]) : QJsonValue(QJsonValue::Null);
}

/// P(first beats second) of each ordered pair, three ways.
QJsonArray pairsJson(const Decision &decision, const Analysis &analysis)
{
    QJsonArray list;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        for (std::size_t j = 0; j < decision.alternatives.size(); ++j) {
            if (i != j)
                list.append(
                    QJsonObject{{u"first"_s, decision.alternatives[i].id},
                                {u"second"_s, decision.alternatives[j].id},
                                {u"chance"_s, entryOf(analysis.pairwise, i, j)},
                                {u"any_weights"_s, entryOf(analysis.anyWeights, i, j)},
                                {u"ordered_weights"_s, entryOf(analysis.orderedWeights, i, j)}});
        }
    }
    return list;
}

QJsonValue acceptabilityJson(const Decision &decision, const Analysis &analysis)
{
    if (!analysis.acceptability)
        return QJsonValue::Null;
    const Acceptability &result = *analysis.acceptability;
    QJsonArray alternatives;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        const auto &central = result.centralWeights[i];
        alternatives.append(QJsonObject{
            {u"alternative"_s, decision.alternatives[i].id},
            {u"rank_chances"_s,
             json::arrayOf(result.rank[i],
                           [](double each) { return json::orNull(std::min(1.0, each)); })},
            {u"confidence"_s, json::orNull(result.confidence[i])},
            {u"central_weights"_s, central ? QJsonValue(byNeed(decision, *central, u"share"_s))
                                           : QJsonValue(QJsonValue::Null)},
            {u"sentence"_s, json::orNull(analysis.centralWeightsInWords[i])}});
    }
    return QJsonObject{{u"entropy_bits"_s, json::orNull(result.entropy)},
                       {u"draws"_s, result.draws},
                       {u"alternatives"_s, alternatives}};
}

QJsonValue doubtSplitJson(const std::optional<DoubtSplit> &split)
{
    if (!split)
        return QJsonValue::Null;
    return QJsonObject{{u"chance"_s, json::orNull(split->chance)},
                       {u"ratings_only"_s, json::orNull(split->ratingsOnly)},
                       {u"weights_only"_s, json::orNull(split->weightsOnly)},
                       {u"measured_only"_s, json::orNull(split->measuredOnly)},
                       {u"sentence"_s, split->sentence}};
}

QJsonArray openQuestionsJson(const Decision &decision, const Analysis &analysis)
{
    return json::arrayOf(analysis.openQuestions, [&](const OpenQuestion &each) {
        const Need &need = decision.needs[each.value.need];
        return QJsonObject{
            {u"need"_s, need.id},
            {u"alternative"_s, decision.alternatives[each.value.alternative].id},
            {u"gain"_s, json::orNull(each.value.gain)},
            {u"target"_s, json::orNull(each.target)},
            {u"workload"_s, each.target.isEmpty() ? QJsonValue::Null : json::orNull(need.workload)},
            {u"sentence"_s, each.sentence}};
    });
}

QJsonValue groupJson(const Decision &decision)
{
    if (decision.people.empty())
        return QJsonValue::Null;
    const GroupView view = groupView(decision);
    QJsonArray votes;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i)
        votes.append(QJsonObject{{u"alternative"_s, decision.alternatives[i].id},
                                 {u"people"_s, static_cast<int>(view.votes[i])}});
    return QJsonObject{
        {u"people"_s,
         json::arrayOf(view.people,
                       [&](const PersonView &each) {
                           const Person &person = decision.people[each.person];
                           return QJsonObject{
                               {u"id"_s, person.id},
                               {u"name"_s, person.name},
                               {u"influence"_s, json::orNull(person.influence)},
                               {u"leader"_s, alternativeId(decision, each.leader)},
                               {u"shares"_s, byNeed(decision, each.shares, u"share"_s)},
                               {u"scores"_s,
                                byAlternative(decision, {{u"score"_s, &each.scores}})}};
                       })},
        {u"votes"_s, votes},
        {u"disagreements"_s,
         json::arrayOf(view.disagreements,
                       [&](const Disagreement &each) {
                           return QJsonObject{{u"need"_s, decision.needs[each.need].id},
                                              {u"least_share"_s, json::orNull(each.least)},
                                              {u"greatest_share"_s, json::orNull(each.greatest)}};
                       })},
        {u"common_shares"_s, byNeed(decision, view.commonShares, u"share"_s)},
        {u"common_scores"_s, byAlternative(decision, {{u"score"_s, &view.commonScores}})},
        {u"common_leader"_s, alternativeId(decision, view.commonLeader)},
        {u"sentence"_s, view.sentence}};
}

QJsonValue splitJson(const Decision &decision)
{
    const auto view = splitView(decision);
    if (!view)
        return QJsonValue::Null;
    return QJsonObject{
        {u"parts"_s, json::arrayOf(view->parts,
                                   [&](const SplitView::PartView &each) {
                                       const Part &part = decision.parts[each.part];
                                       return QJsonObject{
                                           {u"id"_s, part.id},
                                           {u"name"_s, part.name},
                                           {u"share_of_load"_s, json::orNull(part.shareOfLoad)},
                                           {u"choice"_s, alternativeId(decision, each.choice)},
                                           {u"scores"_s,
                                            byAlternative(decision, {{u"score"_s, &each.scores}})}};
                                   })},
        {u"single"_s, alternativeId(decision, view->single)},
        {u"single_value"_s, json::orNull(view->singleValue)},
        {u"split_value"_s, json::orNull(view->splitValue)},
        {u"languages"_s, static_cast<int>(view->languages)},
        {u"cost_of_further_language"_s, json::orNull(decision.furtherLanguageCost)},
        {u"break_even_cost"_s, json::orNull(view->breakEvenCost)},
        {u"conditions"_s, json::arrayOf(view->conditions)},
        {u"sentence"_s, view->sentence}};
}

QJsonObject rangeJson(const evidence::Range &range)
{
    return {{u"median"_s, json::orNull(range.median)},
            {u"low"_s, json::orNull(range.low)},
            {u"high"_s, json::orNull(range.high)}};
}

QJsonArray capacityJson(const Decision &decision,
                        const std::vector<std::shared_ptr<const results::BenchmarkResult>> &runs)
{
    return json::arrayOf(
        evidence::capacities(decision, runs), [&](const evidence::AlternativeCapacity &each) {
            QJsonObject object{{u"alternative"_s, decision.alternatives[each.alternative].id},
                               {u"target"_s, json::orNull(each.target)},
                               {u"run"_s, json::orNull(each.run)},
                               {u"from_different_runs"_s, !each.runDate.isEmpty()},
                               {u"meets_p99"_s, each.meetsP99},
                               {u"cores"_s, QJsonValue::Null},
                               {u"instances"_s, QJsonValue::Null},
                               {u"memory_mib"_s, QJsonValue::Null},
                               {u"monthly_cost"_s, QJsonValue::Null},
                               {u"currency"_s, decision.capacity.currency},
                               {u"sentence"_s, each.sentence}};
            if (!each.capacity)
                return object;
            object[u"cores"_s] = rangeJson(each.capacity->cores);
            object[u"instances"_s] = rangeJson(each.capacity->instances);
            if (each.capacity->memoryMib.high > 0)
                object[u"memory_mib"_s] = rangeJson(each.capacity->memoryMib);
            if (decision.capacity.pricePerInstanceMonth > 0)
                object[u"monthly_cost"_s] = rangeJson(each.capacity->monthlyCost);
            return object;
        });
}

} // namespace

QJsonValue alternativeId(const Decision &decision, const std::optional<std::size_t> &index)
{
    if (!index || *index >= decision.alternatives.size())
        return QJsonValue::Null;
    return decision.alternatives[*index].id;
}

QJsonObject
decisionViewsJson(const Decision &decision, const Analysis &analysis,
                  const std::vector<std::shared_ptr<const results::BenchmarkResult>> &runs)
{
    return {
        {u"must_haves"_s, mustHavesJson(decision, analysis)},
        {u"second_opinion"_s, secondOpinionJson(decision, analysis.secondOpinion)},
        {u"dominance"_s, json::arrayOf(analysis.dominance,
                                       [&](const auto &pair) {
                                           return QJsonObject{
                                               {u"better"_s, alternativeId(decision, pair.first)},
                                               {u"worse"_s, alternativeId(decision, pair.second)}};
                                       })},
        {u"pairs"_s, pairsJson(decision, analysis)},
        {u"acceptability"_s, acceptabilityJson(decision, analysis)},
        {u"doubt_split"_s, doubtSplitJson(analysis.doubtSplit)},
        {u"open_questions"_s, openQuestionsJson(decision, analysis)},
        {u"group"_s, groupJson(decision)},
        {u"split"_s, splitJson(decision)},
        {u"capacity"_s, capacityJson(decision, runs)}};
}

} // namespace weighbridge::report
