// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/scoring.h"
#include "core/decision/standard_draws.h"

#include <optional>

namespace weighbridge::decision
{

/// A rating as a random value: centre + scale × a standard draw.
struct UncertainCell {
    std::optional<DrawKind> kind; ///< nullopt: known exactly
    double centre = 0;
    double scale = 0;

    /// Below three degrees of freedom Student's t has no variance; the normal's stands in.
    [[nodiscard]] double variance() const;
};

[[nodiscard]] UncertainCell uncertainCell(const Rating &rating, Doubt doubt);

/// What is to be drawn; the rest stays as it is set.
enum class Uncertain {
    ratingsAndWeights,
    ratings,
    weights,
    measured, ///< only measured ratings: what more rounds would change
};

/// Draws ratings and weights of a decision: judged cells triangular, unknown cells uniform between
/// the anchors, measured cells Student-t, weights Dirichlet(κ·w̄) where a weight of 0 stays 0.
/// Streams belong to ids and draw numbers, so the result depends neither on the order of needs and
/// alternatives nor on the number of threads. Many light-tailed cells of one alternative are drawn
/// together as the normal that their sum practically is. Immutable; drawing is thread-safe.
class Sampler
{
public:
    Sampler(const Decision &decision, const ScoreTable &table,
            Uncertain uncertain = Uncertain::ratingsAndWeights);

    [[nodiscard]] std::size_t alternatives() const { return m_alternatives; }
    /// Indices of the needs that carry weight; a row of Block::weights each.
    [[nodiscard]] const std::vector<std::size_t> &needs() const { return m_needs; }
    [[nodiscard]] double share(std::size_t row) const { return m_shares[row]; }
    [[nodiscard]] const UncertainCell &cell(std::size_t row, std::size_t alternative) const
    {
        return m_cells[row * m_alternatives + alternative];
    }
    /// One need carries all the weight, or the weights were asked to stay.
    [[nodiscard]] bool hasFixedWeights() const { return m_fixedWeights; }

    static constexpr std::size_t kBlockDraws = 512;

    /// Draws `first` … `first + count − 1`, count ≤ kBlockDraws. Row-major: weights need × draw,
    /// values alternative × draw. Reuse one Block per thread.
    struct Block {
        std::size_t count = 0;
        std::vector<double> weights;
        std::vector<double> values;
        std::vector<float> scratch;

        [[nodiscard]] const double *valuesOf(std::size_t alternative) const
        {
            return values.data() + alternative * count;
        }
        [[nodiscard]] const double *weightsOf(std::size_t row) const
        {
            return weights.data() + row * count;
        }
    };
    void draw(std::uint64_t first, std::size_t count, Block &block) const;

    /// Values of the same draws at the given weights instead (one for each row).
    void drawAtWeights(std::uint64_t first, std::size_t count, const std::vector<double> &weights,
                       Block &block) const;

private:
    /// A stream with its first draws at hand.
    struct Stream {
        DrawKind kind;
        std::uint64_t key = 0;
        std::shared_ptr<const std::vector<float>> kept;

        [[nodiscard]] const float *draws(std::uint64_t first, std::size_t count,
                                         float *scratch) const;
    };
    struct WeightStreams {
        Stream normal;
        Stream acceptance;
        Stream boost;
    };

    /// The light-tailed cells of one alternative, drawn as one normal.
    struct Collapsed {
        std::size_t column = 0; ///< of m_variances
        Stream stream;
    };

    static Stream stream(DrawKind kind, std::uint64_t key);
    void collapse(const Decision &decision);
    void addCellStreams(const Decision &decision);
    void addCollapsed(std::uint64_t first, Block &block) const;
    void drawGammas(std::size_t row, std::uint64_t first, Block &block) const;
    void drawWeights(std::uint64_t first, Block &block) const;
    void addValues(std::uint64_t first, Block &block) const;

    std::size_t m_alternatives = 0;
    bool m_fixedWeights = false;
    std::vector<std::size_t> m_needs;
    std::vector<double> m_shares;
    std::vector<double> m_shapes;
    std::vector<WeightStreams> m_weightStreams;
    std::vector<UncertainCell> m_cells;
    std::vector<Stream> m_cellStreams;
    std::vector<std::optional<Collapsed>> m_collapsed; ///< of each alternative
    std::vector<std::vector<double>> m_variances;      ///< of the collapsed cells, by row
};

} // namespace weighbridge::decision
