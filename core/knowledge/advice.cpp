// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/advice.h"

#include "core/knowledge/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

/// Leads below this share of the leader's score are none.
constexpr double kClearLead = 0.05;
/// The heaviest needs that together have this share of the weight.
constexpr double kMostOfTheWeight = 0.5;

bool isEvidence(const Rating &rating)
{
    return rating.provenance == decision::Provenance::measured ||
           rating.provenance == decision::Provenance::publicBenchmark;
}

/// Names of the heaviest needs if none of them rests on a figure; empty otherwise.
QStringList heavyOpinions(const Decision &decision, const Analysis &analysis)
{
    std::vector<std::size_t> needs(analysis.shares.size());
    std::iota(needs.begin(), needs.end(), std::size_t{0});
    std::stable_sort(needs.begin(), needs.end(), [&](std::size_t a, std::size_t b) {
        return analysis.shares[a] > analysis.shares[b];
    });
    QStringList names;
    double share = 0;
    for (const std::size_t k : needs) {
        if (share >= kMostOfTheWeight || analysis.shares[k] <= 0)
            break;
        const auto &ratings = decision.needs[k].ratings;
        if (std::any_of(ratings.begin(), ratings.end(), isEvidence))
            return {};
        share += analysis.shares[k];
        names << decision.needs[k].name;
    }
    return names;
}

bool hasNoClearWinner(const Analysis &analysis)
{
    if (!analysis.verdict.leader || !analysis.verdict.runnerUp)
        return analysis.verdict.state == VerdictState::tie;
    const double leader = analysis.standings[*analysis.verdict.leader].score;
    const double runnerUp = analysis.standings[*analysis.verdict.runnerUp].score;
    return std::abs(leader - runnerUp) < kClearLead * std::abs(leader);
}

} // namespace

std::vector<Effect> adviceOn(const Decision &decision, const Analysis &analysis,
                             const Catalogue &catalogue)
{
    std::vector<Effect> advice;
    const auto say = [&](const Rule *rule, const QString &sentence = {}) {
        if (!rule || !isOn(decision, *rule))
            return;
        Effect effect;
        effect.kind = Effect::Kind::advice;
        effect.origin = rule->id;
        effect.source = rule->source;
        effect.sentence = sentence.isEmpty() ? rule->text + QLatin1Char('.') : sentence;
        advice.push_back(std::move(effect));
    };
    for (const Rule &rule : catalogue.rules) {
        if (std::any_of(rule.compares.begin(), rule.compares.end(),
                        [&](const QString &id) { return decision.alternativeIndex(id); }))
            say(&rule);
    }
    const QStringList opinions = heavyOpinions(decision, analysis);
    if (!opinions.isEmpty())
        say(findRule(catalogue, u"B12"),
            Words::tr("What weighs most (%1) was judged, not measured: opinion, not evidence. "
                      "Run the quick set.")
                .arg(opinions.join(QStringLiteral(", "))));
    if (hasNoClearWinner(analysis))
        say(findRule(catalogue, u"B13"));
    return advice;
}

} // namespace weighbridge::knowledge
