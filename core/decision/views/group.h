// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <optional>
#include <vector>

namespace weighbridge::decision
{

/// What one person's weights say.
struct PersonView {
    std::size_t person = 0;            ///< index into Decision::people
    std::vector<double> shares;        ///< parallel to needs; all 0 where the person has no weights
    std::vector<double> scores;        ///< parallel to alternatives
    std::optional<std::size_t> leader; ///< none where the weights are all 0 or it is a tie
    bool operator==(const PersonView &) const = default;
};

/// How far the group is apart on one need; shares of the total weight.
struct Disagreement {
    std::size_t need = 0;
    double least = 0;
    double greatest = 0;
    bool operator==(const Disagreement &) const = default;
};

/// Each person's winner and where they agree, before any averaging.
struct GroupView {
    std::vector<PersonView> people;
    std::vector<std::size_t> votes; ///< people led by each alternative, parallel to alternatives
    std::vector<Disagreement> disagreements; ///< widest first
    std::vector<double> commonShares;        ///< arithmetic mean of the shares by influence
    std::vector<double> commonScores;
    std::optional<std::size_t> commonLeader;
    QString sentence; ///< "4 of 5 have Go first; …"
    bool operator==(const GroupView &) const = default;
};

[[nodiscard]] GroupView groupView(const Decision &decision);

} // namespace weighbridge::decision
