// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/latency_histogram.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::load
{

using std::chrono::nanoseconds;

void LatencyHistogram::merge(const LatencyHistogram &other)
{
    for (std::size_t i = 0; i < kBuckets; ++i)
        m_counts[i] += other.m_counts[i];
    m_samples += other.m_samples;
    m_sum += other.m_sum;
    m_min = std::min(m_min, other.m_min);
    m_max = std::max(m_max, other.m_max);
}

void LatencyHistogram::mergeFrom(const LatencyHistogram &other, nanoseconds atLeast)
{
    const auto first =
        bucketOf(static_cast<std::uint64_t>(std::max<std::int64_t>(atLeast.count(), 0)));
    for (std::size_t i = first; i < kBuckets; ++i) {
        if (other.m_counts[i] == 0)
            continue;
        const auto middle = static_cast<std::uint64_t>(lowestOf(i) + lowestOf(i + 1)) / 2;
        const auto value = std::clamp(middle, other.m_min, other.m_max);
        m_counts[i] += other.m_counts[i];
        m_samples += other.m_counts[i];
        m_sum += other.m_counts[i] * value;
        m_min = std::min(m_min, value);
        m_max = std::max(m_max, other.m_max);
    }
}

LatencyHistogram LatencyHistogram::since(const LatencyHistogram &earlier) const
{
    LatencyHistogram result;
    for (std::size_t i = 0; i < kBuckets; ++i) {
        result.m_counts[i] = m_counts[i] - earlier.m_counts[i];
        if (result.m_counts[i] == 0)
            continue;
        const auto lowest = static_cast<std::uint64_t>(lowestOf(i));
        const auto highest = static_cast<std::uint64_t>(lowestOf(i + 1) - 1);
        result.m_min = std::min(result.m_min, std::max(lowest, m_min));
        result.m_max = i + 1 == kBuckets ? m_max : std::min(highest, m_max);
    }
    result.m_samples = m_samples - earlier.m_samples;
    result.m_sum = m_sum - earlier.m_sum;
    return result;
}

nanoseconds LatencyHistogram::min() const
{
    return nanoseconds(m_samples == 0 ? 0 : static_cast<std::int64_t>(m_min));
}

nanoseconds LatencyHistogram::max() const
{
    return nanoseconds(static_cast<std::int64_t>(m_max));
}

nanoseconds LatencyHistogram::mean() const
{
    return nanoseconds(m_samples == 0 ? 0 : static_cast<std::int64_t>(m_sum / m_samples));
}

nanoseconds LatencyHistogram::percentile(double fraction) const
{
    if (m_samples == 0)
        return nanoseconds(0);
    const auto exact = std::ceil(std::clamp(fraction, 0.0, 1.0) * static_cast<double>(m_samples));
    const auto rank = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(exact), 1, m_samples);
    if (rank == m_samples)
        return max();
    std::uint64_t seen = 0;
    std::size_t bucket = 0;
    while ((seen += m_counts[bucket]) < rank)
        ++bucket;
    const auto middle = static_cast<std::uint64_t>(lowestOf(bucket) + lowestOf(bucket + 1) - 1) / 2;
    return nanoseconds(static_cast<std::int64_t>(std::clamp(middle, m_min, m_max)));
}

} // namespace weighbridge::load
