// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/standard_draws.h"

#include "core/decision/distributions.h"

#include <cmath>
#include <mutex>
#include <unordered_map>

namespace weighbridge::decision
{

namespace
{

constexpr std::size_t kKeptStreams = 1024;

/// Streams of different kinds under one key must differ.
std::uint64_t kindKey(DrawKind kind, std::uint64_t key)
{
    const auto salt = static_cast<std::uint64_t>(kind.shape) * 1024 +
                      static_cast<std::uint64_t>(kind.degreesOfFreedom);
    return mixBits(key ^ (salt * 0x9e3779b97f4a7c15U));
}

float standardDraw(DrawKind kind, RandomStream &stream)
{
    double value = 0;
    switch (kind.shape) {
    case DrawKind::Shape::triangular:
        value = standardTriangular(stream.uniform());
        break;
    case DrawKind::Shape::uniform:
        value = 2 * stream.uniform() - 1;
        break;
    case DrawKind::Shape::normal:
        value = stream.normal();
        break;
    case DrawKind::Shape::studentT:
        value = studentT(kind.degreesOfFreedom, stream);
        break;
    case DrawKind::Shape::acceptance:
        value = stream.uniform();
        break;
    case DrawKind::Shape::logUniform:
        value = std::log(stream.uniform());
        break;
    }
    return static_cast<float>(value);
}

} // namespace

void fillStandardDraws(DrawKind kind, std::uint64_t key, std::uint64_t first, std::size_t count,
                       float *target)
{
    const std::uint64_t salted = kindKey(kind, key);
    for (std::size_t d = 0; d < count; ++d) {
        RandomStream stream(salted, first + d);
        target[d] = standardDraw(kind, stream);
    }
}

std::shared_ptr<const std::vector<float>> keptDraws(DrawKind kind, std::uint64_t key)
{
    static std::mutex mutex;
    static std::unordered_map<std::uint64_t, std::shared_ptr<const std::vector<float>>> kept;
    const std::uint64_t salted = kindKey(kind, key);
    {
        const std::lock_guard lock(mutex);
        if (const auto found = kept.find(salted); found != kept.end())
            return found->second;
    }
    auto draws = std::make_shared<std::vector<float>>(kKeptDraws);
    fillStandardDraws(kind, key, 0, kKeptDraws, draws->data());
    const std::lock_guard lock(mutex);
    if (kept.size() >= kKeptStreams)
        kept.clear();
    return kept.emplace(salted, std::move(draws)).first->second;
}

} // namespace weighbridge::decision
