// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/table_notes.h"

#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "core/decision/model/words.h"
#include "core/decision/sampling/weight_draws.h"

#include <QStringList>

#include <algorithm>

namespace weighbridge::decision
{

namespace
{

void noteDuplicates(const Decision &decision, std::vector<QString> &notes)
{
    for (std::size_t a = 0; a < decision.alternatives.size(); ++a) {
        for (std::size_t b = a + 1; b < decision.alternatives.size(); ++b) {
            const bool same =
                std::all_of(decision.needs.begin(), decision.needs.end(), [&](const Need &need) {
                    return need.ratings[a].level &&
                           need.ratings[a].level == need.ratings[b].level &&
                           need.ratings[a].raw == need.ratings[b].raw;
                });
            if (same && !decision.needs.empty())
                notes.push_back(
                    Words::tr("%1 and %2 are rated alike on every need; they share "
                              "their chance of being best.")
                        .arg(decision.alternatives[a].name, decision.alternatives[b].name));
        }
    }
}

/// One note for all cells of a need that nothing is known of, one for all single runs.
void noteCells(const Decision &decision, const Need &need, std::vector<QString> &notes)
{
    QStringList unknown;
    QStringList singleRuns;
    for (std::size_t i = 0; i < need.ratings.size(); ++i) {
        const Rating &rating = need.ratings[i];
        const QString &name = decision.alternatives[i].name;
        if (!rating.level)
            unknown << name;
        else if (rating.spread.kind == Spread::Kind::studentT && rating.spread.standardError > 0 &&
                 rating.spread.degreesOfFreedom == 0)
            singleRuns << name;
    }
    if (!unknown.isEmpty())
        notes.push_back(Words::tr("Open question: nothing is known of %1 on %2; anything from 1 to "
                                  "5 is allowed for.")
                            .arg(listText(unknown), need.name));
    if (!singleRuns.isEmpty())
        notes.push_back(Words::tr("On %1 a single run was measured of %2; a prior noise of 10 % is "
                                  "assumed.")
                            .arg(need.name, listText(singleRuns)));
}

/// Why a need does not tell the alternatives apart; empty where it does.
QString constantNote(const Decision &decision, const Need &need)
{
    const auto all = [&](const auto &is) {
        return std::all_of(need.ratings.begin(), need.ratings.end(), is);
    };
    if (need.ratings.size() < 2)
        return {};
    const auto on = [&](Plateau plateau) {
        return all(
            [&](const Rating &rating) { return plateauOf(rating, need.anchors) == plateau; });
    };
    QStringList figures;
    for (std::size_t i = 0; i < need.ratings.size() && need.anchors; ++i)
        figures << QStringLiteral("%1 %2").arg(
            decision.alternatives[i].name,
            rawText(need.ratings[i].raw.value_or(0), need.anchors->unit));
    if (on(Plateau::moreThanNeeded))
        return Words::tr("%1 does not discriminate: all are better than is needed (%2).")
            .arg(need.name, listText(figures));
    if (on(Plateau::farFromEnough))
        return Words::tr("%1 does not discriminate: none comes near what is needed (%2).")
            .arg(need.name, listText(figures));
    return all([&](const Rating &rating) {
        return rating.level && rating.level == need.ratings.front().level;
    })
               ? Words::tr("%1 does not discriminate: every alternative has the same rating.")
                     .arg(need.name)
               : QString();
}

} // namespace

std::vector<QString> notesOn(const Decision &decision)
{
    std::vector<QString> notes;
    if (decision.weightModel.kind == WeightModel::Kind::bounds && boundsContradict(decision))
        notes.push_back(
            Words::tr("The bounds of the weights contradict each other; any weights are "
                      "allowed for."));
    noteDuplicates(decision, notes);
    for (const Need &need : decision.needs) {
        if (need.weight <= 0)
            continue;
        if (const QString note = constantNote(decision, need); !note.isEmpty())
            notes.push_back(note);
        noteCells(decision, need, notes);
    }
    return notes;
}

} // namespace weighbridge::decision
