// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/sampler.h"

#include "core/decision/distributions.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

namespace
{

using Shape = DrawKind::Shape;

UncertainCell uncertainCell(const Rating &rating, Doubt doubt)
{
    UncertainCell cell;
    if (!rating.level) {
        cell.kind = DrawKind{Shape::uniform, 0};
        cell.centre = (kLowestLevel + kHighestLevel) / 2;
        cell.scale = (kHighestLevel - kLowestLevel) / 2;
        return cell;
    }
    cell.centre = *rating.level;
    const Spread &spread = rating.spread;
    switch (spread.kind) {
    case Spread::Kind::byDoubt:
        cell.scale = ratingHalfWidth(doubt);
        cell.kind = DrawKind{Shape::triangular, 0};
        break;
    case Spread::Kind::triangular:
        cell.scale = spread.halfWidth;
        cell.kind = DrawKind{Shape::triangular, 0};
        break;
    case Spread::Kind::studentT:
        cell.scale = spread.standardError;
        cell.kind = spread.degreesOfFreedom > 0 ? DrawKind{Shape::studentT, spread.degreesOfFreedom}
                                                : DrawKind{Shape::normal, 0};
        break;
    }
    if (cell.scale <= 0)
        cell.kind.reset();
    return cell;
}

} // namespace

double UncertainCell::variance() const
{
    if (!kind)
        return 0;
    const double square = scale * scale;
    const int df = kind->degreesOfFreedom;
    switch (kind->shape) {
    case Shape::triangular:
        return square / 6;
    case Shape::uniform:
        return square / 3;
    case Shape::studentT:
        return df > 2 ? square * df / (df - 2) : square;
    default:
        return square;
    }
}

Sampler::Stream Sampler::stream(DrawKind kind, std::uint64_t key)
{
    return {kind, key, keptDraws(kind, key)};
}

const float *Sampler::Stream::draws(std::uint64_t first, std::size_t count, float *scratch) const
{
    if (first + count <= kept->size())
        return kept->data() + first;
    fillStandardDraws(kind, key, first, count, scratch);
    return scratch;
}

Sampler::Sampler(const Decision &decision, const ScoreTable &table, Uncertain uncertain)
    : m_alternatives(table.alternatives)
{
    const double concentration = weightConcentration(decision.doubt);
    for (std::size_t k = 0; k < table.needs; ++k) {
        if (table.shares[k] <= 0)
            continue;
        m_needs.push_back(k);
        m_shares.push_back(table.shares[k]);
        m_shapes.push_back(concentration * table.shares[k]);
    }
    m_fixedWeights = m_needs.size() < 2 || uncertain == Uncertain::ratings;
    for (const std::size_t k : m_needs) {
        const Need &need = decision.needs[k];
        if (!m_fixedWeights) {
            const std::uint64_t key = streamKey(decision.seed, need.id);
            m_weightStreams.push_back({stream({Shape::normal, 0}, key),
                                       stream({Shape::acceptance, 0}, key),
                                       stream({Shape::logUniform, 0}, key)});
        }
        for (std::size_t i = 0; i < m_alternatives; ++i) {
            UncertainCell cell = uncertainCell(need.ratings[i], decision.doubt);
            if (uncertain == Uncertain::weights)
                cell.kind.reset();
            m_cellStreams.push_back(cell.kind
                                        ? stream(*cell.kind, streamKey(decision.seed, need.id,
                                                                       decision.alternatives[i].id))
                                        : Stream{});
            m_cells.push_back(cell);
        }
    }
}

void Sampler::drawGammas(std::size_t row, std::uint64_t first, Block &block) const
{
    // Marsaglia & Tsang as in gammaVariate, but from draws at hand.
    const WeightStreams &streams = m_weightStreams[row];
    float *scratch = block.scratch.data();
    const float *normal = streams.normal.draws(first, block.count, scratch);
    const float *acceptance = streams.acceptance.draws(first, block.count, scratch + kBlockDraws);
    const float *boost = streams.boost.draws(first, block.count, scratch + 2 * kBlockDraws);
    const double shape = m_shapes[row];
    const double inverseShape = 1 / shape;
    const double d = shape + 1 - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    double *weights = block.weights.data() + row * block.count;
    for (std::size_t b = 0; b < block.count; ++b) {
        const double z = normal[b];
        const double root = 1 + c * z;
        const double v = root * root * root;
        const double squared = z * z;
        const double u = acceptance[b];
        const bool accepted = root > 0 && (u < 1 - 0.0331 * squared * squared ||
                                           std::log(u) < 0.5 * squared + d * (1 - v + std::log(v)));
        if (accepted) {
            weights[b] = d * v * std::exp(boost[b] * inverseShape);
        } else {
            RandomStream stream(mixBits(streams.normal.key), first + b);
            weights[b] = gammaVariate(shape, stream);
        }
    }
}

void Sampler::drawWeights(std::uint64_t first, Block &block) const
{
    const std::size_t rows = m_needs.size();
    block.weights.resize(rows * block.count);
    if (m_fixedWeights) {
        for (std::size_t row = 0; row < rows; ++row)
            std::fill_n(block.weights.begin() + static_cast<std::ptrdiff_t>(row * block.count),
                        block.count, m_shares[row]);
        return;
    }
    std::vector<double> sums(block.count, 0.0);
    for (std::size_t row = 0; row < rows; ++row) {
        drawGammas(row, first, block);
        for (std::size_t b = 0; b < block.count; ++b)
            sums[b] += block.weightsOf(row)[b];
    }
    for (std::size_t row = 0; row < rows; ++row) {
        double *weights = block.weights.data() + row * block.count;
        for (std::size_t b = 0; b < block.count; ++b) // all may underflow at tiny shapes
            weights[b] = sums[b] > 0 ? weights[b] / sums[b] : m_shares[row];
    }
}

void Sampler::addValues(std::uint64_t first, Block &block) const
{
    block.values.assign(m_alternatives * block.count, 0.0);
    for (std::size_t row = 0; row < m_needs.size(); ++row) {
        const double *weights = block.weightsOf(row);
        for (std::size_t i = 0; i < m_alternatives; ++i) {
            const UncertainCell &each = cell(row, i);
            double *values = block.values.data() + i * block.count;
            if (!each.kind) {
                for (std::size_t b = 0; b < block.count; ++b)
                    values[b] += weights[b] * each.centre;
                continue;
            }
            const float *draws = m_cellStreams[row * m_alternatives + i].draws(
                first, block.count, block.scratch.data());
            const double centre = each.centre;
            const double scale = each.scale;
            for (std::size_t b = 0; b < block.count; ++b)
                values[b] += weights[b] * (centre + scale * static_cast<double>(draws[b]));
        }
    }
}

void Sampler::draw(std::uint64_t first, std::size_t count, Block &block) const
{
    Q_ASSERT(count <= kBlockDraws);
    block.count = count;
    block.scratch.resize(3 * kBlockDraws);
    drawWeights(first, block);
    addValues(first, block);
}

void Sampler::drawAtWeights(std::uint64_t first, std::size_t count,
                            const std::vector<double> &weights, Block &block) const
{
    Q_ASSERT(count <= kBlockDraws && weights.size() == m_needs.size());
    block.count = count;
    block.scratch.resize(3 * kBlockDraws);
    block.weights.resize(m_needs.size() * count);
    for (std::size_t row = 0; row < m_needs.size(); ++row)
        std::fill_n(block.weights.begin() + static_cast<std::ptrdiff_t>(row * count), count,
                    weights[row]);
    addValues(first, block);
}

} // namespace weighbridge::decision
