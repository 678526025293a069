// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

namespace weighbridge::results
{

namespace
{

constexpr int kResamples = 4000;
constexpr double kTail = 0.025;
/// The same pairs give the same interval everywhere.
constexpr std::uint64_t kSeed = 1;

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviation(std::span<const double> values)
{
    if (values.size() < 2)
        return 0;
    const double centre = mean(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - centre) * (value - centre);
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

/// Not std::uniform_int_distribution, whose sequence differs from library to library.
std::size_t pick(std::mt19937_64 &random, std::size_t count)
{
    return static_cast<std::size_t>(random() % count);
}

/// The 2.5 % and 97.5 % quantiles of the mean over samples drawn with replacement.
std::pair<double, double> bootstrapMean(const std::vector<double> &values)
{
    std::mt19937_64 random(kSeed);
    std::vector<double> drawn(values.size());
    std::vector<double> results;
    results.reserve(kResamples);
    for (int i = 0; i < kResamples; ++i) {
        for (double &each : drawn)
            each = values[pick(random, values.size())];
        results.push_back(mean(drawn));
    }
    std::sort(results.begin(), results.end());
    const auto tail = static_cast<std::size_t>(kTail * kResamples);
    return {results[tail], results[kResamples - 1 - tail]};
}

/// A value that a statistic can take, and how likely a resample gives it.
struct Outcome {
    double value;
    double probability;
};

/// Of n draws with replacement from n sorted values: the natural logarithm of the probability that
/// `half` given ones of them all fall on the values up to the i-th (1-based), one of them on it.
double logGreatestIs(double i, double half, double n)
{
    return i > 1 ? half * std::log(i / n) + std::log1p(-std::pow((i - 1) / i, half))
                 : half * std::log(i / n);
}

/// Probability that at least `least` of n draws fall on the first i of n values.
double atLeast(double least, double i, double n)
{
    if (i >= n)
        return 1;
    double sum = 0;
    for (double k = least; k <= n; ++k)
        sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                        k * std::log(i / n) + (n - k) * std::log1p(-i / n));
    return sum;
}

/// All medians that resamples of the sorted values can have. With an even number the median lies
/// half-way between the two middle draws: i and j, with half of the draws on either side.
std::vector<Outcome> mediansOfResamples(const std::vector<double> &sorted)
{
    const std::size_t count = sorted.size();
    const auto n = static_cast<double>(count);
    const double half = std::ceil(n / 2);
    const bool isEven = count % 2 == 0;
    const double logWays = std::lgamma(n + 1) - 2 * std::lgamma(half + 1);
    std::vector<Outcome> outcomes;
    double below = 0;
    for (std::size_t i = 1; i <= count; ++i) {
        const auto lower = static_cast<double>(i);
        const double upTo = atLeast(half, lower, n);
        double alone = upTo - below; // the (first) middle draw falls on the i-th value
        below = upTo;
        for (std::size_t j = i + 1; isEven && j <= count; ++j) {
            const double upper = n + 1 - static_cast<double>(j);
            const double apart =
                std::exp(logWays + logGreatestIs(lower, half, n) + logGreatestIs(upper, half, n));
            outcomes.push_back({(sorted[i - 1] + sorted[j - 1]) / 2, apart});
            alone -= apart;
        }
        outcomes.push_back({sorted[i - 1], std::max(0.0, alone)});
    }
    return outcomes;
}

/// The least value that leaves no more than the tail below it, and the greatest that leaves no more
/// above it.
std::pair<double, double> withoutTails(std::vector<Outcome> outcomes)
{
    std::sort(outcomes.begin(), outcomes.end(),
              [](const Outcome &a, const Outcome &b) { return a.value < b.value; });
    const auto cut = [](auto begin, auto end) {
        double sum = 0;
        auto at = begin;
        while (at + 1 != end && (sum += at->probability) <= kTail)
            ++at;
        return at->value;
    };
    return {cut(outcomes.begin(), outcomes.end()), cut(outcomes.rbegin(), outcomes.rend())};
}

/// Quantiles of Student's t by degrees of freedom 1 … 10, 15, 20, 30; the normal ones beyond.
struct TQuantiles {
    double degrees;
    double at975;
    double at80;
};
constexpr std::array<TQuantiles, 14> kStudent{{{1, 12.706, 1.376},
                                               {2, 4.303, 1.061},
                                               {3, 3.182, 0.978},
                                               {4, 2.776, 0.941},
                                               {5, 2.571, 0.920},
                                               {6, 2.447, 0.906},
                                               {7, 2.365, 0.896},
                                               {8, 2.306, 0.889},
                                               {9, 2.262, 0.883},
                                               {10, 2.228, 0.879},
                                               {15, 2.131, 0.866},
                                               {20, 2.086, 0.860},
                                               {30, 2.042, 0.854},
                                               {1e9, 1.960, 0.842}}};

const TQuantiles &student(std::size_t values)
{
    const auto degrees = static_cast<double>(values - 1);
    return *std::find_if(kStudent.begin(), kStudent.end(),
                         [&](const TQuantiles &each) { return each.degrees >= degrees; });
}

double smallSampleFactor(std::size_t values)
{
    const auto n = static_cast<double>(values);
    return std::sqrt(n / (n - 1)) * student(values).at975 / kStudent.back().at975;
}

/// Of the mean: mean ± t₀.₉₇₅·s/√n.
std::pair<double, double> studentInterval(const std::vector<double> &values)
{
    const double half = student(values.size()).at975 * standardError(values);
    return {mean(values) - half, mean(values) + half};
}

std::pair<double, double> widenedBootstrap(const std::vector<double> &values)
{
    const auto [low, high] = bootstrapMean(values);
    const double factor = smallSampleFactor(values.size());
    const double centre = mean(values);
    return {centre + (low - centre) * factor, centre + (high - centre) * factor};
}

} // namespace

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double coefficientOfVariation(std::span<const double> values)
{
    if (values.size() < 2)
        return 0;
    const double centre = mean(values);
    return centre > 0 ? deviation(values) / centre : 0;
}

double standardError(std::span<const double> values)
{
    return values.size() < 2 ? 0
                             : deviation(values) / std::sqrt(static_cast<double>(values.size()));
}

Interval bootstrapMedian(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    if (values.size() < kRoundsForInterval)
        return {median(values), values.front(), values.back()};
    const auto [low, high] = withoutTails(mediansOfResamples(values));
    return {median(values), low, high};
}

Interval stretched(const Interval &interval, double factor)
{
    if (interval.median <= 0 || factor == 1)
        return interval;
    const auto scaled = [&](double bound) {
        return interval.median * std::pow(bound / interval.median, factor);
    };
    return {interval.median, scaled(interval.low), scaled(interval.high)};
}

Ratio pairedRatio(std::span<const double> a, std::span<const double> b, double floor)
{
    std::vector<double> logs;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] > 0 && b[i] > 0)
            logs.push_back(std::log(a[i] / b[i]));
    }
    Ratio ratio;
    ratio.floor = floor;
    if (logs.empty())
        return ratio;
    ratio.ratio = std::exp(mean(logs));
    if (const auto seen = detectableDifference(deviation(logs), logs.size()))
        ratio.detectableDifference = (1 + floor) * (1 + *seen) - 1;
    if (logs.size() == 1) {
        ratio.low = ratio.high = ratio.ratio;
        return ratio;
    }
    const auto [low, high] =
        logs.size() < kPairsForBootstrap ? studentInterval(logs) : widenedBootstrap(logs);
    ratio.low = std::exp(low);
    ratio.high = std::exp(high);
    ratio.different = ratio.low > 1 + floor || ratio.high < 1 / (1 + floor);
    return ratio;
}

Ratio inverse(const Ratio &ratio)
{
    Ratio inverse = ratio;
    std::swap(inverse.a, inverse.b);
    inverse.ratio = 1 / ratio.ratio;
    inverse.low = 1 / ratio.high;
    inverse.high = 1 / ratio.low;
    return inverse;
}

std::optional<double> detectableDifference(double logRatioDeviation, std::size_t pairs)
{
    if (pairs < 2)
        return std::nullopt;
    const double factor = student(pairs).at975 + student(pairs).at80;
    return std::expm1(factor * logRatioDeviation / std::sqrt(static_cast<double>(pairs)));
}

} // namespace weighbridge::results
