// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/sampling/draw_kernels.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

// Two versions of each loop, chosen at start: AVX2, and what every x86-64 has. No fused
// multiply-add in either, so that both give the same bits. The sanitizers do not get along with it.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define WEIGHBRIDGE_VECTOR_CODE __attribute__((target_clones("avx2", "default")))
#else
#define WEIGHBRIDGE_VECTOR_CODE
#endif

namespace weighbridge::decision
{

namespace
{

/// Finaliser with low bias (C. Wellons, hash-prospector); 32 bits, because vector units multiply
/// those.
inline std::uint32_t mix(std::uint32_t bits)
{
    bits = (bits ^ (bits >> 16)) * 0x7feb352dU;
    bits = (bits ^ (bits >> 15)) * 0x846ca68bU;
    return bits ^ (bits >> 16);
}

/// ln x for normal x > 0, to 10⁻⁷ (Cephes logf).
inline float fastLog(float x)
{
    const auto bits = std::bit_cast<std::int32_t>(x);
    const std::int32_t exponent = (bits - 0x3f3504f3) >> 23; // mantissa within √½ … √2
    const float m = std::bit_cast<float>(bits - (exponent << 23)) - 1;
    const float e = static_cast<float>(exponent);
    float p = 7.0376836292e-2F;
    p = p * m - 1.1514610310e-1F;
    p = p * m + 1.1676998740e-1F;
    p = p * m - 1.2420140846e-1F;
    p = p * m + 1.4249322787e-1F;
    p = p * m - 1.6668057665e-1F;
    p = p * m + 2.0000714765e-1F;
    p = p * m - 2.4999993993e-1F;
    p = p * m + 3.3333331174e-1F;
    const float square = m * m;
    return m + m * square * p - 0.5F * square + e * 0.693147181F;
}

/// √2·erfinv(1 − t) with the sign of the top bit; t from the other 31, so that the tails are fine.
inline float normalFromBits(std::uint32_t bits)
{
    const float t =
        (static_cast<float>(static_cast<std::int32_t>(bits & 0x7fffffffU)) + 0.5F) * 0x1p-31F;
    const float w = -fastLog(t * (2 - t));
    const float c = w - 2.5F;
    float central = 2.81022636e-08F;
    central = central * c + 3.43273939e-07F;
    central = central * c - 3.5233877e-06F;
    central = central * c - 4.39150654e-06F;
    central = central * c + 0.00021858087F;
    central = central * c - 0.00125372503F;
    central = central * c - 0.00417768164F;
    central = central * c + 0.246640727F;
    central = central * c + 1.50140941F;
    const float r = std::sqrt(std::max(w, 0.0F)) - 3;
    float tail = -0.000200214257F;
    tail = tail * r + 0.000100950558F;
    tail = tail * r + 0.00134934322F;
    tail = tail * r - 0.00367342844F;
    tail = tail * r + 0.00573950773F;
    tail = tail * r - 0.0076224613F;
    tail = tail * r + 0.00943887047F;
    tail = tail * r + 1.00167406F;
    tail = tail * r + 2.83297682F;
    const float magnitude = (w < 5 ? central : tail) * (1 - t) * 1.41421356F;
    return (bits & 0x80000000U) != 0 ? -magnitude : magnitude;
}

/// Rows are read in strips, so that the sums of a strip stay in registers.
constexpr std::size_t kStrip = 32;
static_assert(kBlockDraws % kStrip == 0);

} // namespace

WEIGHBRIDGE_VECTOR_CODE
void fillNormals(std::uint64_t key, std::uint64_t first, float *target)
{
    const auto low = static_cast<std::uint32_t>(key);
    const auto high = static_cast<std::uint32_t>(key >> 32);
    const auto start = static_cast<std::uint32_t>(first);
    for (std::uint32_t b = 0; b < kBlockDraws; ++b)
        target[b] = normalFromBits(mix(mix((start + b) * 0x9e3779b9U + low) ^ high));
}

WEIGHBRIDGE_VECTOR_CODE
void lookUp(const float *table, const float *normals, float *target)
{
    constexpr auto kLast = static_cast<float>(kTableSteps) - 0.001F;
    for (std::size_t b = 0; b < kBlockDraws; ++b) {
        const float z = normals[b] * kTableStepsPerUnit + kTableReach * kTableStepsPerUnit;
        const float place = std::min(std::max(z, 0.0F), kLast);
        const auto index = static_cast<std::int32_t>(place);
        const float below = table[index];
        target[b] = below + (place - static_cast<float>(index)) * (table[index + 1] - below);
    }
}

WEIGHBRIDGE_VECTOR_CODE
void normalise(float *rows, std::size_t count, const float *fallback)
{
    alignas(32) std::array<float, kBlockDraws> factor{};
    for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t b = 0; b < kBlockDraws; ++b)
            factor[b] += rows[row * kBlockDraws + b];
    }
    bool zero = false;
    for (std::size_t b = 0; b < kBlockDraws; ++b)
        zero |= factor[b] <= 0;
    for (std::size_t b = 0; b < kBlockDraws; ++b)
        factor[b] = 1 / std::max(factor[b], 1e-37F);
    for (std::size_t row = 0; row < count; ++row) {
        float *weights = rows + row * kBlockDraws;
        for (std::size_t b = 0; b < kBlockDraws; ++b)
            weights[b] *= factor[b];
    }
    if (!zero)
        return;
    for (std::size_t b = 0; b < kBlockDraws; ++b) {
        float sum = 0;
        for (std::size_t row = 0; row < count; ++row)
            sum += rows[row * kBlockDraws + b];
        for (std::size_t row = 0; row < count && sum <= 0; ++row)
            rows[row * kBlockDraws + b] = fallback[row];
    }
}

WEIGHBRIDGE_VECTOR_CODE
void addWeighted(const float *rows, const float *factors, std::size_t count, float *sums)
{
    for (std::size_t strip = 0; strip < kBlockDraws; strip += kStrip) {
        std::array<float, kStrip> sum{};
        for (std::size_t row = 0; row < count; ++row) {
            const float *values = rows + row * kBlockDraws + strip;
            const float factor = factors[row];
            for (std::size_t b = 0; b < kStrip; ++b)
                sum[b] += factor * values[b];
        }
        for (std::size_t b = 0; b < kStrip; ++b)
            sums[strip + b] += sum[b];
    }
}

WEIGHBRIDGE_VECTOR_CODE
void addWeightedSquares(const float *rows, const float *factors, std::size_t count, float *sums)
{
    for (std::size_t strip = 0; strip < kBlockDraws; strip += kStrip) {
        std::array<float, kStrip> sum{};
        for (std::size_t row = 0; row < count; ++row) {
            const float *values = rows + row * kBlockDraws + strip;
            const float factor = factors[row];
            for (std::size_t b = 0; b < kStrip; ++b)
                sum[b] += factor * values[b] * values[b];
        }
        for (std::size_t b = 0; b < kStrip; ++b)
            sums[strip + b] += sum[b];
    }
}

WEIGHBRIDGE_VECTOR_CODE
void addProduct(const float *a, const float *b, float factor, float *sums)
{
    for (std::size_t d = 0; d < kBlockDraws; ++d)
        sums[d] += factor * a[d] * b[d];
}

WEIGHBRIDGE_VECTOR_CODE
void mix(float *own, float ownFactor, const float *common, float commonFactor)
{
    for (std::size_t d = 0; d < kBlockDraws; ++d)
        own[d] = ownFactor * own[d] + commonFactor * common[d];
}

WEIGHBRIDGE_VECTOR_CODE
void addRootProduct(const float *a, const float *b, float *sums)
{
    for (std::size_t d = 0; d < kBlockDraws; ++d)
        sums[d] += std::sqrt(a[d]) * b[d];
}

namespace
{

/// Divides into whole parts for up to 16 sharers: the least common multiple of 1 … 16.
constexpr std::int32_t kPlaceUnits = 720'720;

WEIGHBRIDGE_VECTOR_CODE
void raiseTo(const float *values, float *greatest)
{
    for (std::size_t b = 0; b < kBlockDraws; ++b)
        greatest[b] = std::max(greatest[b], values[b]);
}

WEIGHBRIDGE_VECTOR_CODE
void countSharers(const float *values, const float *threshold, float *sharers)
{
    for (std::size_t b = 0; b < kBlockDraws; ++b)
        sharers[b] += values[b] >= threshold[b] ? 1.0F : 0.0F;
}

WEIGHBRIDGE_VECTOR_CODE
std::int32_t sumOfPlaces(const float *values, const float *threshold, const float *sharers,
                         std::size_t draws)
{
    std::int32_t sum = 0;
    for (std::size_t b = 0; b < draws; ++b)
        sum += values[b] >= threshold[b]
                   ? static_cast<std::int32_t>(static_cast<float>(kPlaceUnits) / sharers[b])
                   : 0;
    return sum;
}

WEIGHBRIDGE_VECTOR_CODE
std::int32_t halfWins(const float *a, const float *b, std::size_t draws)
{
    std::int32_t halves = 0;
    for (std::size_t d = 0; d < draws; ++d) {
        const float gap = a[d] - b[d];
        halves += (gap > kDrawTolerance ? 1 : 0) + (gap >= -kDrawTolerance ? 1 : 0);
    }
    return halves;
}

} // namespace

WinCounter::WinCounter(std::size_t alternatives, std::vector<std::size_t> candidates)
    : m_alternatives(alternatives),
      m_candidates(std::move(candidates)),
      m_first(alternatives, 0),
      m_pairs(alternatives * alternatives, 0)
{
}

void WinCounter::add(const float *values, std::size_t draws)
{
    alignas(32) std::array<float, kBlockDraws> threshold;
    alignas(32) std::array<float, kBlockDraws> sharers{};
    threshold.fill(-HUGE_VALF);
    const auto row = [&](std::size_t i) { return values + i * kBlockDraws; };
    for (const std::size_t i : m_candidates)
        raiseTo(row(i), threshold.data());
    for (float &each : threshold)
        each -= kDrawTolerance;
    for (const std::size_t i : m_candidates)
        countSharers(row(i), threshold.data(), sharers.data());
    for (const std::size_t i : m_candidates)
        m_first[i] += sumOfPlaces(row(i), threshold.data(), sharers.data(), draws);
    for (std::size_t i = 0; i < m_alternatives; ++i) {
        for (std::size_t j = i + 1; j < m_alternatives; ++j)
            m_pairs[i * m_alternatives + j] += halfWins(row(i), row(j), draws);
    }
}

void WinCounter::add(const WinCounter &other)
{
    for (std::size_t i = 0; i < m_first.size(); ++i)
        m_first[i] += other.m_first[i];
    for (std::size_t i = 0; i < m_pairs.size(); ++i)
        m_pairs[i] += other.m_pairs[i];
}

double WinCounter::firstPlaces(std::size_t alternative) const
{
    return static_cast<double>(m_first[alternative]) / kPlaceUnits;
}

double WinCounter::pairWins(std::size_t i, std::size_t j) const
{
    return 0.5 * static_cast<double>(m_pairs[i * m_alternatives + j]);
}

} // namespace weighbridge::decision
