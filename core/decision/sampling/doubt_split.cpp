// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/sampling/doubt_split.h"

#include "core/decision/model/value_text.h"
#include "core/decision/model/words.h"
#include "core/decision/sampling/smaa.h"

namespace weighbridge::decision
{

namespace
{

QString sentenceOf(const Decision &decision, std::size_t leader, const DoubtSplit &split)
{
    const QString head = Words::tr("%1 is best with a chance of %2: %3 if only the ratings are in "
                                   "doubt, %4 if only the weights are.")
                             .arg(decision.alternatives[leader].name, chanceText(split.chance),
                                  chanceText(split.ratingsOnly), chanceText(split.weightsOnly));
    constexpr double kSure = 0.98;
    if (split.ratingsOnly > kSure && split.weightsOnly > kSure)
        return Words::tr("%1 Neither matters much.").arg(head);
    constexpr double kAlike = 0.02;
    if (std::abs(split.ratingsOnly - split.weightsOnly) < kAlike)
        return Words::tr("%1 Both matter alike.").arg(head);
    return split.ratingsOnly < split.weightsOnly
               ? Words::tr("%1 Most of the doubt is about the ratings: evidence helps.").arg(head)
               : Words::tr("%1 Most of the doubt is about the weights: agreeing on what matters "
                           "helps.")
                     .arg(head);
}

} // namespace

DoubtSplit splitDoubt(const Decision &decision, const ScoreTable &table, std::size_t leader,
                      double chance, int draws)
{
    DoubtSplit split;
    split.chance = chance;
    split.ratingsOnly = chanceOfFirst(decision, table, Uncertain::ratings, leader, draws);
    split.weightsOnly = chanceOfFirst(decision, table, Uncertain::weights, leader, draws);
    split.measuredOnly = chanceOfFirst(decision, table, Uncertain::measured, leader, draws);
    split.sentence = sentenceOf(decision, leader, split);
    return split;
}

} // namespace weighbridge::decision
