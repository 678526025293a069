// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/advice.h"

#include "core/decision/model/value_text.h"
#include "core/decision/views/wording.h"
#include "core/evidence/capacity.h"
#include "core/knowledge/effects.h"
#include "core/knowledge/words.h"

#include <algorithm>
#include <numeric>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

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
        const bool isUnknown = std::all_of(ratings.begin(), ratings.end(),
                                           [](const Rating &each) { return !each.level; });
        if (isUnknown)
            continue; // an open question, which the notes name
        if (std::any_of(ratings.begin(), ratings.end(), isEvidence))
            return {};
        share += analysis.shares[k];
        names << decision.needs[k].name;
    }
    return names;
}

/// Whether the runner could turn one of the heaviest opinions into a figure.
bool canMeasure(const Decision &decision, const QStringList &needs)
{
    const bool hasTargets =
        std::all_of(decision.alternatives.begin(), decision.alternatives.end(),
                    [](const Alternative &each) { return !each.targets.empty(); });
    return hasTargets &&
           std::any_of(decision.needs.begin(), decision.needs.end(), [&](const Need &need) {
               return needs.contains(need.name) && !need.workload.isEmpty();
           });
}

/// What a team knows is a language or a framework; databases and the like are the user's own.
QString noClearWinner(const Decision &decision)
{
    switch (decision.comparison) {
    case Comparison::languages:
        return Words::tr("No clear winner: take the language your team knows.");
    case Comparison::frameworks:
        return Words::tr("No clear winner: take the framework your team knows.");
    case Comparison::own:
        return Words::tr("No clear winner: take what is cheapest to change later.");
    }
    Q_UNREACHABLE();
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
        if (decision.comparison != Comparison::own) // the rules' sources speak of Go and Python
            effect.source = rule->source;
        effect.sentence = sentence.isEmpty() ? rule->text + QLatin1Char('.') : sentence;
        advice.push_back(std::move(effect));
    };
    for (const Rule &rule : catalogue.rules) {
        // Without conditions: said wherever its alternatives are compared, see Rule::compares.
        if (rule.when.empty() && !rule.compares.isEmpty() && concernsTable(decision, rule))
            say(&rule);
    }
    const QStringList opinions = heavyOpinions(decision, analysis);
    if (!opinions.isEmpty() && analysis.restsOnOpinion()) {
        const QString opinion =
            Words::tr("What weighs most (%1) rests on judgement, not on measurements: opinion, not "
                      "evidence.")
                .arg(listText(opinions));
        say(findRule(catalogue, u"B12"),
            canMeasure(decision, opinions)
                ? Words::tr("%1 Run the quick set (bench --quick, or in Benchmark).").arg(opinion)
                : opinion);
    }
    if (isTooCloseToCall(analysis))
        say(findRule(catalogue, u"B13"), noClearWinner(decision));
    if (const QString beyond = evidence::beyondOneMachine(decision); !beyond.isEmpty())
        say(findRule(catalogue, u"B1"), beyond);
    return advice;
}

Decision withAdvice(Decision decision, const Analysis &analysis, const Catalogue &catalogue)
{
    for (Effect &advice : adviceOn(decision, analysis, catalogue))
        decision.effects.push_back(std::move(advice));
    return decision;
}

} // namespace weighbridge::knowledge
