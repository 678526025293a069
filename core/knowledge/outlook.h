// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"

namespace weighbridge::knowledge
{

/// A decision as it stands, scored exactly.
struct Outlook {
    decision::ScoreTable table;
    std::vector<double> scores;
    std::optional<std::size_t> leader; ///< empty: nobody alone
};

/// Precondition: firstDefect(decision) is empty.
[[nodiscard]] Outlook outlookOf(const decision::Decision &decision);

/// The best score of those in the running but `except`; nobody scores less than the lowest level.
[[nodiscard]] double bestScore(const Outlook &outlook,
                               std::optional<std::size_t> except = std::nullopt);
/// Who is out is worth no more than the lowest level.
[[nodiscard]] double scoreOf(const Outlook &outlook, std::size_t alternative);
/// Score of `leader` less that of the best other, in levels; 0 without a leader.
[[nodiscard]] double leadOf(const Outlook &outlook, std::optional<std::size_t> leader);

} // namespace weighbridge::knowledge
