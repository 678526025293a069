// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/uncertain_cell.h"
#include "core/decision/sampling/weight_draws.h"

#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// What is to be drawn; the rest stays as it is set.
enum class Uncertain {
    ratingsAndWeights,
    ratings,
    weights,
    measured, ///< only measured ratings: what more rounds would change
};

/// Draws ratings and weights of a decision. Streams belong to ids and draw numbers, so the result
/// depends neither on the order of needs and alternatives nor on the number of threads, and the
/// same draws follow a dragged slider. Cells that share doubt (SharedDoubt) are drawn from normals
/// with a common part: z = √(1 − s)·z_own + √s·z_common, a Gaussian copula. Many light-tailed cells
/// of one alternative are drawn together as the normal that their sum practically is. Immutable;
/// drawing is thread-safe.
class Sampler
{
public:
    Sampler(const Decision &decision, const ScoreTable &table,
            Uncertain uncertain = Uncertain::ratingsAndWeights);

    /// Indices of the needs that carry weight; a row of Block::weights each.
    [[nodiscard]] const std::vector<std::size_t> &needs() const { return m_needs; }

    /// kBlockDraws draws. Reuse one block per thread.
    struct Block {
        std::vector<float> weights; ///< row by need
        std::vector<float> values;  ///< row by alternative
        std::vector<float> scratch;

        [[nodiscard]] const float *valuesOf(std::size_t alternative) const
        {
            return values.data() + alternative * kBlockDraws;
        }
        [[nodiscard]] const float *weightsOf(std::size_t row) const
        {
            return weights.data() + row * kBlockDraws;
        }
    };
    /// Draws `first` … `first + kBlockDraws − 1`; `first` is a multiple of kBlockDraws.
    void draw(std::uint64_t first, Block &block) const;
    /// Values of the same draws at the given weights instead (one for each row).
    void drawAtWeights(std::uint64_t first, const std::vector<double> &weights, Block &block) const;

private:
    /// A cell that is drawn by itself.
    struct Cell {
        std::size_t row = 0;
        std::uint64_t key = 0;
        float scale = 0;
        std::optional<std::size_t> table; ///< nullopt: the normal itself
        SharedDoubt shared = SharedDoubt::none;
        std::uint64_t runKey = 0; ///< of the normal common to the run
        float ownRoot = 1;        ///< √(1 − s)
        float sharedRoot = 0;     ///< √s
    };
    struct Alternative {
        std::vector<float> centres; ///< by row
        std::vector<Cell> cells;
        /// Of m_variances: its light-tailed cells, drawn as one normal.
        std::optional<std::size_t> collapsed;
        std::uint64_t key = 0;          ///< of that normal
        std::uint64_t judgementKey = 0; ///< of the normal common to its judged ratings
        bool hasCommonJudgement = false;
        std::vector<float> commonScales; ///< of collapsed cells, by row: what they share
    };

    void addAlternative(const Decision &decision, std::size_t index, Uncertain uncertain);
    void addCell(const Decision &decision, std::size_t index, std::size_t row,
                 const UncertainCell &uncertain, Alternative &alternative);
    void collapse(const std::vector<UncertainCell> &cells, Alternative &alternative);
    [[nodiscard]] std::optional<std::size_t> tableFor(DrawKind kind);
    void prepare(Block &block) const;
    void addValues(std::uint64_t first, Block &block) const;
    void addCells(std::uint64_t first, const Alternative &alternative, Block &block,
                  float *values) const;

    std::vector<std::size_t> m_needs;
    std::vector<float> m_shares;
    std::optional<WeightDraws> m_weights; ///< nullopt: they stay as set
    std::vector<Alternative> m_alternatives;
    /// By kind; those of single cells that reach a plateau have none.
    std::vector<std::pair<std::optional<DrawKind>, QuantileTable>> m_tables;
    std::vector<std::vector<float>> m_variances; ///< of collapsed cells, by row
};

} // namespace weighbridge::decision
