// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/weight_judgements.h"

#include "core/decision/model/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace weighbridge::decision
{

namespace
{

Error unknownNeed(const QString &id)
{
    return {Words::tr("There is no need '%1'").arg(id),
            Words::tr("Judge needs that are in the table"),
            {}};
}

Error namedTwice(const Need &need)
{
    return {Words::tr("'%1' is judged twice").arg(need.name), Words::tr("Name it once"), {}};
}

std::optional<std::size_t> positionOf(const Decision &decision, const QString &id)
{
    const Need *need = decision.findNeed(id);
    return need ? std::optional(std::size_t(need - decision.needs.data())) : std::nullopt;
}

Result<std::vector<double>> weightsFromRanks(const WeightJudgements &judgements,
                                             const Decision &decision)
{
    std::vector<std::size_t> needs;
    std::vector<int> ranks;
    for (const std::vector<QString> &together : judgements.ranks) {
        const int rank = int(needs.size()) + 1;
        for (const QString &id : together) {
            const auto need = positionOf(decision, id);
            if (!need)
                return unknownNeed(id);
            if (std::find(needs.begin(), needs.end(), *need) != needs.end())
                return namedTwice(decision.needs[*need]);
            needs.push_back(*need);
            ranks.push_back(rank);
        }
    }
    if (needs.empty())
        return Error{Words::tr("No need counts"), Words::tr("Let at least one count"), {}};
    std::vector<double> weights(decision.needs.size(), 0.0);
    const std::vector<double> byRank = rankOrderCentroid(ranks);
    for (std::size_t k = 0; k < needs.size(); ++k)
        weights[needs[k]] = byRank[k];
    return weights;
}

Result<std::vector<double>> weightsFromSwings(const WeightJudgements &judgements,
                                              const Decision &decision)
{
    std::vector<double> points(decision.needs.size(), 0.0);
    std::vector<bool> named(points.size());
    for (const auto &[id, given] : judgements.swings) {
        const auto need = positionOf(decision, id);
        if (!need)
            return unknownNeed(id);
        if (named[*need])
            return namedTwice(decision.needs[*need]);
        named[*need] = true;
        points[*need] = given;
    }
    return swingWeights(points);
}

Result<std::vector<double>> weightsFromPairs(const WeightJudgements &judgements,
                                             const Decision &decision)
{
    const auto matrix = pairMatrix(judgements, decision);
    if (!matrix)
        return matrix.error();
    const auto judged = pairwiseWeights(matrix->judgements);
    if (!judged)
        return judged.error();
    std::vector<double> weights;
    for (const Need &need : decision.needs)
        weights.push_back(need.weight);
    double sum = 0;
    for (const std::size_t need : matrix->needs)
        sum += weights[need];
    for (std::size_t k = 0; k < matrix->needs.size(); ++k)
        weights[matrix->needs[k]] = judged->weights[k] * (sum > 0 ? sum : 1);
    return weights;
}

} // namespace

Result<PairMatrix> pairMatrix(const WeightJudgements &judgements, const Decision &decision)
{
    PairMatrix matrix;
    const auto placeOf = [&](std::size_t need) {
        const auto found = std::find(matrix.needs.begin(), matrix.needs.end(), need);
        return std::size_t(found - matrix.needs.begin());
    };
    for (const WeightJudgements::Pair &pair : judgements.pairs) {
        if (pair.first == pair.second)
            return Error{Words::tr("'%1' is compared with itself").arg(pair.first),
                         Words::tr("Judge two different needs"),
                         {}};
        for (const QString &id : {pair.first, pair.second}) {
            const auto need = positionOf(decision, id);
            if (!need)
                return unknownNeed(id);
            if (placeOf(*need) == matrix.needs.size())
                matrix.needs.push_back(*need);
        }
    }
    const std::size_t size = matrix.needs.size();
    if (size < 2)
        return Error{Words::tr("There is nothing to compare"),
                     Words::tr("Give at least two needs a weight"),
                     {}};
    matrix.judgements.assign(size, std::vector<double>(size, 0.0));
    const auto nameAt = [&](std::size_t place) { return decision.needs[matrix.needs[place]].name; };
    for (const WeightJudgements::Pair &pair : judgements.pairs) {
        const std::size_t first = placeOf(*positionOf(decision, pair.first));
        const std::size_t second = placeOf(*positionOf(decision, pair.second));
        if (matrix.judgements[first][second] > 0)
            return Error{
                Words::tr("'%1' and '%2' are judged twice").arg(nameAt(first), nameAt(second)),
                Words::tr("Judge each pair once"),
                {}};
        matrix.judgements[first][second] = pair.times;
        matrix.judgements[second][first] = 1.0 / pair.times;
    }
    for (std::size_t i = 0; i < size; ++i) {
        matrix.judgements[i][i] = 1;
        for (std::size_t j = 0; j < i; ++j) {
            if (!(matrix.judgements[i][j] > 0))
                return Error{Words::tr("'%1' and '%2' are not compared").arg(nameAt(j), nameAt(i)),
                             Words::tr("Judge every pair of the needs that are named"),
                             {}};
        }
    }
    return matrix;
}

Result<std::vector<double>> weightsFrom(const WeightJudgements &judgements,
                                        const Decision &decision)
{
    switch (judgements.method) {
    case WeightJudgements::Method::byHand:
        break;
    case WeightJudgements::Method::rank:
        return weightsFromRanks(judgements, decision);
    case WeightJudgements::Method::swing:
        return weightsFromSwings(judgements, decision);
    case WeightJudgements::Method::pairs:
        return weightsFromPairs(judgements, decision);
    }
    Q_UNREACHABLE();
}

bool judgementsHold(const Decision &decision)
{
    if (decision.weightJudgements.method == WeightJudgements::Method::byHand)
        return false;
    const auto judged = weightsFrom(decision.weightJudgements, decision);
    if (!judged)
        return false;
    const double judgedSum = std::accumulate(judged->begin(), judged->end(), 0.0);
    double sum = 0;
    for (const Need &need : decision.needs)
        sum += need.weight;
    if (!(sum > 0) || !(judgedSum > 0))
        return false;
    constexpr double kTolerance = 1e-9;
    for (std::size_t k = 0; k < decision.needs.size(); ++k) {
        if (std::abs(decision.needs[k].weight / sum - (*judged)[k] / judgedSum) > kTolerance)
            return false;
    }
    return true;
}

QString judgementText(const QString &first, const QString &second, double times)
{
    if (times == 1)
        return Words::tr("%1 and %2 matter equally").arg(first, second);
    const bool firstGreater = times > 1;
    return Words::tr("%1 matters %2 times as much as %3")
        .arg(firstGreater ? first : second)
        .arg(std::lround(firstGreater ? times : 1 / times))
        .arg(firstGreater ? second : first);
}

QString judgementsText(const Decision &decision)
{
    if (!judgementsHold(decision))
        return {};
    const WeightJudgements &judgements = decision.weightJudgements;
    const auto nameOf = [&](const QString &need) { return decision.findNeed(need)->name; };
    QStringList parts;
    switch (judgements.method) {
    case WeightJudgements::Method::byHand:
        return {};
    case WeightJudgements::Method::rank:
        for (const std::vector<QString> &together : judgements.ranks) {
            QStringList names;
            for (const QString &need : together)
                names << nameOf(need);
            parts << names.join(Words::tr(" and "));
        }
        return Words::tr("Weights from an order: %1.").arg(parts.join(Words::tr(", then ")));
    case WeightJudgements::Method::swing:
        for (const auto &[need, points] : judgements.swings) {
            if (points > 0)
                parts << QStringLiteral("%1 %2").arg(nameOf(need), QString::number(points));
        }
        return Words::tr("Weights from points for the step from worst to best: %1.")
            .arg(parts.join(QStringLiteral(", ")));
    case WeightJudgements::Method::pairs:
        for (const auto &[first, second, times] : judgements.pairs)
            parts << judgementText(nameOf(first), nameOf(second), times);
        return Words::tr("Weights from pairs: %1.").arg(parts.join(QStringLiteral("; ")));
    }
    Q_UNREACHABLE();
}

QString contradictionIn(const WeightJudgements &judgements, const Decision &decision)
{
    if (judgements.method != WeightJudgements::Method::pairs)
        return {};
    const auto matrix = pairMatrix(judgements, decision);
    const auto judged =
        matrix ? pairwiseWeights(matrix->judgements) : Result<PairwiseWeights>(matrix.error());
    if (!judged || judged->isConsistent())
        return {};
    const auto &[a, b, c] = *judged->worstTriad;
    QStringList sentences;
    for (const auto &[i, j] : {std::pair(a, b), std::pair(b, c), std::pair(a, c)})
        sentences << judgementText(decision.needs[matrix->needs[i]].name,
                                   decision.needs[matrix->needs[j]].name, matrix->judgements[i][j]);
    return Words::tr("The pairs contradict each other (consistency ratio %1). These three do not "
                     "go together: %2.")
        .arg(QString::number(judged->consistencyRatio, 'f', 2),
             sentences.join(QStringLiteral("; ")));
}

} // namespace weighbridge::decision
