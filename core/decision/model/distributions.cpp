// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/distributions.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace weighbridge::decision
{

double normalCdf(double z)
{
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

namespace
{

// Gauss–Legendre, ten points on [−1, 1], positive half (Abramowitz & Stegun, table 25.4).
constexpr std::array<double, 5> kNodes{0.148874338981631211, 0.433395394129247191,
                                       0.679409568299024406, 0.865063366688984511,
                                       0.973906528517171720};
constexpr std::array<double, 5> kNodeWeights{0.295524224714752870, 0.269266719309996355,
                                             0.219086362515982044, 0.149451349150580593,
                                             0.066671344308688138};
constexpr double kReach = 9; ///< standard deviations beyond which a normal density counts as 0

/// Adds φ_i(x)/σ_i · Π_{j≠i} Φ_j(x) · weight to every chance.
void addIntegrand(double x, double weight, const std::vector<double> &means,
                  const std::vector<double> &deviations, std::vector<double> &cumulative,
                  std::vector<double> &chances)
{
    const std::size_t count = means.size();
    for (std::size_t i = 0; i < count; ++i) {
        // Only asked above the greatest point mass, where every point mass lies below x.
        const double z = deviations[i] > 0 ? (x - means[i]) / deviations[i] : kReach;
        cumulative[i] = z >= kReach ? 1 : z <= -kReach ? 0 : normalCdf(z);
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (deviations[i] <= 0)
            continue;
        const double z = (x - means[i]) / deviations[i];
        if (std::abs(z) > kReach)
            continue;
        double value = std::exp(-0.5 * z * z) / (deviations[i] * std::sqrt(2 * std::numbers::pi));
        for (std::size_t j = 0; j < count; ++j) {
            if (j != i)
                value *= cumulative[j];
        }
        chances[i] += weight * value;
    }
}

/// The point mass that is greatest wins wherever all normals lie below it; equals share.
double addPointMasses(const std::vector<double> &means, const std::vector<double> &deviations,
                      std::vector<double> &chances)
{
    double greatest = -HUGE_VAL;
    int sharers = 0;
    double allBelow = 1;
    for (std::size_t i = 0; i < means.size(); ++i) {
        if (deviations[i] > 0)
            continue;
        if (means[i] > greatest)
            sharers = 0;
        greatest = std::max(greatest, means[i]);
        sharers += means[i] == greatest ? 1 : 0;
    }
    if (sharers == 0)
        return greatest;
    for (std::size_t i = 0; i < means.size(); ++i) {
        if (deviations[i] > 0)
            allBelow *= normalCdf((greatest - means[i]) / deviations[i]);
    }
    for (std::size_t i = 0; i < means.size(); ++i) {
        if (deviations[i] <= 0 && means[i] == greatest)
            chances[i] = allBelow / sharers;
    }
    return greatest;
}

/// Trapezoidal rule, which is exact to the last digits for analytic integrands on the whole line
/// (Trefethen & Weideman, SIAM Review 56(3), 2014). False where a narrow normal beside a wide one
/// would take too many steps.
template <typename Add>
bool integrateEvenly(const std::vector<double> &means, const std::vector<double> &deviations,
                     const Add &add)
{
    constexpr double kMostSteps = 500;
    double begin = -HUGE_VAL; // below it somebody's Φ is 0
    double end = -HUGE_VAL;
    double narrowest = HUGE_VAL;
    for (std::size_t i = 0; i < means.size(); ++i) {
        begin = std::max(begin, means[i] - kReach * deviations[i]);
        end = std::max(end, means[i] + kReach * deviations[i]);
        narrowest = std::min(narrowest, deviations[i]);
    }
    const double step = 0.5 * narrowest / std::sqrt(static_cast<double>(means.size()));
    const double steps = (end - begin) / step;
    if (!(steps <= kMostSteps))
        return false;
    for (int n = 0; n <= static_cast<int>(steps); ++n)
        add(begin + n * step, step);
    return true;
}

/// Gauss–Legendre in panels that end where any of the normals turns, so that a narrow one beside a
/// wide one is seen.
template <typename Add>
void integrateInPanels(const std::vector<double> &means, const std::vector<double> &deviations,
                       double floor, const Add &add)
{
    std::vector<double> ends;
    for (std::size_t i = 0; i < means.size(); ++i) {
        if (deviations[i] <= 0)
            continue;
        for (const double step : {-kReach, -5.0, -3.0, -1.5, 0.0, 1.5, 3.0, 5.0, kReach}) {
            const double end = means[i] + step * deviations[i];
            if (end > floor)
                ends.push_back(end);
        }
    }
    if (std::isfinite(floor))
        ends.push_back(floor);
    std::sort(ends.begin(), ends.end());
    for (std::size_t p = 1; p < ends.size(); ++p) {
        const double middle = 0.5 * (ends[p] + ends[p - 1]);
        const double half = 0.5 * (ends[p] - ends[p - 1]);
        if (half <= 0)
            continue;
        for (std::size_t n = 0; n < kNodes.size(); ++n) {
            for (const double sign : {-1.0, 1.0})
                add(middle + sign * half * kNodes[n], half * kNodeWeights[n]);
        }
    }
}

} // namespace

std::vector<double> chanceOfBeingGreatest(const std::vector<double> &means,
                                          const std::vector<double> &deviations)
{
    Q_ASSERT(means.size() == deviations.size());
    std::vector<double> chances(means.size(), 0.0);
    if (means.empty())
        return chances;
    const double floor = addPointMasses(means, deviations, chances);

    std::vector<double> cumulative(means.size());
    const auto add = [&](double x, double weight) {
        addIntegrand(x, weight, means, deviations, cumulative, chances);
    };
    if (std::isfinite(floor) || !integrateEvenly(means, deviations, add))
        integrateInPanels(means, deviations, floor, add);
    double sum = 0;
    for (const double chance : chances)
        sum += chance;
    for (double &chance : chances)
        chance /= sum;
    return chances;
}

} // namespace weighbridge::decision
