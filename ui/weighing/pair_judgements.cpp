// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/pair_judgements.h"

#include "ui/weighing/editor.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace weighbridge::weighing
{

namespace
{
struct PairText {
    Q_DECLARE_TR_FUNCTIONS(PairText)
};

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
    for (const decision::Need &need : decision.needs)
        m_present.push_back(need.weight);
    if (m_needs.size() > kGreatestNeeds) {
        m_leftOut = m_needs.size() - kGreatestNeeds;
        m_needs.resize(kGreatestNeeds);
    }
    for (std::size_t first = 0; first < m_needs.size(); ++first) {
        for (std::size_t second = first + 1; second < m_needs.size(); ++second)
            m_pairs.push_back(
                {first, second, stepFor(m_present[m_needs[first]], m_present[m_needs[second]])});
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

std::vector<double> PairJudgements::allWeights() const
{
    double comparedSum = 0;
    for (const std::size_t need : m_needs)
        comparedSum += m_present[need];
    const std::vector<double> shares = weights().weights;
    std::vector<double> all = m_present;
    for (std::size_t k = 0; k < m_needs.size(); ++k)
        all[m_needs[k]] = shares[k] * (comparedSum > 0 ? comparedSum : 1);
    return all;
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
    const QString &first = decision.needs[judgements.needs()[judged.first]].name;
    const QString &second = decision.needs[judgements.needs()[judged.second]].name;
    if (judged.step == 0)
        return PairText::tr("%1 and %2 matter equally").arg(first, second);
    return PairText::tr("%1 matters %2 times as much as %3")
        .arg(judged.step > 0 ? first : second)
        .arg(1 + std::abs(judged.step))
        .arg(judged.step > 0 ? second : first);
}

} // namespace weighbridge::weighing
