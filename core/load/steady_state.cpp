// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/steady_state.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace weighbridge::load
{
namespace
{

constexpr std::size_t kShortestSegment = 2;
constexpr std::size_t kMostPoints = 1000; // the search is quadratic; longer series are thinned
constexpr double kPenaltyFactor = 15;     // as Barrett et al. 2017 chose it
constexpr double kSameLevel = 0.05;

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The standard deviation of the noise, from first differences so that steps do not count; at least
/// that of counting itself and 1 % of the level.
double noise(const std::vector<double> &values)
{
    std::vector<double> differences;
    for (std::size_t i = 1; i < values.size(); ++i)
        differences.push_back(std::abs(values[i] - values[i - 1]));
    constexpr double medianOfDifference = 0.6745 * 1.4142; // of a unit normal's first difference
    const double level = median(values);
    return std::max(
        {median(differences) / medianOfDifference, std::sqrt(level), 0.01 * level, 1.0});
}

/// Sums over stretches in constant time.
class Sums
{
public:
    explicit Sums(const std::vector<double> &values) : m_sums{0}, m_squares{0}
    {
        for (const double value : values) {
            m_sums.push_back(m_sums.back() + value);
            m_squares.push_back(m_squares.back() + value * value);
        }
    }
    [[nodiscard]] double mean(std::size_t first, std::size_t end) const
    {
        return (m_sums[end] - m_sums[first]) / static_cast<double>(end - first);
    }
    [[nodiscard]] double squaredError(std::size_t first, std::size_t end) const
    {
        const double sum = m_sums[end] - m_sums[first];
        return m_squares[end] - m_squares[first] - sum * sum / static_cast<double>(end - first);
    }

private:
    std::vector<double> m_sums;
    std::vector<double> m_squares;
};

std::vector<Segment> findSegments(const std::vector<double> &values)
{
    const std::size_t n = values.size();
    const Sums sums(values);
    const double variance = noise(values) * noise(values);
    const double penalty = kPenaltyFactor * std::log(static_cast<double>(n)) * variance;
    std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> lastChange(n + 1, 0);
    best[0] = -penalty;
    for (std::size_t end = kShortestSegment; end <= n; ++end) {
        for (std::size_t first = 0; first + kShortestSegment <= end; ++first) {
            const double cost = best[first] + sums.squaredError(first, end) + penalty;
            if (cost < best[end]) {
                best[end] = cost;
                lastChange[end] = first;
            }
        }
    }
    std::vector<Segment> segments;
    for (std::size_t end = n; end > 0; end = lastChange[end]) {
        const auto first = lastChange[end];
        segments.push_back({first, end - first, sums.mean(first, end)});
    }
    std::reverse(segments.begin(), segments.end());
    return segments;
}

std::vector<double> thinned(std::span<const std::uint64_t> bins, std::size_t factor)
{
    std::vector<double> values;
    for (std::size_t i = 0; i + factor <= bins.size(); i += factor) {
        double sum = 0;
        for (const auto bin : bins.subspan(i, factor))
            sum += static_cast<double>(bin);
        values.push_back(sum / static_cast<double>(factor));
    }
    return values;
}

} // namespace

SteadyStateReport classifySteadyState(std::span<const std::uint64_t> bins)
{
    SteadyStateReport report;
    const std::size_t factor = (bins.size() + kMostPoints - 1) / kMostPoints;
    if (bins.size() < kSteadyBins)
        return report;
    report.segments = findSegments(thinned(bins, factor));
    for (Segment &segment : report.segments) {
        segment.first *= factor;
        segment.count *= factor;
    }

    const double level = report.segments.back().mean;
    report.steadyFrom = report.segments.back().first;
    double highestBefore = 0;
    bool isSameLevel = true;
    for (auto segment = report.segments.rbegin(); segment != report.segments.rend(); ++segment) {
        isSameLevel = isSameLevel && std::abs(segment->mean - level) <= kSameLevel * level;
        if (isSameLevel)
            report.steadyFrom = segment->first;
        else
            highestBefore = std::max(highestBefore, segment->mean);
    }
    if (level <= 0 || bins.size() - report.steadyFrom < kSteadyBins)
        report.kind = SteadyState::noSteadyState;
    else if (report.steadyFrom == 0)
        report.kind = SteadyState::flat;
    else
        report.kind = highestBefore > level ? SteadyState::slowdown : SteadyState::warmUp;
    return report;
}

} // namespace weighbridge::load
