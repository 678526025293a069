// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/end_labels.h"

#include <algorithm>
#include <numeric>

namespace weighbridge::charts
{

std::vector<double> spreadLabels(const std::vector<double> &wanted, double gap, double low,
                                 double high)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    std::vector<double> placed = wanted;
    // Down, so that none overlaps the one above; then up from the lower edge.
    double next = low;
    for (const std::size_t i : order) {
        placed[i] = std::max(placed[i], next);
        next = placed[i] + gap;
    }
    double limit = high;
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        placed[*it] = std::min(placed[*it], limit);
        limit = placed[*it] - gap;
    }
    return placed;
}

} // namespace weighbridge::charts
