// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/weights.h"

#include "core/decision/model/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace weighbridge::decision
{

std::vector<double> rankOrderCentroid(const std::vector<int> &ranks)
{
    const std::size_t count = ranks.size();
    std::vector<double> byPlace(count, 0.0);
    double tail = 0;
    for (std::size_t place = count; place-- > 0;) {
        tail += 1.0 / static_cast<double>(place + 1);
        byPlace[place] = tail / static_cast<double>(count);
    }
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    std::vector<double> weights(count, 0.0);
    for (std::size_t begin = 0; begin < count;) {
        std::size_t end = begin + 1;
        while (end < count && ranks[order[end]] == ranks[order[begin]])
            ++end;
        const double sum = std::accumulate(byPlace.begin() + static_cast<std::ptrdiff_t>(begin),
                                           byPlace.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
        for (std::size_t place = begin; place < end; ++place)
            weights[order[place]] = sum / static_cast<double>(end - begin);
        begin = end;
    }
    return weights;
}

Result<std::vector<double>> swingWeights(const std::vector<double> &points)
{
    for (std::size_t k = 0; k < points.size(); ++k) {
        if (!std::isfinite(points[k]) || points[k] < 0)
            return Error{Words::tr("Swing %1 is negative or not a number").arg(k + 1),
                         Words::tr("Give every swing 0 to 100 points"),
                         {}};
    }
    const double sum = std::accumulate(points.begin(), points.end(), 0.0);
    if (!(sum > 0) || !std::isfinite(sum))
        return Error{Words::tr("No swing has points"),
                     Words::tr("Give the most important swing 100 points"),
                     {}};
    std::vector<double> weights = points;
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

namespace
{

constexpr std::size_t kGreatestSize = 10;
/// Random consistency of matrices of 1 to 10 needs: Saaty, The Analytic Hierarchy Process, 1980.
constexpr std::array<double, kGreatestSize> kRandomIndex{0,    0,    0.58, 0.90, 1.12,
                                                         1.24, 1.32, 1.41, 1.45, 1.49};

Error judgementError(std::size_t row, std::size_t column, const QString &what)
{
    return {Words::tr("Judgement %1 against %2 %3").arg(row + 1).arg(column + 1).arg(what),
            Words::tr("Enter a number from 1/9 to 9 and its reciprocal in the mirrored cell"),
            {}};
}

std::optional<Error> firstMistake(const JudgementMatrix &judgements)
{
    constexpr double kTolerance = 1e-6;
    const std::size_t size = judgements.size();
    if (size > kGreatestSize)
        return Error{Words::tr("%1 needs are too many to compare in pairs").arg(size),
                     Words::tr("Compare at most ten"),
                     {}};
    for (std::size_t i = 0; i < size; ++i) {
        if (judgements[i].size() != size)
            return Error{Words::tr("Row %1 has %2 judgements for %3 needs")
                             .arg(i + 1)
                             .arg(judgements[i].size())
                             .arg(size),
                         Words::tr("Judge every pair"),
                         {}};
        for (std::size_t j = 0; j < size; ++j) {
            if (!std::isfinite(judgements[i][j]) || judgements[i][j] <= 0)
                return judgementError(i, j, Words::tr("is not a positive number"));
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i; j < size; ++j) {
            if (std::abs(judgements[i][j] * judgements[j][i] - 1) > kTolerance)
                return judgementError(i, j, Words::tr("is not the reciprocal of its mirror"));
        }
    }
    return std::nullopt;
}

/// Perron eigenvector by the power method, which converges for every positive matrix.
void findEigenvector(const JudgementMatrix &judgements, PairwiseWeights &result)
{
    const std::size_t size = judgements.size();
    result.weights.assign(size, 1.0 / static_cast<double>(size));
    constexpr int kGreatestSteps = 10'000;
    constexpr double kConverged = 1e-15;
    for (int step = 0; step < kGreatestSteps; ++step) {
        std::vector<double> next(size, 0.0);
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j)
                next[i] += judgements[i][j] * result.weights[j];
        }
        result.lambdaMax = std::accumulate(next.begin(), next.end(), 0.0);
        double change = 0;
        for (std::size_t i = 0; i < size; ++i) {
            next[i] /= result.lambdaMax;
            change = std::max(change, std::abs(next[i] - result.weights[i]));
        }
        result.weights = std::move(next);
        if (change < kConverged)
            return;
    }
}

std::array<std::size_t, 3> worstTriadOf(const JudgementMatrix &judgements)
{
    std::array<std::size_t, 3> worst{0, 1, 2};
    double greatest = -1;
    for (std::size_t i = 0; i < judgements.size(); ++i) {
        for (std::size_t k = i + 1; k < judgements.size(); ++k) {
            for (std::size_t j = k + 1; j < judgements.size(); ++j) {
                const double gap =
                    std::abs(std::log(judgements[i][k]) + std::log(judgements[k][j]) -
                             std::log(judgements[i][j]));
                if (gap <= greatest)
                    continue;
                greatest = gap;
                worst = {i, k, j};
            }
        }
    }
    return worst;
}

} // namespace

Result<PairwiseWeights> pairwiseWeights(const JudgementMatrix &judgements)
{
    if (auto mistake = firstMistake(judgements))
        return *std::move(mistake);
    PairwiseWeights result;
    if (judgements.empty())
        return result;
    findEigenvector(judgements, result);
    const std::size_t size = judgements.size();
    if (size > 2) {
        const auto n = static_cast<double>(size);
        result.consistencyIndex = (result.lambdaMax - n) / (n - 1);
        result.consistencyRatio = result.consistencyIndex / kRandomIndex[size - 1];
        result.worstTriad = worstTriadOf(judgements);
    }
    return result;
}

} // namespace weighbridge::decision
