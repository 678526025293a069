// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/pairwise_index.h"

#include <algorithm>

namespace weighbridge::decision
{

double winningIndex(const std::vector<double> &differences)
{
    const bool tie = std::all_of(differences.begin(), differences.end(),
                                 [](double difference) { return difference == 0; });
    if (tie)
        return 0.5;
    std::vector<double> positive;
    for (const double difference : differences) {
        if (difference >= 0)
            positive.push_back(difference);
    }
    std::vector<double> share(positive.size() + 1, 0.0);
    share[0] = 1;
    for (const double negative : differences) {
        if (negative >= 0)
            continue;
        for (std::size_t k = 1; k <= positive.size(); ++k)
            share[k] = (positive[k - 1] * share[k] - negative * share[k - 1]) /
                       (positive[k - 1] - negative);
    }
    return 1 - share.back();
}

double winningIndexInOrder(const std::vector<double> &differences)
{
    // The corners of the ordered simplex weight the first k needs equally.
    std::vector<double> means;
    double sum = 0;
    for (const double difference : differences) {
        sum += difference;
        means.push_back(sum / static_cast<double>(means.size() + 1));
    }
    return winningIndex(means);
}

} // namespace weighbridge::decision
