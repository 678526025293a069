// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace weighbridge::decision
{

// The inner loops of the Monte Carlo. Arrays hold kBlockDraws floats for each row, so that the
// compiler makes vector code of them (this file is compiled for that in every configuration).

inline constexpr std::size_t kBlockDraws = 256;

/// Scores of one draw closer than this are equal: single precision tells no more apart.
inline constexpr float kDrawTolerance = 2e-6F;

/// Standard normals `first` … of stream `key`, by position: a hash of stream and number, put
/// through the inverse distribution function (Giles, "Approximating the erfinv function", 2010).
void fillNormals(std::uint64_t key, std::uint64_t first, float *target);

/// Table of a quantile function over the standard normal z, evenly spaced on ±kTableReach.
inline constexpr int kTableReach = 6;
inline constexpr int kTableStepsPerUnit = 32;
inline constexpr int kTableSteps = 2 * kTableReach * kTableStepsPerUnit;

/// Linear interpolation of `table` (kTableSteps + 1 points) at each z.
void lookUp(const float *table, const float *normals, float *target);

/// Divides each draw's rows by their sum; a sum of 0 gives `fallback` (one value for each row).
void normalise(float *rows, std::size_t count, const float *fallback);

/// sums += Σ factors[row] · rows[row].
void addWeighted(const float *rows, const float *factors, std::size_t count, float *sums);
/// sums += Σ factors[row] · rows[row]².
void addWeightedSquares(const float *rows, const float *factors, std::size_t count, float *sums);
/// sums += factor · a · b.
void addProduct(const float *a, const float *b, float factor, float *sums);
/// own = ownFactor · own + commonFactor · common.
void mix(float *own, float ownFactor, const float *common, float commonFactor);
/// sums += √a · b.
void addRootProduct(const float *a, const float *b, float *sums);

/// Counts wins over many blocks in whole numbers, so that the order of the blocks does not matter.
class WinCounter
{
public:
    /// `candidates` compete for the first place; pairs are counted among all.
    WinCounter(std::size_t alternatives, std::vector<std::size_t> candidates);

    /// `values` row by alternative, of which the first `draws` draws count.
    void add(const float *values, std::size_t draws);
    void add(const WinCounter &other);

    /// Share of first places, ties sharing; divide by the number of draws.
    [[nodiscard]] double firstPlaces(std::size_t alternative) const;
    /// Draws that i has ahead of j, ties counting half; i < j.
    [[nodiscard]] double pairWins(std::size_t i, std::size_t j) const;

private:
    std::size_t m_alternatives;
    std::vector<std::size_t> m_candidates;
    std::vector<std::int64_t> m_first; ///< in units of 1/720720
    std::vector<std::int64_t> m_pairs; ///< in halves, row-major
};

} // namespace weighbridge::decision
