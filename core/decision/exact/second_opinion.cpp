// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/second_opinion.h"

#include "core/decision/exact/promethee.h"
#include "core/decision/model/uncertain_cell.h"
#include "core/decision/model/words.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace weighbridge::decision
{

namespace
{

/// The smallest difference that matters: one level, on logarithmic anchors a doubling.
constexpr double kMatters = 1;

PreferenceFunction preferenceOn(const Decision &decision, const ScoreTable &table, std::size_t need)
{
    constexpr double kSure = 1.96;
    double variance = 0;
    for (const std::size_t i : table.candidates)
        variance += uncertainCell(decision, need, i).variance();
    variance /= static_cast<double>(table.candidates.size());
    PreferenceFunction function;
    function.kind = PreferenceFunction::Kind::linearWithIndifference;
    function.indifference = kSure * std::numbers::sqrt2 * std::sqrt(variance);
    function.preference = std::max(kMatters, function.indifference);
    return function;
}

std::vector<PrometheeCriterion> criteriaOf(const Decision &decision, const ScoreTable &table)
{
    std::vector<PrometheeCriterion> criteria;
    for (std::size_t k = 0; k < table.needs; ++k)
        criteria.push_back({table.weights[k], preferenceOn(decision, table, k), {}});
    return criteria;
}

/// Whose net flow is greatest; none at a tie.
std::optional<std::size_t> leaderOf(const SecondOpinion &opinion, const ScoreTable &table)
{
    return soleLeader(table, opinion.net);
}

/// The need that counts most for `a` against `b` once noise is left out.
std::optional<std::size_t> needThatSpeaksFor(const ScoreTable &table,
                                             const std::vector<PrometheeCriterion> &criteria,
                                             std::size_t a, std::size_t b)
{
    std::optional<std::size_t> strongest;
    double greatest = 0;
    for (std::size_t k = 0; k < table.needs; ++k) {
        const double gap = table.level(k, a) - table.level(k, b);
        const double preference = table.shares[k] * criteria[k].preference.preferenceOf(gap);
        if (preference <= greatest)
            continue;
        greatest = preference;
        strongest = k;
    }
    return strongest;
}

QString sentenceOf(const Decision &decision, const ScoreTable &table, const SecondOpinion &opinion,
                   const std::vector<PrometheeCriterion> &criteria,
                   std::optional<std::size_t> leader)
{
    const auto name = [&](std::size_t i) { return decision.alternatives[i].name; };
    if (!opinion.leader)
        return opinion.agrees
                   ? Words::tr("A second method (PROMETHEE II) agrees: neither is ahead.")
                   : Words::tr(
                         "A second method (PROMETHEE II) does not tell them apart: hardly any "
                         "difference is beyond the noise of the ratings.");
    if (!leader)
        return Words::tr("The scores tie; a second method (PROMETHEE II) has %1 ahead.")
            .arg(name(*opinion.leader));
    if (opinion.agrees)
        return opinion.incomparable
                   ? Words::tr("A second method (PROMETHEE II) agrees: %1 is ahead, though it has "
                               "both greater strengths and greater weaknesses.")
                         .arg(name(*leader))
                   : Words::tr("A second method (PROMETHEE II) agrees: %1 is ahead.")
                         .arg(name(*leader));
    const auto need = needThatSpeaksFor(table, criteria, *opinion.leader, *leader);
    const QString because =
        need ? Words::tr("because small differences do not count there, and the one on %1 does")
                   .arg(decision.needs[*need].name)
             : Words::tr("because small differences do not count there");
    return Words::tr("A second method (PROMETHEE II) disagrees and has %1 ahead, %2.")
        .arg(name(*opinion.leader), because);
}

} // namespace

SecondOpinion secondOpinion(const Decision &decision, const ScoreTable &table,
                            std::optional<std::size_t> leader)
{
    SecondOpinion opinion;
    opinion.net.assign(table.alternatives, 0.0);
    opinion.positive.assign(table.alternatives, 0.0);
    opinion.negative.assign(table.alternatives, 0.0);
    if (table.candidates.size() < 2 || table.weightSum <= 0)
        return opinion;
    std::vector<std::vector<double>> values;
    for (const std::size_t i : table.candidates) {
        std::vector<double> &row = values.emplace_back();
        for (std::size_t k = 0; k < table.needs; ++k)
            row.push_back(table.level(k, i));
    }
    const std::vector<PrometheeCriterion> criteria = criteriaOf(decision, table);
    const PrometheeFlows flows = prometheeFlows(values, criteria);
    for (std::size_t c = 0; c < table.candidates.size(); ++c) {
        opinion.net[table.candidates[c]] = flows.net[c];
        opinion.positive[table.candidates[c]] = flows.positive[c];
        opinion.negative[table.candidates[c]] = flows.negative[c];
    }
    opinion.leader = leaderOf(opinion, table);
    opinion.agrees = opinion.leader == leader;
    if (leader) {
        for (std::size_t c = 0; c < table.candidates.size(); ++c) {
            const auto own = std::find(table.candidates.begin(), table.candidates.end(), *leader);
            const auto place = static_cast<std::size_t>(own - table.candidates.begin());
            opinion.incomparable = opinion.incomparable || flows.areIncomparable(place, c);
        }
    }
    opinion.sentence = sentenceOf(decision, table, opinion, criteria, leader);
    return opinion;
}

} // namespace weighbridge::decision
