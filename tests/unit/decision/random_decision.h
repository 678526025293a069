// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <random>

namespace weighbridge::decision
{

inline Alternative alternativeNamed(const QString &id, const QString &name)
{
    Alternative alternative;
    alternative.id = id;
    alternative.name = name;
    alternative.series = id;
    return alternative;
}

/// A sound table of `alternatives` × `needs` without numbers.
inline Decision emptyDecision(int alternatives, int needs)
{
    Decision decision;
    for (int i = 0; i < alternatives; ++i) {
        const QString id = QStringLiteral("a%1").arg(i);
        decision.alternatives.push_back(
            alternativeNamed(id, QStringLiteral("Alternative %1").arg(i)));
    }
    for (int k = 0; k < needs; ++k) {
        Need need;
        need.id = QStringLiteral("n%1").arg(k);
        need.name = QStringLiteral("Need %1").arg(k);
        need.ratings.resize(decision.alternatives.size());
        for (Rating &rating : need.ratings)
            rating.level = 3;
        need.weight = 1;
        decision.needs.push_back(std::move(need));
    }
    return decision;
}

/// Fills whole weights 0–10 and half-step levels; at least one weight is not 0.
inline void fillAtRandom(Decision &decision, std::mt19937_64 &random)
{
    std::uniform_int_distribution<int> weight(0, 10);
    std::uniform_int_distribution<int> halfSteps(2, 10);
    for (Need &need : decision.needs) {
        need.weight = weight(random);
        for (Rating &rating : need.ratings)
            rating.level = 0.5 * halfSteps(random);
    }
    decision.needs.front().weight += decision.needs.front().weight < 1 ? 1 : 0;
}

} // namespace weighbridge::decision
