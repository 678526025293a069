// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/uncertainty.h"

#include "core/decision/distributions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace weighbridge::decision
{

namespace
{

/// How one cell is drawn; the streams belong to the ids, see streamKey.
struct CellSampler {
    enum class Kind { fixed, triangular, uniform, normal, studentT };

    Kind kind = Kind::fixed;
    double centre = 0;
    double scale = 0;
    int degreesOfFreedom = 0;
    std::uint64_t key = 0;

    [[nodiscard]] double draw(std::uint64_t number) const
    {
        if (kind == Kind::fixed)
            return centre;
        RandomStream stream(key, number);
        switch (kind) {
        case Kind::triangular:
            return centre + scale * standardTriangular(stream.uniform());
        case Kind::uniform:
            return centre + scale * (2 * stream.uniform() - 1);
        case Kind::normal:
            return centre + scale * stream.normal();
        case Kind::studentT:
            return centre + scale * decision::studentT(degreesOfFreedom, stream);
        case Kind::fixed:
            break;
        }
        return centre;
    }
};

CellSampler samplerOf(const Rating &rating, Doubt doubt, std::uint64_t key)
{
    CellSampler sampler;
    sampler.key = key;
    if (!rating.level) {
        sampler.kind = CellSampler::Kind::uniform;
        sampler.centre = (kLowestLevel + kHighestLevel) / 2;
        sampler.scale = (kHighestLevel - kLowestLevel) / 2;
        return sampler;
    }
    sampler.centre = *rating.level;
    const Spread &spread = rating.spread;
    if (spread.kind == Spread::Kind::studentT) {
        sampler.scale = spread.standardError;
        sampler.degreesOfFreedom = spread.degreesOfFreedom;
        sampler.kind =
            spread.degreesOfFreedom > 0 ? CellSampler::Kind::studentT : CellSampler::Kind::normal;
    } else {
        sampler.scale =
            spread.kind == Spread::Kind::byDoubt ? ratingHalfWidth(doubt) : spread.halfWidth;
        sampler.kind = CellSampler::Kind::triangular;
    }
    if (sampler.scale <= 0)
        sampler.kind = CellSampler::Kind::fixed;
    return sampler;
}

/// Variance of a cell. Below three degrees of freedom Student's t has none; the normal's stands in.
double varianceOf(const CellSampler &cell)
{
    const double square = cell.scale * cell.scale;
    switch (cell.kind) {
    case CellSampler::Kind::fixed:
        return 0;
    case CellSampler::Kind::triangular:
        return square / 6;
    case CellSampler::Kind::uniform:
        return square / 3;
    case CellSampler::Kind::normal:
        return square;
    case CellSampler::Kind::studentT:
        return cell.degreesOfFreedom > 2
                   ? square * cell.degreesOfFreedom / (cell.degreesOfFreedom - 2)
                   : square;
    }
    Q_UNREACHABLE();
}

/// The needs that carry weight, ready to be drawn.
struct Sampler {
    std::size_t alternatives = 0;
    bool fixedWeights = false;
    std::vector<double> shares;
    std::vector<double> shapes;
    std::vector<std::uint64_t> weightKeys;
    std::vector<CellSampler> cells; ///< row per need

    Sampler(const Decision &decision, const ScoreTable &table) : alternatives(table.alternatives)
    {
        const double concentration = weightConcentration(decision.doubt);
        for (std::size_t k = 0; k < table.needs; ++k) {
            if (table.shares[k] <= 0)
                continue;
            const Need &need = decision.needs[k];
            shares.push_back(table.shares[k]);
            shapes.push_back(concentration * table.shares[k]);
            weightKeys.push_back(streamKey(decision.seed, need.id));
            for (std::size_t i = 0; i < alternatives; ++i)
                cells.push_back(
                    samplerOf(need.ratings[i], decision.doubt,
                              streamKey(decision.seed, need.id, decision.alternatives[i].id)));
        }
        fixedWeights = shares.size() < 2;
    }

    void draw(std::uint64_t number, std::vector<double> &weights, std::vector<double> &values) const
    {
        double sum = 0;
        for (std::size_t k = 0; k < shares.size(); ++k) {
            if (fixedWeights) {
                weights[k] = shares[k];
            } else {
                RandomStream stream(weightKeys[k], number);
                weights[k] = gammaVariate(shapes[k], stream);
            }
            sum += weights[k];
        }
        std::fill(values.begin(), values.end(), 0.0);
        const CellSampler *cell = cells.data();
        for (std::size_t k = 0; k < shares.size(); ++k) {
            const double weight = sum > 0 ? weights[k] / sum : shares[k];
            for (double &value : values)
                value += weight * (cell++)->draw(number);
        }
    }
};

/// Adds one draw to the wins, ties sharing.
void countWins(const std::vector<double> &values, Uncertainty &result)
{
    const double greatest = *std::max_element(values.begin(), values.end());
    const auto isBest = [&](double value) { return value >= greatest - kScoreTolerance; };
    const double share =
        1.0 / static_cast<double>(std::count_if(values.begin(), values.end(), isBest));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (isBest(values[i]))
            result.chanceBest[i] += share;
        for (std::size_t j = i + 1; j < values.size(); ++j) {
            const double gap = values[i] - values[j];
            if (gap > kScoreTolerance)
                result.pairwise[i][j] += 1;
            else if (gap >= -kScoreTolerance)
                result.pairwise[i][j] += 0.5;
        }
    }
}

Uncertainty emptyUncertainty(std::size_t alternatives)
{
    Uncertainty result;
    result.chanceBest.assign(alternatives, 0.0);
    result.chanceError.assign(alternatives, 0.0);
    result.pairwise.assign(alternatives, std::vector<double>(alternatives, 0.5));
    return result;
}

} // namespace

bool isExactlySolvable(const Decision &decision, const ScoreTable &table)
{
    const Sampler sampler(decision, table);
    return sampler.fixedWeights &&
           std::all_of(sampler.cells.begin(), sampler.cells.end(), [](const CellSampler &cell) {
               return cell.kind == CellSampler::Kind::fixed ||
                      cell.kind == CellSampler::Kind::normal;
           });
}

Uncertainty atFixedWeights(const Decision &decision, const ScoreTable &table)
{
    const Sampler sampler(decision, table);
    const std::size_t count = table.alternatives;
    std::vector<double> means(count, 0.0);
    std::vector<double> variances(count, 0.0);
    for (std::size_t k = 0; k < sampler.shares.size(); ++k) {
        for (std::size_t i = 0; i < count; ++i) {
            const CellSampler &cell = sampler.cells[k * count + i];
            means[i] += sampler.shares[k] * cell.centre;
            variances[i] += sampler.shares[k] * sampler.shares[k] * varianceOf(cell);
        }
    }
    Uncertainty result = emptyUncertainty(count);
    std::vector<double> deviations;
    for (const double variance : variances)
        deviations.push_back(std::sqrt(variance));
    result.chanceBest = chanceOfBeingGreatest(means, deviations);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            if (i == j)
                continue;
            const double gap = means[i] - means[j];
            const double deviation = std::sqrt(variances[i] + variances[j]);
            if (deviation > 0)
                result.pairwise[i][j] = normalCdf(gap / deviation);
            else if (std::abs(gap) > kScoreTolerance)
                result.pairwise[i][j] = gap > 0 ? 1 : 0;
        }
    }
    return result;
}

Uncertainty sampleUncertainty(const Decision &decision, const ScoreTable &table, std::size_t first,
                              std::size_t second, int draws)
{
    Q_ASSERT(draws > 0 && table.weightSum > 0 && table.alternatives > 0);
    const Sampler sampler(decision, table);
    const std::size_t count = table.alternatives;
    Uncertainty result = emptyUncertainty(count);
    for (auto &row : result.pairwise)
        std::fill(row.begin(), row.end(), 0.0);
    result.draws = draws;
    if (count > 1)
        result.differences.reserve(static_cast<std::size_t>(draws));

    std::vector<double> weights(sampler.shares.size());
    std::vector<double> values(count);
    for (int number = 0; number < draws; ++number) {
        sampler.draw(static_cast<std::uint64_t>(number), weights, values);
        countWins(values, result);
        if (count > 1)
            result.differences.push_back(values[first] - values[second]);
    }
    for (std::size_t i = 0; i < count; ++i) {
        double &chance = result.chanceBest[i];
        chance /= draws;
        result.chanceError[i] = std::sqrt(std::max(0.0, chance * (1 - chance)) / draws);
        result.pairwise[i][i] = 0.5;
        for (std::size_t j = i + 1; j < count; ++j) {
            result.pairwise[i][j] /= draws;
            result.pairwise[j][i] = 1 - result.pairwise[i][j];
        }
    }
    return result;
}

DifferenceDensity differenceDensity(const Uncertainty &uncertainty, double pointEstimate)
{
    DifferenceDensity result;
    result.pointEstimate = pointEstimate;
    std::vector<double> sorted = uncertainty.differences;
    if (sorted.empty())
        return result;

    // Spread from the central 68 %: a measured cell of three rounds has no variance at all.
    const auto quantile = [&sorted](double share) {
        const auto place =
            static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
        std::nth_element(sorted.begin(), sorted.begin() + place, sorted.end());
        return sorted[static_cast<std::size_t>(place)];
    };
    const double middle = quantile(0.5);
    const double sigma = std::max(1e-6, 0.5 * (quantile(0.841) - quantile(0.159)));
    constexpr double kLeastReach = 0.5;
    const double reach = std::max(kLeastReach, std::abs(middle) + 4 * sigma);

    // Silverman's rule for the width of the kernel; the draws are binned first, then smoothed.
    constexpr int kPoints = 161;
    const double step = 2 * reach / (kPoints - 1);
    const double width =
        std::max(0.5 * step, 1.06 * sigma * std::pow(static_cast<double>(sorted.size()), -0.2));
    std::vector<double> bins(kPoints, 0.0);
    for (const double difference : uncertainty.differences) {
        const double place = (difference + reach) / step + 0.5;
        if (place >= 0 && place < kPoints)
            bins[static_cast<std::size_t>(place)] += 1;
    }
    result.difference.resize(kPoints);
    result.density.assign(kPoints, 0.0);
    const int spanned = static_cast<int>(std::ceil(4 * width / step));
    const double norm =
        1 / (static_cast<double>(sorted.size()) * width * std::sqrt(2 * std::numbers::pi));
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
