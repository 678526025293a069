// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/sampling/sampler.h"

#include "core/decision/sampling/random_stream.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

namespace
{

using Shape = DrawKind::Shape;

/// From this many light-tailed cells on, their weighted sum is drawn as the normal it practically
/// is: the excess kurtosis of a sum of n triangulars is −0.6/n, which moves a chance by less than
/// 0.002, below the Monte Carlo error of 10⁴ draws.
constexpr std::ptrdiff_t kCollapseFrom = 12;

/// Rows of scratch: normals, what is drawn from them, two common parts.
constexpr std::size_t kScratchRows = 4;

bool isDrawn(const Rating &rating, Uncertain uncertain)
{
    switch (uncertain) {
    case Uncertain::weights:
        return false;
    case Uncertain::measured:
        return rating.spread.kind == Spread::Kind::studentT;
    default:
        return true;
    }
}

} // namespace

Sampler::Sampler(const Decision &decision, const ScoreTable &table, Uncertain uncertain)
{
    for (std::size_t k = 0; k < table.needs; ++k) {
        if (table.shares[k] <= 0)
            continue;
        m_needs.push_back(k);
        m_shares.push_back(static_cast<float>(table.shares[k]));
    }
    const bool drawsWeights =
        uncertain == Uncertain::ratingsAndWeights || uncertain == Uncertain::weights;
    if (m_needs.size() > 1 && drawsWeights)
        m_weights = WeightDraws(decision, table, m_needs);
    for (std::size_t i = 0; i < table.alternatives; ++i)
        addAlternative(decision, i, uncertain);
}

void Sampler::addAlternative(const Decision &decision, std::size_t index, Uncertain uncertain)
{
    Alternative alternative;
    const QString &id = decision.alternatives[index].id;
    alternative.key = streamKey(decision.seed, {}, id);
    alternative.judgementKey = streamKey(decision.seed, id, u"judgement");
    std::vector<UncertainCell> cells;
    for (const std::size_t k : m_needs) {
        UncertainCell &cell = cells.emplace_back(uncertainCell(decision, k, index));
        if (!isDrawn(decision.needs[k].ratings[index], uncertain))
            cell.kind.reset();
        // On a plateau the table of the cell holds centre and all.
        const bool inTable = cell.kind && cell.reachesPlateau();
        alternative.centres.push_back(inTable ? 0 : static_cast<float>(cell.level()));
        alternative.hasCommonJudgement =
            alternative.hasCommonJudgement ||
            (cell.kind && cell.shared == SharedDoubt::alternative && cell.sharedPart > 0);
    }
    collapse(cells, alternative);
    for (std::size_t row = 0; row < cells.size(); ++row) {
        if (cells[row].kind && !(alternative.collapsed && cells[row].isLightTailed()))
            addCell(decision, index, row, cells[row], alternative);
    }
    m_alternatives.push_back(std::move(alternative));
}

void Sampler::addCell(const Decision &decision, std::size_t index, std::size_t row,
                      const UncertainCell &uncertain, Alternative &alternative)
{
    const Need &need = decision.needs[m_needs[row]];
    Cell cell;
    cell.row = row;
    cell.key = streamKey(decision.seed, need.id, decision.alternatives[index].id);
    cell.shared = uncertain.sharedPart > 0 ? uncertain.shared : SharedDoubt::none;
    if (cell.shared == SharedDoubt::run)
        cell.runKey = streamKey(decision.seed, need.id, need.ratings[index].source.run);
    if (cell.shared != SharedDoubt::none) {
        cell.ownRoot = static_cast<float>(std::sqrt(1 - uncertain.sharedPart));
        cell.sharedRoot = static_cast<float>(std::sqrt(uncertain.sharedPart));
    }
    if (uncertain.reachesPlateau()) {
        const auto base = tableFor(*uncertain.kind);
        const QuantileTable table = base ? m_tables[*base].second : QuantileTable::normal();
        cell.scale = 1;
        cell.table = m_tables.size();
        m_tables.emplace_back(std::nullopt, table.heldWithin(uncertain.centre, uncertain.scale,
                                                             kLowestLevel, kHighestLevel));
    } else {
        cell.scale = static_cast<float>(uncertain.scale);
        cell.table = tableFor(*uncertain.kind);
    }
    alternative.cells.push_back(cell);
}

void Sampler::collapse(const std::vector<UncertainCell> &cells, Alternative &alternative)
{
    const auto light = std::count_if(
        cells.begin(), cells.end(), [](const UncertainCell &each) { return each.isLightTailed(); });
    if (light < kCollapseFrom)
        return;
    std::vector<float> variances;
    for (const UncertainCell &cell : cells) {
        const double variance = cell.isLightTailed() ? cell.variance() : 0;
        const double shared = cell.shared == SharedDoubt::alternative ? cell.sharedPart : 0;
        variances.push_back(static_cast<float>((1 - shared) * variance));
        alternative.commonScales.push_back(static_cast<float>(std::sqrt(shared * variance)));
    }
    // Alternatives that are judged alike share the work.
    const auto known = std::find(m_variances.begin(), m_variances.end(), variances);
    alternative.collapsed = static_cast<std::size_t>(known - m_variances.begin());
    if (known == m_variances.end())
        m_variances.push_back(std::move(variances));
}

std::optional<std::size_t> Sampler::tableFor(DrawKind kind)
{
    if (kind.shape == Shape::normal)
        return std::nullopt;
    const auto known = std::find_if(m_tables.begin(), m_tables.end(),
                                    [&](const auto &each) { return each.first == kind; });
    const auto index = static_cast<std::size_t>(known - m_tables.begin());
    if (known == m_tables.end())
        m_tables.emplace_back(kind, kind.shape == Shape::triangular ? QuantileTable::triangular()
                                    : kind.shape == Shape::uniform
                                        ? QuantileTable::uniform()
                                        : QuantileTable::studentT(kind.degreesOfFreedom));
    return index;
}

void Sampler::prepare(Block &block) const
{
    block.weights.resize(m_needs.size() * kBlockDraws);
    block.values.resize(m_alternatives.size() * kBlockDraws);
    block.scratch.resize((kScratchRows + m_variances.size()) * kBlockDraws);
}

void Sampler::addCells(std::uint64_t first, const Alternative &alternative, Block &block,
                       float *values) const
{
    float *normals = block.scratch.data();
    float *drawn = normals + kBlockDraws;
    float *judgement = drawn + kBlockDraws;
    float *drift = judgement + kBlockDraws;
    for (const Cell &cell : alternative.cells) {
        fillNormals(cell.key, first, normals);
        if (cell.shared == SharedDoubt::run)
            fillNormals(cell.runKey, first, drift);
        if (cell.shared != SharedDoubt::none)
            mix(normals, cell.ownRoot, cell.shared == SharedDoubt::run ? drift : judgement,
                cell.sharedRoot);
        if (cell.table)
            m_tables[*cell.table].second.apply(normals, drawn);
        addProduct(block.weightsOf(cell.row), cell.table ? drawn : normals, cell.scale, values);
    }
}

void Sampler::addValues(std::uint64_t first, Block &block) const
{
    float *normals = block.scratch.data();
    float *drawn = normals + kBlockDraws;
    float *judgement = drawn + kBlockDraws;
    float *variances = normals + kScratchRows * kBlockDraws;
    std::fill_n(variances, m_variances.size() * kBlockDraws, 0.0F);
    for (std::size_t column = 0; column < m_variances.size(); ++column)
        addWeightedSquares(block.weights.data(), m_variances[column].data(), m_needs.size(),
                           variances + column * kBlockDraws);
    std::fill(block.values.begin(), block.values.end(), 0.0F);
    for (std::size_t i = 0; i < m_alternatives.size(); ++i) {
        const Alternative &alternative = m_alternatives[i];
        float *values = block.values.data() + i * kBlockDraws;
        addWeighted(block.weights.data(), alternative.centres.data(), m_needs.size(), values);
        if (alternative.hasCommonJudgement)
            fillNormals(alternative.judgementKey, first, judgement);
        addCells(first, alternative, block, values);
        if (!alternative.collapsed)
            continue;
        fillNormals(alternative.key, first, normals);
        addRootProduct(variances + *alternative.collapsed * kBlockDraws, normals, values);
        if (!alternative.hasCommonJudgement)
            continue;
        std::fill_n(drawn, kBlockDraws, 0.0F);
        addWeighted(block.weights.data(), alternative.commonScales.data(), m_needs.size(), drawn);
        addProduct(drawn, judgement, 1, values);
    }
}

void Sampler::draw(std::uint64_t first, Block &block) const
{
    Q_ASSERT(first % kBlockDraws == 0);
    prepare(block);
    if (m_weights) {
        m_weights->draw(first, block.weights.data(), block.scratch.data());
    } else {
        for (std::size_t row = 0; row < m_needs.size(); ++row)
            std::fill_n(block.weights.data() + row * kBlockDraws, kBlockDraws, m_shares[row]);
    }
    addValues(first, block);
}

void Sampler::drawAtWeights(std::uint64_t first, const std::vector<double> &weights,
                            Block &block) const
{
    Q_ASSERT(first % kBlockDraws == 0 && weights.size() == m_needs.size());
    prepare(block);
    for (std::size_t row = 0; row < m_needs.size(); ++row)
        std::fill_n(block.weights.data() + row * kBlockDraws, kBlockDraws,
                    static_cast<float>(weights[row]));
    addValues(first, block);
}

} // namespace weighbridge::decision
