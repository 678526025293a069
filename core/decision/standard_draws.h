// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/random_stream.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace weighbridge::decision
{

/// Draws that do not depend on ratings or weights: a dragged slider only shifts and scales them.
struct DrawKind {
    enum class Shape { triangular, uniform, normal, studentT, acceptance, logUniform };

    Shape shape = Shape::normal;
    int degreesOfFreedom = 0; ///< studentT
    bool operator==(const DrawKind &) const = default;
};

/// Draws of one kind are kept in memory up to this number, which is what a slider step needs.
inline constexpr std::size_t kKeptDraws = 10'240;

/// Fills `count` standard draws of stream `key`, from draw number `first` on.
void fillStandardDraws(DrawKind kind, std::uint64_t key, std::uint64_t first, std::size_t count,
                       float *target);

/// The first kKeptDraws of a stream, shared by all decisions. Thread-safe; at most about 40 MiB.
[[nodiscard]] std::shared_ptr<const std::vector<float>> keptDraws(DrawKind kind, std::uint64_t key);

} // namespace weighbridge::decision
