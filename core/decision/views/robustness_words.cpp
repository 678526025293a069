// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What would change a result and how sure its order is, in words; see wording.h.

#include "core/decision/model/value_text.h"
#include "core/decision/model/words.h"
#include "core/decision/views/wording.h"

#include <QStringList>

#include <algorithm>

namespace weighbridge::decision
{

std::vector<QString> changesText(const Analysis &analysis)
{
    if (analysis.breaksBounds)
        return {Words::tr("Set weights within their bounds to see what would change it.")};
    std::vector<QString> lines;
    int implausible = 0;
    constexpr std::size_t kMostTold = 12; // smallest changes first
    int further = 0;
    for (const Flip &flip : analysis.flips) {
        if (!flip.plausible)
            ++implausible;
        else if (lines.size() < kMostTold)
            lines.push_back(flip.sentence);
        else
            ++further;
    }
    if (further > 0)
        lines.push_back(further == 1
                            ? Words::tr("So would one greater change of a weight or rating.")
                            : Words::tr("So would %1 greater changes of one weight or rating each.")
                                  .arg(further));
    if (implausible == 1)
        lines.push_back(Words::tr("No plausible value of one other rating changes this."));
    else if (implausible > 1)
        lines.push_back(
            Words::tr("No plausible value of any of %1 other ratings changes this, each by itself.")
                .arg(implausible));
    return lines;
}

std::vector<QString> tiersText(const Decision &decision, const Analysis &analysis)
{
    QStringList beside;
    QStringList behind;
    QStringList dominated; // beside the leader but for one of the first tier that is better
    const std::size_t first = analysis.order.front();
    for (std::size_t place = 1; place < analysis.order.size(); ++place) {
        const std::size_t i = analysis.order[place];
        if (analysis.pairwise[first][i] >= kSureOrder)
            behind << decision.alternatives[i].name;
        else
            (analysis.standings[i].tier == 1 ? beside : dominated) << decision.alternatives[i].name;
    }
    const QString &leader = decision.alternatives[first].name;
    std::vector<QString> lines;
    if (!beside.isEmpty())
        lines.push_back(Words::tr("Could still be ahead of %1, by 5% or more: %2.")
                            .arg(leader, listText(beside)));
    if (!dominated.isEmpty())
        lines.push_back(Words::tr("Rated no higher on any need than another that is ahead: %1.")
                            .arg(listText(dominated)));
    if (!behind.isEmpty())
        lines.push_back(
            Words::tr("Behind %1 with at least 95% certainty: %2.").arg(leader, listText(behind)));
    return lines;
}

namespace
{

/// Two levels, with as many digits as tell them apart.
std::pair<QString, QString> fromTo(double from, double to)
{
    if (levelText(from) != levelText(to))
        return {levelText(from), levelText(to)};
    return {decision::scoreText(from), decision::scoreText(to)};
}

} // namespace

QString flipSentence(const Decision &decision, const Flip &flip, std::size_t leader)
{
    const Need &need = decision.needs[flip.need];
    const auto [from, to] = fromTo(flip.from, flip.to);
    if (flip.kind == Flip::Kind::weight)
        return Words::tr("Moving %1 from %2 to %3 would flip it.").arg(need.name, from, to);
    const QString &name = decision.alternatives[flip.alternative].name;
    if (!flip.plausible)
        return Words::tr("No plausible rating of %1 on %2 changes this.").arg(name, need.name);
    if (!flip.rawTo)
        return need.ratings[flip.alternative].level
                   ? Words::tr("Rating %1 %2 instead of %3 on %4 would flip it.")
                         .arg(name, to, from, need.name)
                   : Words::tr("Rating %1 %2 on %3, where nothing is known yet, would flip it.")
                         .arg(name, to, need.name);
    const QString bound = rawText(*flip.rawTo, need.anchors->unit);
    const bool moreIsBetter = need.anchors->highest > need.anchors->lowest;
    if (flip.alternative == leader)
        return moreIsBetter ? Words::tr("%1 stays first unless it reaches less than %2 on %3.")
                                  .arg(name, bound, need.name)
                            : Words::tr("%1 stays first unless it needs more than %2 on %3.")
                                  .arg(name, bound, need.name);
    return moreIsBetter ? Words::tr("%1 takes the lead if it reaches more than %2 on %3.")
                              .arg(name, bound, need.name)
                        : Words::tr("%1 takes the lead if it needs less than %2 on %3.")
                              .arg(name, bound, need.name);
}

QString centralWeightsText(const Decision &decision, const Analysis &analysis,
                           std::size_t alternative)
{
    constexpr double kHardlyEver = 0.01;
    const auto &central = analysis.acceptability->centralWeights[alternative];
    const bool isDominated =
        std::any_of(analysis.dominance.begin(), analysis.dominance.end(),
                    [=](const auto &pair) { return pair.second == alternative; });
    // No weights speak for what is nowhere ahead of another.
    if (!central || isDominated || analysis.standings[alternative].chanceBest < kHardlyEver)
        return {};
    std::vector<std::size_t> needs;
    for (std::size_t k = 0; k < central->size(); ++k) {
        if ((*central)[k] > 0 || analysis.shares[k] > 0)
            needs.push_back(k);
    }
    const auto more = [&](std::size_t k) { return (*central)[k] - analysis.shares[k]; };
    std::stable_sort(needs.begin(), needs.end(),
                     [&](std::size_t a, std::size_t b) { return more(a) > more(b); });
    const auto item = [&](std::size_t k) {
        return Words::tr("%1 (%2 instead of %3)")
            .arg(decision.needs[k].name, shareText((*central)[k]), shareText(analysis.shares[k]));
    };
    const QString &name = decision.alternatives[alternative].name;
    constexpr double kWorthTelling = 0.02;
    if (more(needs.front()) < kWorthTelling)
        return alternative == analysis.order.front()
                   ? Words::tr("%1 is typically best at the weights as they are.").arg(name)
                   : Words::tr(
                         "Whether %1 is best depends on the ratings more than on the weights.")
                         .arg(name);
    return Words::tr("%1 is typically best where more weight lies on %2 and less on %3.")
        .arg(name, item(needs.front()), item(needs.back()));
}

} // namespace weighbridge::decision
