// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"
#include "core/knowledge/catalogue.h"

/// A project that starts from the questions.
inline weighbridge::decision::Decision languagesWithoutNeeds()
{
    weighbridge::decision::Decision decision = weighbridge::knowledge::builtInCatalogue().languages;
    decision.needs.clear();
    return decision;
}

inline weighbridge::decision::Decision
answered(const weighbridge::decision::Decision &decision,
         const std::vector<weighbridge::decision::Answer> &answers)
{
    auto result = weighbridge::knowledge::withAnswers(
        decision, weighbridge::knowledge::builtInCatalogue(), answers);
    Q_ASSERT_X(result.hasValue(), "answered", qPrintable(result.error().message()));
    return std::move(result).value();
}

inline std::optional<std::size_t> leaderOf(const weighbridge::decision::Decision &decision)
{
    const auto table = weighbridge::decision::scoreTable(decision);
    return weighbridge::decision::soleLeader(table, weighbridge::decision::scores(table));
}
