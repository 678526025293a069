// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/split.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <cstdint>

namespace weighbridge::decision
{

namespace
{

/// The best choice of each component within a set of languages.
Split assign(const std::vector<Component> &components, double shareSum, std::uint32_t languages)
{
    Split split;
    std::uint32_t used = 0;
    for (const Component &component : components) {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < component.scores.size(); ++i) {
            const bool allowed = (languages >> i & 1U) != 0;
            if (allowed && (!best || component.scores[i] > component.scores[*best]))
                best = i;
        }
        split.choice.push_back(*best);
        split.value += component.shareOfLoad / shareSum * component.scores[*best];
        used |= 1U << *best;
    }
    split.languages = static_cast<std::size_t>(std::popcount(used));
    return split;
}

} // namespace

std::optional<Split> bestSplit(const std::vector<Component> &components,
                               double costOfFurtherLanguage)
{
    constexpr std::size_t kGreatestCount = 16;
    double shareSum = 0;
    for (const Component &component : components)
        shareSum += component.shareOfLoad;
    if (components.empty() || components.front().scores.empty() || shareSum <= 0)
        return std::nullopt;
    const std::size_t count = components.front().scores.size();
    Q_ASSERT(count <= kGreatestCount);

    std::optional<Split> best;
    std::vector<double> bestByCount(count + 1, 0.0);
    std::vector<bool> seen(count + 1, false);
    for (std::uint32_t languages = 1; languages < (1U << count); ++languages) {
        Split split = assign(components, shareSum, languages);
        const std::size_t used = split.languages;
        if (!seen[used] || split.value > bestByCount[used])
            bestByCount[used] = split.value;
        seen[used] = true;
        split.value -= costOfFurtherLanguage * static_cast<double>(used - 1);
        const bool better = !best || split.value > best->value ||
                            (split.value == best->value && used < best->languages);
        if (better)
            best = std::move(split);
    }
    const double bestSingle = bestByCount[1];
    for (std::size_t used = 2; used <= count; ++used) {
        if (!seen[used] || bestByCount[used] <= bestSingle)
            continue;
        const double cost = (bestByCount[used] - bestSingle) / static_cast<double>(used - 1);
        best->breakEvenCost = std::max(best->breakEvenCost.value_or(0), cost);
    }
    return best;
}

} // namespace weighbridge::decision
