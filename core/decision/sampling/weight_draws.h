// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"
#include "core/decision/sampling/quantile_table.h"

#include <vector>

namespace weighbridge::decision
{

/// Draws weights of the needs that carry weight, as the decision's WeightModel says:
/// - around the set ones: Dirichlet(κ·w̄), as gammas divided by their sum;
/// - any: uniform on the simplex, as exponentials divided by their sum;
/// - order: uniform on the ordered simplex, whose corners weigh the first k needs alike; needs of
///   equal weight share their places;
/// - bounds: uniform within the bounds, a Markov chain of exchanges between two needs (hit-and-run
///   along the edges; Smith, Operations Research 32(6), 1984) for each block of draws.
/// Immutable; drawing is thread-safe.
class WeightDraws
{
public:
    WeightDraws() = default;
    /// Rows are the needs `needs`, whose shares add up to 1.
    WeightDraws(const Decision &decision, const ScoreTable &table, std::vector<std::size_t> needs);

    /// Block of draws `first` …: kBlockDraws floats for each row. `normals` is scratch of one row.
    void draw(std::uint64_t first, float *rows, float *normals) const;

private:
    void useGammas(const std::vector<double> &shapes);
    void useOrder(const ScoreTable &table, const std::vector<std::size_t> &needs);
    void useBounds(const Decision &decision, const std::vector<std::size_t> &needs);
    void putInOrder(float *rows) const;
    void drawWithinBounds(std::uint64_t first, float *rows) const;

    std::vector<float> m_shares;
    std::vector<std::uint64_t> m_keys;
    std::vector<QuantileTable> m_tables;
    std::vector<std::size_t> m_tableOf; ///< of each row
    /// Rows from the heaviest on, in groups of equal weight; empty where the order does not count.
    std::vector<std::vector<std::size_t>> m_groups;
    std::vector<double> m_least; ///< empty where there are no bounds
    std::vector<double> m_greatest;
    std::vector<double> m_start; ///< a point within the bounds
};

/// Bounds of the shares that no weights can meet: the least ones add up to more than 1, or the
/// greatest to less.
[[nodiscard]] bool boundsContradict(const Decision &decision);

/// Whether the weights as they are set are none that the bounds allow: scores are then reckoned with
/// other weights than chances. False where there are no bounds to keep, or contradictory ones.
[[nodiscard]] bool breaksBounds(const Decision &decision, const ScoreTable &table);

} // namespace weighbridge::decision
