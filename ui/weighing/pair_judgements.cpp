// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/pair_judgements.h"

#include "core/decision/model/weight_judgements.h"
#include "ui/weighing/editor.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace weighbridge::weighing
{

namespace
{
/// How many times as important the first is.
double ratioOf(int step)
{
    const double times = 1 + std::abs(step);
    return step >= 0 ? times : 1 / times;
}

/// The step nearest to "`first` is to `second` as these weights".
int stepFor(double first, double second)
{
    if (first <= 0 || second <= 0)
        return 0;
    const bool firstGreater = first >= second;
    const double times = firstGreater ? first / second : second / first;
    const int step = std::clamp(int(std::lround(times)) - 1, 0, PairJudgements::kGreatestStep);
    return firstGreater ? step : -step;
}
} // namespace

PairJudgements::PairJudgements(const decision::Decision &decision)
    : m_needs(needsByWeight(decision))
{
    const bool judged =
        decision.weightJudgements.method == decision::WeightJudgements::Method::pairs &&
        decision::judgementsHold(decision);
    if (judged) {
        takeOver(decision);
        return;
    }
    if (m_needs.size() > kGreatestNeeds) {
        m_leftOut = m_needs.size() - kGreatestNeeds;
        m_needs.resize(kGreatestNeeds);
    }
    for (std::size_t first = 0; first < m_needs.size(); ++first) {
        for (std::size_t second = first + 1; second < m_needs.size(); ++second)
            m_pairs.push_back({first, second,
                               stepFor(decision.needs[m_needs[first]].weight,
                                       decision.needs[m_needs[second]].weight)});
    }
}

void PairJudgements::takeOver(const decision::Decision &decision)
{
    const auto matrix = decision::pairMatrix(decision.weightJudgements, decision);
    Q_ASSERT(matrix.hasValue()); // the weights follow from them
    const std::size_t weighing = m_needs.size();
    m_needs = matrix->needs;
    m_leftOut = weighing > m_needs.size() ? weighing - m_needs.size() : 0;
    for (std::size_t first = 0; first < m_needs.size(); ++first) {
        for (std::size_t second = first + 1; second < m_needs.size(); ++second) {
            const double times = matrix->judgements[first][second];
            m_pairs.push_back({first, second,
                               times >= 1 ? int(std::lround(times)) - 1
                                          : 1 - int(std::lround(1 / times))});
        }
    }
}

std::size_t PairJudgements::pairOf(std::size_t a, std::size_t b) const
{
    const auto found = std::find_if(m_pairs.begin(), m_pairs.end(), [&](const Pair &pair) {
        return pair.first == std::min(a, b) && pair.second == std::max(a, b);
    });
    Q_ASSERT(found != m_pairs.end());
    return std::size_t(found - m_pairs.begin());
}

decision::JudgementMatrix PairJudgements::matrix() const
{
    const std::size_t size = m_needs.size();
    decision::JudgementMatrix matrix(size, std::vector<double>(size, 1.0));
    for (const Pair &pair : m_pairs) {
        matrix[pair.first][pair.second] = ratioOf(pair.step);
        matrix[pair.second][pair.first] = 1 / ratioOf(pair.step);
    }
    return matrix;
}

decision::PairwiseWeights PairJudgements::weights() const
{
    auto weights = decision::pairwiseWeights(matrix());
    Q_ASSERT(weights.hasValue()); // reciprocal and positive by construction
    return *weights;
}

decision::WeightJudgements PairJudgements::judgements(const decision::Decision &decision) const
{
    decision::WeightJudgements judgements;
    judgements.method = decision::WeightJudgements::Method::pairs;
    for (const Pair &pair : m_pairs) {
        const QString &first = decision.needs[m_needs[pair.first]].id;
        const QString &second = decision.needs[m_needs[pair.second]].id;
        const int times = 1 + std::abs(pair.step);
        judgements.pairs.push_back(pair.step >= 0
                                       ? decision::WeightJudgements::Pair{first, second, times}
                                       : decision::WeightJudgements::Pair{second, first, times});
    }
    return judgements;
}

std::optional<std::size_t> PairJudgements::suspect() const
{
    const decision::PairwiseWeights judged = weights();
    if (!judged.worstTriad)
        return std::nullopt;
    // Of the three the one that is farthest from what all judgements together say.
    const decision::JudgementMatrix judgements = matrix();
    const auto &triad = *judged.worstTriad;
    std::size_t worst = 0;
    double greatest = -1;
    for (const auto &[a, b] : {std::pair(triad[0], triad[1]), std::pair(triad[0], triad[2]),
                               std::pair(triad[1], triad[2])}) {
        const double gap =
            std::abs(std::log(judgements[a][b] * judged.weights[b] / judged.weights[a]));
        if (gap <= greatest)
            continue;
        greatest = gap;
        worst = pairOf(a, b);
    }
    return worst;
}

QString judgementText(const decision::Decision &decision, const PairJudgements &judgements,
                      std::size_t pair)
{
    const PairJudgements::Pair &judged = judgements.pairs()[pair];
    return decision::judgementText(decision.needs[judgements.needs()[judged.first]].name,
                                   decision.needs[judgements.needs()[judged.second]].name,
                                   ratioOf(judged.step));
}

} // namespace weighbridge::weighing
