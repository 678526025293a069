// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// A part of the project that may have a language of its own.
struct Component {
    double shareOfLoad = 0;     ///< s_c; normalised over the components
    std::vector<double> scores; ///< V of each alternative under this component's weights
};

/// "Use both": one alternative for each component.
struct Split {
    std::vector<std::size_t> choice; ///< alternative of each component
    std::size_t languages = 0;       ///< how many different ones
    double value = 0;                ///< Σ s_c V − cost·(languages − 1)
    /// κ*: one more language than the best single one pays only below this cost; empty where
    /// more than one language never gains anything.
    std::optional<double> breakEvenCost;
};

/// Best assignment for a cost of each further language, on the scale of the scores. All subsets of
/// alternatives are tried; at most 16 alternatives. Nullopt where there is nothing to assign.
[[nodiscard]] std::optional<Split> bestSplit(const std::vector<Component> &components,
                                             double costOfFurtherLanguage);

} // namespace weighbridge::decision
