// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/editor.h"

#include <algorithm>
#include <numeric>

namespace weighbridge::weighing
{

std::vector<std::size_t> needsByWeight(const decision::Decision &decision)
{
    std::vector<std::size_t> order(decision.needs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto weight = [&](std::size_t k) { return decision.needs[k].weight; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return weight(a) > weight(b); });
    if (!order.empty() && weight(order.front()) > 0)
        std::erase_if(order, [&](std::size_t k) { return weight(k) <= 0; });
    return order;
}

} // namespace weighbridge::weighing
