// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/must_haves.h"

#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "core/decision/model/words.h"

#include <QStringList>

namespace weighbridge::decision
{

namespace
{

/// A level of `need`, in raw units where `rating` has a figure.
QString amountText(const Need &need, const Rating &rating, double level)
{
    if (!rating.raw || !need.anchors)
        return levelText(level);
    // A rating on a plateau is let through by its own figure only.
    const bool isItsOwn = rating.level == level && plateauOf(rating, need.anchors) != Plateau::none;
    return rawText(isItsOwn ? *rating.raw : rawOf(level, *need.anchors), need.anchors->unit);
}

QString sentenceOf(const Decision &decision, const Gate &gate, const GateResult &result)
{
    const Need &need = decision.needs[gate.need];
    const Rating &rating = need.ratings[result.alternative];
    const QString &name = decision.alternatives[result.alternative].name;
    const QString asked = amountText(need, rating, gate.level);
    if (result.state == GateState::unproven)
        return Words::tr("Nothing is known of %1 on %2; the must-have (%3) is unproven.")
            .arg(name, need.name, asked);
    QString has = levelText(*rating.level);
    if (rating.raw && need.anchors)
        has = asKnown(rawText(*rating.raw, need.anchors->unit), rating.provenance);
    switch (result.state) {
    case GateState::excluded:
        return Words::tr("%1 falls short of the must-have on %2: %3, and %4 is asked for.")
            .arg(name, need.name, has, asked);
    case GateState::atRisk:
        return Words::tr("%1 meets the must-have on %2 with a chance of %3 only: %4, and %5 is "
                         "asked for.")
            .arg(name, need.name, chanceText(*result.probability), has, asked);
    default:
        return Words::tr("%1 meets the must-have on %2: %3, and %4 is asked for.")
            .arg(name, need.name, has, asked);
    }
}

QString relaxationText(const Decision &decision, const Relaxation &relaxation)
{
    QStringList concessions;
    for (const Gate &lowered : relaxation.lowered) {
        const Need &need = decision.needs[lowered.need];
        const Rating &rating = need.ratings[relaxation.alternative];
        concessions << Words::tr("%1 instead of %2 on %3")
                           .arg(amountText(need, rating, lowered.level),
                                amountText(need, rating, *need.mustReach), need.name);
    }
    return Words::tr("Ask for %1, and %2 is through.")
        .arg(listText(concessions), decision.alternatives[relaxation.alternative].name);
}

} // namespace

std::vector<Gate> gatesOf(const Decision &decision)
{
    std::vector<Gate> gates;
    for (std::size_t k = 0; k < decision.needs.size(); ++k) {
        if (decision.needs[k].mustReach)
            gates.push_back({k, *decision.needs[k].mustReach});
    }
    return gates;
}

std::vector<std::size_t> candidatesOf(const Decision &decision)
{
    std::vector<bool> out;
    for (const Alternative &alternative : decision.alternatives)
        out.push_back(!alternative.exclusion.isEmpty());
    for (const GateResult &result : checkGates(decision, gatesOf(decision))) {
        if (result.state == GateState::excluded)
            out[result.alternative] = true;
    }
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (!out[i])
            candidates.push_back(i);
    }
    return candidates;
}

MustHaves checkMustHaves(const Decision &decision)
{
    MustHaves found;
    const std::vector<Gate> gates = gatesOf(decision);
    for (const GateResult &result : checkGates(decision, gates)) {
        const Gate &gate = gates[result.gate];
        found.results.push_back({gate.need, result, sentenceOf(decision, gate, result)});
    }
    if (const auto relaxation = smallestRelaxation(decision, gates))
        found.relaxation = relaxationText(decision, *relaxation);
    return found;
}

} // namespace weighbridge::decision
