// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/sampling/uncertainty.h"

#include "core/decision/model/distributions.h"
#include "core/decision/sampling/sampler.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <thread>

namespace weighbridge::decision
{

namespace
{

Uncertainty emptyUncertainty(std::size_t alternatives)
{
    Uncertainty result;
    result.chanceBest.assign(alternatives, 0.0);
    result.chanceError.assign(alternatives, 0.0);
    result.pairwise.assign(alternatives, std::vector<double>(alternatives, 0.5));
    return result;
}

/// Block after block, every `stride`-th from `begin` on: one thread's part of the work.
void drawBlocks(const Sampler &sampler, std::size_t begin, std::size_t stride, std::size_t first,
                std::size_t second, WinCounter &wins, std::vector<float> &differences)
{
    Sampler::Block block;
    for (std::size_t start = begin * kBlockDraws; start < differences.size();
         start += stride * kBlockDraws) {
        const std::size_t count = std::min(kBlockDraws, differences.size() - start);
        sampler.draw(start, block);
        wins.add(block.values.data(), count);
        for (std::size_t b = 0; b < count; ++b)
            differences[start + b] = block.valuesOf(first)[b] - block.valuesOf(second)[b];
    }
}

} // namespace

bool isExactlySolvable(const Decision &decision, const ScoreTable &table)
{
    std::vector<std::size_t> needs;
    for (std::size_t k = 0; k < table.needs; ++k) {
        if (table.shares[k] > 0)
            needs.push_back(k);
    }
    if (needs.size() != 1)
        return false;
    for (std::size_t i = 0; i < table.alternatives; ++i) {
        const UncertainCell cell = uncertainCell(decision, needs.front(), i);
        const bool isNormal = !cell.kind || cell.kind->shape == DrawKind::Shape::normal;
        const bool drifts = cell.shared == SharedDoubt::run && cell.sharedPart > 0;
        if (!isNormal || drifts || cell.reachesPlateau())
            return false;
    }
    return true;
}

namespace
{

/// Weighted cells of one alternative as one normal, what they share included.
struct WeightedSum {
    double mean = 0;
    double own = 0;       ///< variance
    double judgement = 0; ///< standard deviation of what its judged cells share
    [[nodiscard]] double variance() const { return own + judgement * judgement; }
};

WeightedSum weightedSum(const Decision &decision, const ScoreTable &table, std::size_t alternative)
{
    WeightedSum sum;
    for (std::size_t k = 0; k < table.needs; ++k) {
        const double share = table.shares[k];
        if (share <= 0)
            continue;
        const UncertainCell cell = uncertainCell(decision, k, alternative);
        const Moments moments = cell.moments();
        const double variance = share * share * moments.variance;
        const double shared = cell.shared == SharedDoubt::alternative ? cell.sharedPart : 0;
        sum.mean += share * moments.mean;
        sum.own += (1 - shared) * variance;
        sum.judgement += std::sqrt(shared * variance);
    }
    return sum;
}

/// Covariance of two alternatives: the drift of runs that measured both.
double driftCovariance(const Decision &decision, const ScoreTable &table, std::size_t i,
                       std::size_t j)
{
    double covariance = 0;
    for (std::size_t k = 0; k < table.needs; ++k) {
        const std::vector<Rating> &ratings = decision.needs[k].ratings;
        const QString &run = ratings[i].source.run;
        if (table.shares[k] <= 0 || run.isEmpty() || run != ratings[j].source.run)
            continue;
        const UncertainCell a = uncertainCell(decision, k, i);
        const UncertainCell b = uncertainCell(decision, k, j);
        if (a.shared == SharedDoubt::run && b.shared == SharedDoubt::run)
            covariance += table.shares[k] * table.shares[k] *
                          std::sqrt(a.sharedPart * a.variance() * b.sharedPart * b.variance());
    }
    return covariance;
}

} // namespace

Uncertainty atFixedWeights(const Decision &decision, const ScoreTable &table)
{
    const std::size_t count = table.alternatives;
    std::vector<WeightedSum> sums;
    for (std::size_t i = 0; i < count; ++i)
        sums.push_back(weightedSum(decision, table, i));
    Uncertainty result = emptyUncertainty(count);
    std::vector<double> candidateMeans;
    std::vector<double> deviations;
    for (const std::size_t i : table.candidates) {
        candidateMeans.push_back(sums[i].mean);
        deviations.push_back(std::sqrt(sums[i].variance()));
    }
    const std::vector<double> chances = chanceOfBeingGreatest(candidateMeans, deviations);
    for (std::size_t c = 0; c < chances.size(); ++c)
        result.chanceBest[table.candidates[c]] = chances[c];
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            if (i == j)
                continue;
            const double gap = sums[i].mean - sums[j].mean;
            const double deviation =
                std::sqrt(std::max(0.0, sums[i].variance() + sums[j].variance() -
                                            2 * driftCovariance(decision, table, i, j)));
            if (deviation > 0)
                result.pairwise[i][j] = normalCdf(gap / deviation);
            else if (std::abs(gap) > kScoreTolerance)
                result.pairwise[i][j] = gap > 0 ? 1 : 0;
        }
    }
    return result;
}

Uncertainty sampleUncertainty(const Decision &decision, const ScoreTable &table, std::size_t first,
                              std::size_t second, int draws, int threads)
{
    Q_ASSERT(draws > 0 && threads > 0 && table.weightSum > 0 && table.alternatives > 0);
    const Sampler sampler(decision, table);
    const std::size_t count = table.alternatives;
    const auto total = static_cast<std::size_t>(draws);
    const auto stride = static_cast<std::size_t>(threads);
    std::vector<WinCounter> wins(stride, WinCounter(count, table.candidates));
    Uncertainty result = emptyUncertainty(count);
    result.draws = draws;
    result.differences.resize(total);

    std::vector<std::thread> helpers;
    for (std::size_t t = 1; t < stride; ++t)
        helpers.emplace_back(
            [&, t] { drawBlocks(sampler, t, stride, first, second, wins[t], result.differences); });
    drawBlocks(sampler, 0, stride, first, second, wins[0], result.differences);
    for (std::thread &helper : helpers)
        helper.join();
    for (std::size_t t = 1; t < stride; ++t)
        wins[0].add(wins[t]);

    for (std::size_t i = 0; i < count; ++i) {
        const double chance = wins[0].firstPlaces(i) / draws;
        result.chanceBest[i] = chance;
        result.chanceError[i] = std::sqrt(std::max(0.0, chance * (1 - chance)) / draws);
        for (std::size_t j = i + 1; j < count; ++j) {
            result.pairwise[i][j] = wins[0].pairWins(i, j) / draws;
            result.pairwise[j][i] = 1 - result.pairwise[i][j];
        }
    }
    return result;
}

DifferenceDensity differenceDensity(const Uncertainty &uncertainty, double pointEstimate)
{
    DifferenceDensity result;
    result.pointEstimate = pointEstimate;
    const std::vector<float> &differences = uncertainty.differences;
    if (differences.empty())
        return result;

    // A part of the draws is enough for the width of the picture.
    constexpr std::size_t kEnough = 10'000;
    std::vector<float> sorted(
        differences.begin(),
        differences.begin() + static_cast<std::ptrdiff_t>(std::min(kEnough, differences.size())));
    // Spread from the central 68 %: a measured cell of three rounds has no variance at all.
    const auto quantile = [&sorted](double share) {
        const auto place =
            static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
        std::nth_element(sorted.begin(), sorted.begin() + place, sorted.end());
        return static_cast<double>(sorted[static_cast<std::size_t>(place)]);
    };
    const double middle = quantile(0.5);
    const double sigma = std::max(1e-6, 0.5 * (quantile(0.841) - quantile(0.159)));
    constexpr double kLeastReach = 0.5;
    const double reach = std::max(kLeastReach, std::abs(middle) + 4 * sigma);

    // Silverman's rule for the width of the kernel; the draws are binned first, then smoothed.
    constexpr int kPoints = 161;
    const double step = 2 * reach / (kPoints - 1);
    const double width = std::max(
        0.5 * step, 1.06 * sigma * std::pow(static_cast<double>(differences.size()), -0.2));
    std::vector<double> bins(kPoints, 0.0);
    for (const float difference : differences) {
        const double place = (static_cast<double>(difference) + reach) / step + 0.5;
        if (place >= 0 && place < kPoints)
            bins[static_cast<std::size_t>(place)] += 1;
    }
    result.difference.resize(kPoints);
    result.density.assign(kPoints, 0.0);
    const int spanned = static_cast<int>(std::ceil(4 * width / step));
    const double norm =
        1 / (static_cast<double>(differences.size()) * width * std::sqrt(2 * std::numbers::pi));
    std::vector<double> kernel;
    for (int offset = 0; offset <= spanned; ++offset) {
        const double z = offset * step / width;
        kernel.push_back(norm * std::exp(-0.5 * z * z));
    }
    for (int to = 0; to < kPoints; ++to) {
        result.difference[static_cast<std::size_t>(to)] = (to - kPoints / 2) * step;
        const int begin = std::max(0, to - spanned);
        const int end = std::min(kPoints - 1, to + spanned);
        for (int from = begin; from <= end; ++from)
            result.density[static_cast<std::size_t>(to)] +=
                bins[static_cast<std::size_t>(from)] *
                kernel[static_cast<std::size_t>(std::abs(from - to))];
    }
    return result;
}

} // namespace weighbridge::decision
