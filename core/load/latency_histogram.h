// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace weighbridge::load
{

/// Counts durations in log-linear buckets: exact below 128 ns, then 128 buckets per doubling, so a
/// percentile is at most 0.4 % away from a recorded value. Larger values than 68 s share the last
/// bucket. The mean, the smallest and the largest value are exact. One writer; not thread-safe.
/// Percentiles of several histograms come from merging, never from averaging.
class LatencyHistogram
{
public:
    /// Negative values count as zero.
    void record(std::chrono::nanoseconds value)
    {
        const auto raw = value.count();
        const auto ns = raw > 0 ? static_cast<std::uint64_t>(raw) : 0;
        ++m_counts[bucketOf(ns)];
        ++m_samples;
        m_sum += ns;
        m_min = ns < m_min ? ns : m_min;
        m_max = ns > m_max ? ns : m_max;
    }
    /// Adds every count of `other`: the same as if its values had been recorded here.
    void merge(const LatencyHistogram &other);
    /// Adds the values of `other` that fall into the bucket of `atLeast` or a higher one.
    void mergeFrom(const LatencyHistogram &other, std::chrono::nanoseconds atLeast);
    /// What was recorded after `earlier`, an older copy of this histogram. Its smallest and
    /// largest values are those of its buckets.
    [[nodiscard]] LatencyHistogram since(const LatencyHistogram &earlier) const;
    void clear() { *this = LatencyHistogram(); }

    [[nodiscard]] std::uint64_t samples() const { return m_samples; }
    [[nodiscard]] std::chrono::nanoseconds min() const;
    [[nodiscard]] std::chrono::nanoseconds max() const;
    [[nodiscard]] std::chrono::nanoseconds mean() const;
    /// The value below or at which `fraction` (0…1) of the samples lie: the middle of the bucket of
    /// the ⌈fraction·samples⌉-th smallest one. Zero when there are no samples.
    [[nodiscard]] std::chrono::nanoseconds percentile(double fraction) const;

    /// Calls `visit(lowest, highest, count)` for each bucket that is not empty, in ascending order.
    template <typename Visit> void forEachBucket(Visit visit) const
    {
        for (std::size_t i = 0; i < kBuckets; ++i) {
            if (m_counts[i] != 0)
                visit(std::chrono::nanoseconds(lowestOf(i)),
                      std::chrono::nanoseconds(lowestOf(i + 1) - 1), m_counts[i]);
        }
    }

    bool operator==(const LatencyHistogram &) const = default;

private:
    static constexpr unsigned kSubBucketBits = 7;
    static constexpr std::uint64_t kSubBuckets = 1U << kSubBucketBits;
    static constexpr unsigned kRangeBits = 36; // 2^36 ns = 68.7 s
    static constexpr std::size_t kBuckets = (kRangeBits - kSubBucketBits + 1) * kSubBuckets;

    static constexpr std::size_t bucketOf(std::uint64_t ns)
    {
        if (ns < kSubBuckets)
            return ns;
        if (ns >> kRangeBits)
            return kBuckets - 1;
        const auto shift = static_cast<unsigned>(63 - __builtin_clzll(ns)) - kSubBucketBits;
        return (std::uint64_t{shift} << kSubBucketBits) + (ns >> shift);
    }
    static constexpr std::int64_t lowestOf(std::size_t bucket)
    {
        if (bucket < 2 * kSubBuckets)
            return static_cast<std::int64_t>(bucket);
        const auto shift = (bucket >> kSubBucketBits) - 1;
        return static_cast<std::int64_t>(((bucket & (kSubBuckets - 1)) + kSubBuckets) << shift);
    }

    std::array<std::uint64_t, kBuckets> m_counts{};
    std::uint64_t m_samples = 0;
    std::uint64_t m_sum = 0;
    std::uint64_t m_min = UINT64_MAX;
    std::uint64_t m_max = 0;
};

} // namespace weighbridge::load
