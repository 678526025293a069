// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

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

/// "Use both" of a decision: its parts, what each would take, and what a second language may cost.
struct SplitView {
    struct PartView {
        std::size_t part = 0;       ///< index into Decision::parts
        std::vector<double> scores; ///< of each alternative under this part's weights
        std::size_t choice = 0;     ///< in the best split
        bool operator==(const PartView &) const = default;
    };
    std::vector<PartView> parts;
    std::size_t single = 0; ///< best alternative for all parts together
    double singleValue = 0;
    double splitValue = 0;               ///< after the cost of further languages
    std::size_t languages = 1;           ///< in the best split
    std::optional<double> breakEvenCost; ///< see Split
    std::vector<QString> conditions; ///< what must hold for it to pay, and what speaks against it
    QString sentence;                ///< "A second language pays only if its cost stays below 0.31"
    bool operator==(const SplitView &) const = default;
};

/// Nullopt where the decision has no parts with weights or fewer than two alternatives.
[[nodiscard]] std::optional<SplitView> splitView(const Decision &decision);

} // namespace weighbridge::decision
