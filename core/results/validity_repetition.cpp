// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/validity.h"
#include "core/results/validity_thresholds.h"
#include "core/results/validity_words.h"

#include <algorithm>

namespace weighbridge::results
{

namespace
{

using namespace threshold;
using namespace validity;

/// One id over all rounds.
struct Merged {
    Flag first; ///< of the gravest grade
    int rounds = 0;
    int doubtfulRounds = 0; ///< or worse
};

/// One flag per id, the gravest.
std::vector<Flag> withoutTwins(const std::vector<Flag> &flags)
{
    std::vector<Flag> single;
    for (const Flag &flag : flags) {
        const auto twin = std::find_if(single.begin(), single.end(),
                                       [&](const Flag &each) { return each.id == flag.id; });
        if (twin == single.end())
            single.push_back(flag);
        else if (flag.grade > twin->grade)
            *twin = flag;
    }
    return single;
}

void addRound(std::vector<Merged> &all, const Round &round)
{
    for (const Flag &flag : withoutTwins(round.flags)) {
        auto known = std::find_if(all.begin(), all.end(),
                                  [&](const Merged &each) { return each.first.id == flag.id; });
        if (known == all.end())
            known = all.insert(all.end(), {flag, 0, 0});
        else if (flag.grade > known->first.grade)
            known->first = flag;
        ++known->rounds;
        known->doubtfulRounds += flag.grade == Grade::noted ? 0 : 1;
    }
}

Flag overRounds(const Merged &merged, int rounds)
{
    Flag flag = merged.first;
    if (rounds < 2)
        return flag;
    if (flag.grade == Grade::doubtful && merged.doubtfulRounds < kDoubtfulRounds * rounds)
        flag.grade = Grade::noted; // the median over the rounds does without them
    flag.text = Words::tr("In %1 of %2 rounds; the gravest: %3")
                    .arg(merged.rounds)
                    .arg(rounds)
                    .arg(merged.first.text);
    return flag;
}

} // namespace

double widening(const std::vector<Flag> &flags)
{
    return isBeyondDoubt(flags) ? 1 : kDoubtWidens;
}

std::vector<Flag> judgeRepetition(const TargetResult &result, const RepetitionFacts &facts)
{
    std::vector<Merged> all;
    for (const Round &round : result.rounds)
        addRound(all, round);
    const int rounds = static_cast<int>(result.rounds.size());
    std::vector<Flag> flags;
    for (const Merged &each : all)
        flags.push_back(overRounds(each, rounds));
    if (result.spread > kNoisy)
        flags.push_back(doubtful(
            FlagId::noisy,
            Words::tr("The rounds differ by %1 (coefficient of variation; %2).")
                .arg(percent(result.spread), facts.measured),
            Words::tr("Run again on a quiet machine, with more rounds or a longer duration.")));
    if (facts.varies && facts.plannedRounds == 1 && rounds == 1)
        flags.push_back(noted(FlagId::singleRound,
                              Words::tr("One round shows no spread: nothing can be said about "
                                        "how repeatable it is."),
                              Words::tr("Run again with three rounds or more.")));
    if (!facts.failure.isEmpty())
        flags.push_back(invalid(FlagId::restarted, facts.failure,
                                Words::tr("See the server's log for why it ended.")));
    return flags;
}

} // namespace weighbridge::results
