// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/tiers.h"

#include "core/decision/views/evidence_share.h"

#include <algorithm>

namespace weighbridge::decision
{

void addTiers(Analysis &analysis)
{
    const auto dominates = [&](std::size_t a, std::size_t b) {
        const auto &pairs = analysis.dominance;
        return std::find(pairs.begin(), pairs.end(), std::pair(a, b)) != pairs.end();
    };
    std::vector<std::size_t> left = analysis.order;
    for (int tier = 1; !left.empty(); ++tier) {
        std::vector<std::size_t> members;
        std::vector<std::size_t> rest;
        for (const std::size_t i : left) {
            const bool surelyBehind =
                !members.empty() &&
                (analysis.pairwise[left.front()][i] >= kSureOrder ||
                 std::any_of(members.begin(), members.end(),
                             [&](std::size_t member) { return dominates(member, i); }));
            (surelyBehind ? rest : members).push_back(i);
        }
        for (const std::size_t i : members)
            analysis.standings[i].tier = tier;
        left = std::move(rest);
    }
}

namespace
{

/// Name of a language: that of the languages on the shelf, else its id with a capital.
QString languageName(const Decision &decision, const QString &language)
{
    for (const ShelvedComparison &shelved : decision.shelf) {
        for (const Alternative &each : shelved.alternatives) {
            if (each.id == language)
                return each.name;
        }
    }
    return language.left(1).toUpper() + language.mid(1);
}

} // namespace

std::optional<Family> familyOf(const Decision &decision, const ScoreTable &table,
                               const Analysis &analysis)
{
    const QString &language = decision.alternatives[analysis.order.front()].language;
    if (language.isEmpty())
        return std::nullopt;
    Family family;
    family.name = languageName(decision, language);
    std::optional<std::size_t> rival; // the best of the others
    for (const std::size_t i : analysis.order) {
        const bool isMember = decision.alternatives[i].language == language;
        if (!isMember && analysis.standings[i].rank == 1)
            return std::nullopt; // several families lead
        if (!isMember) {
            rival = rival.value_or(i);
            continue;
        }
        family.members.push_back(i);
        family.chanceBest += analysis.standings[i].chanceBest;
    }
    family.chanceBest = std::min(1.0, family.chanceBest); // sums may end a rounding error above
    family.restsOnOpinion =
        rival && isMostlyOpinion(evidenceShare(decision, table, analysis.order.front(), *rival));
    const bool isOneOfSeveral =
        family.members.size() > 1 && family.members.size() < decision.alternatives.size();
    return isOneOfSeveral ? std::optional(std::move(family)) : std::nullopt;
}

} // namespace weighbridge::decision
