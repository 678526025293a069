// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/sampler.h"

#include "core/decision/distributions.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace weighbridge::decision
{

namespace
{

using Shape = DrawKind::Shape;

/// From this many light-tailed cells on, their weighted sum is drawn as the normal it practically
/// is: the excess kurtosis of a sum of n triangulars is −0.6/n, which moves a chance by less than
/// 0.002, below the Monte Carlo error of 10⁴ draws.
constexpr std::size_t kCollapseFrom = 12;

bool isLightTailed(const UncertainCell &cell)
{
    return cell.kind && cell.kind->shape != Shape::studentT;
}

/// e^x for x ≤ 0 to 2·10⁻⁷, in a form the compiler turns into vector code.
float fastExp(float x)
{
    constexpr float kLog2E = 1.44269504F;
    const float power = std::max(x, -87.0F) * kLog2E;
    const auto whole = static_cast<std::int32_t>(power - 0.5F);
    const float f = (power - static_cast<float>(whole)) * 0.693147181F;
    const float upper =
        1.6666667e-1F + f * (4.1666667e-2F + f * (8.3333333e-3F + f * 1.3888889e-3F));
    const float fraction = 1 + f * (1 + f * (0.5F + f * upper));
    return std::bit_cast<float>((whole + 127) << 23) * fraction;
}

} // namespace

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
    m_fixedWeights =
        m_needs.size() < 2 || uncertain == Uncertain::ratings || uncertain == Uncertain::measured;
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
            const bool measured = need.ratings[i].spread.kind == Spread::Kind::studentT;
            if (uncertain == Uncertain::weights || (uncertain == Uncertain::measured && !measured))
                cell.kind.reset();
            m_cells.push_back(cell);
        }
    }
    collapse(decision);
    addCellStreams(decision);
}

void Sampler::drawGammas(std::size_t row, std::uint64_t first, Block &block) const
{
    // Marsaglia & Tsang as in gammaVariate, but from draws at hand.
    const WeightStreams &streams = m_weightStreams[row];
    float *scratch = block.scratch.data();
    const float *normal = streams.normal.draws(first, block.count, scratch);
    const float *acceptance = streams.acceptance.draws(first, block.count, scratch + kBlockDraws);
    const float *boost = streams.boost.draws(first, block.count, scratch + 2 * kBlockDraws);
    const auto shape = static_cast<float>(m_shapes[row]);
    const float inverseShape = 1 / shape;
    const float d = shape + 1 - 1.0F / 3;
    const float c = 1 / std::sqrt(9 * d);
    float *candidates = scratch + 3 * kBlockDraws;
    for (std::size_t b = 0; b < block.count; ++b) {
        const float root = 1 + c * normal[b];
        candidates[b] = d * root * root * root * fastExp(boost[b] * inverseShape);
    }
    double *weights = block.weights.data() + row * block.count;
    for (std::size_t b = 0; b < block.count; ++b)
        weights[b] = candidates[b];
    for (std::size_t b = 0; b < block.count; ++b) {
        const float squared = normal[b] * normal[b];
        const float root = 1 + c * normal[b];
        if (root > 0 && acceptance[b] < 1 - 0.0331F * squared * squared)
            continue;
        const float v = root * root * root;
        if (root > 0 && std::log(acceptance[b]) < 0.5F * squared + d * (1 - v + std::log(v)))
            continue;
        RandomStream stream(mixBits(streams.normal.key), first + b);
        weights[b] = gammaVariate(m_shapes[row], stream);
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

void Sampler::collapse(const Decision &decision)
{
    const std::size_t rows = m_needs.size();
    for (std::size_t i = 0; i < m_alternatives; ++i) {
        std::vector<double> variances(rows, 0.0);
        std::size_t light = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            if (!isLightTailed(cell(row, i)))
                continue;
            variances[row] = cell(row, i).variance();
            ++light;
        }
        if (light < kCollapseFrom) {
            m_collapsed.push_back({});
            continue;
        }
        // Alternatives that are judged alike share the work.
        const auto known = std::find(m_variances.begin(), m_variances.end(), variances);
        const auto index = static_cast<std::size_t>(known - m_variances.begin());
        if (known == m_variances.end())
            m_variances.push_back(std::move(variances));
        const std::uint64_t key = streamKey(decision.seed, {}, decision.alternatives[i].id);
        m_collapsed.push_back(Collapsed{index, stream({Shape::normal, 0}, key)});
    }
}

void Sampler::addCellStreams(const Decision &decision)
{
    for (std::size_t row = 0; row < m_needs.size(); ++row) {
        for (std::size_t i = 0; i < m_alternatives; ++i) {
            const UncertainCell &each = cell(row, i);
            const bool drawn = each.kind && !(m_collapsed[i] && isLightTailed(each));
            const std::uint64_t key = streamKey(decision.seed, decision.needs[m_needs[row]].id,
                                                decision.alternatives[i].id);
            m_cellStreams.push_back(drawn ? stream(*each.kind, key) : Stream{});
        }
    }
}

void Sampler::addCollapsed(std::uint64_t first, Block &block) const
{
    std::vector<double> deviations(m_variances.size() * block.count, 0.0);
    for (std::size_t column = 0; column < m_variances.size(); ++column) {
        double *sums = deviations.data() + column * block.count;
        for (std::size_t row = 0; row < m_needs.size(); ++row) {
            const double variance = m_variances[column][row];
            const double *weights = block.weightsOf(row);
            for (std::size_t b = 0; b < block.count; ++b)
                sums[b] += variance * weights[b] * weights[b];
        }
        for (std::size_t b = 0; b < block.count; ++b)
            sums[b] = std::sqrt(sums[b]);
    }
    for (std::size_t i = 0; i < m_alternatives; ++i) {
        if (!m_collapsed[i])
            continue;
        const double *deviation = deviations.data() + m_collapsed[i]->column * block.count;
        const float *draws = m_collapsed[i]->stream.draws(first, block.count, block.scratch.data());
        double *values = block.values.data() + i * block.count;
        for (std::size_t b = 0; b < block.count; ++b)
            values[b] += deviation[b] * static_cast<double>(draws[b]);
    }
}

void Sampler::addValues(std::uint64_t first, Block &block) const
{
    block.values.assign(m_alternatives * block.count, 0.0);
    for (std::size_t i = 0; i < m_alternatives; ++i) {
        double *values = block.values.data() + i * block.count;
        for (std::size_t row = 0; row < m_needs.size(); ++row) {
            const double *weights = block.weightsOf(row);
            const UncertainCell &each = cell(row, i);
            const double centre = each.centre;
            if (!each.kind || (m_collapsed[i] && isLightTailed(each))) {
                for (std::size_t b = 0; b < block.count; ++b)
                    values[b] += weights[b] * centre;
                continue;
            }
            const float *draws = m_cellStreams[row * m_alternatives + i].draws(
                first, block.count, block.scratch.data());
            const double scale = each.scale;
            for (std::size_t b = 0; b < block.count; ++b)
                values[b] += weights[b] * (centre + scale * static_cast<double>(draws[b]));
        }
    }
    addCollapsed(first, block);
}

void Sampler::draw(std::uint64_t first, std::size_t count, Block &block) const
{
    Q_ASSERT(count <= kBlockDraws);
    block.count = count;
    block.scratch.resize(4 * kBlockDraws);
    drawWeights(first, block);
    addValues(first, block);
}

void Sampler::drawAtWeights(std::uint64_t first, std::size_t count,
                            const std::vector<double> &weights, Block &block) const
{
    Q_ASSERT(count <= kBlockDraws && weights.size() == m_needs.size());
    block.count = count;
    block.scratch.resize(4 * kBlockDraws);
    block.weights.resize(m_needs.size() * count);
    for (std::size_t row = 0; row < m_needs.size(); ++row)
        std::fill_n(block.weights.begin() + static_cast<std::ptrdiff_t>(row * count), count,
                    weights[row]);
    addValues(first, block);
}

} // namespace weighbridge::decision
