// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/weighing.h"

#include "core/decision/model/weight_judgements.h"
#include "core/knowledge/interview.h"
#include "core/knowledge/words.h"

#include <algorithm>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

QString percentText(double share)
{
    return QString::number(share * 100, 'g', 6);
}

} // namespace

Decision withWeights(Decision decision, const std::vector<double> &weights)
{
    Q_ASSERT(weights.size() == decision.needs.size());
    const double greatest = *std::max_element(weights.begin(), weights.end());
    Q_ASSERT(greatest > 0);
    for (std::size_t k = 0; k < weights.size(); ++k)
        decision = withWeight(std::move(decision), k, weights[k] / greatest * kGreatestWeight);
    return decision;
}

Result<Decision> withJudgements(Decision decision, const WeightJudgements &judgements)
{
    const auto weights = weightsFrom(judgements, decision);
    if (!weights)
        return weights.error();
    decision = withWeights(std::move(decision), *weights);
    decision.weightJudgements = judgements;
    return decision;
}

Outcome checkBounds(const Decision &decision)
{
    double leastSum = 0;
    double greatestSum = 0;
    for (const Need &need : decision.needs) {
        if (!(need.weight > 0))
            continue;
        const auto [least, greatest] = need.shareBounds.value_or(ShareBounds{});
        if (least > greatest)
            return Error{Words::tr("%1: at least %2 % is more than at most %3 %")
                             .arg(need.name, percentText(least), percentText(greatest)),
                         Words::tr("Lower one or raise the other"),
                         {}};
        leastSum += least;
        greatestSum += greatest;
    }
    constexpr double kTolerance = 1e-9;
    if (leastSum == 0 && greatestSum == 0)
        return Error{
            Words::tr("All weights are 0"), Words::tr("Give at least one need a weight"), {}};
    if (leastSum > 1 + kTolerance)
        return Error{Words::tr("The least shares add up to %1 %").arg(percentText(leastSum)),
                     Words::tr("Lower some so that they leave room"),
                     {}};
    if (greatestSum < 1 - kTolerance)
        return Error{
            Words::tr("The greatest shares add up to only %1 %").arg(percentText(greatestSum)),
            Words::tr("Raise some until they reach 100 %"),
            {}};
    return success();
}

} // namespace weighbridge::knowledge
