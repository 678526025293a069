// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/outlook.h"

#include <algorithm>

namespace weighbridge::knowledge
{

using namespace decision;

Outlook outlookOf(const Decision &decision)
{
    Outlook outlook;
    outlook.table = scoreTable(decision);
    outlook.scores = scores(outlook.table);
    outlook.leader = soleLeader(outlook.table, outlook.scores);
    return outlook;
}

double bestScore(const Outlook &outlook, std::optional<std::size_t> except)
{
    double best = kLowestLevel;
    for (const std::size_t i : outlook.table.candidates) {
        if (i != except)
            best = std::max(best, outlook.scores[i]);
    }
    return best;
}

double scoreOf(const Outlook &outlook, std::size_t alternative)
{
    const auto &candidates = outlook.table.candidates;
    const bool isIn = std::binary_search(candidates.begin(), candidates.end(), alternative);
    return isIn ? outlook.scores[alternative] : kLowestLevel;
}

double leadOf(const Outlook &outlook, std::optional<std::size_t> leader)
{
    return leader ? scoreOf(outlook, *leader) - bestScore(outlook, leader) : 0;
}

} // namespace weighbridge::knowledge
