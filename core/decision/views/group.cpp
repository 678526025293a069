// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/group.h"

#include "core/decision/exact/scoring.h"
#include "core/decision/model/value_text.h"
#include "core/decision/model/words.h"

#include <algorithm>

namespace weighbridge::decision
{

namespace
{

/// Mean of the shares by influence; all 0 where nobody has weights.
std::vector<double> commonShares(const Decision &decision, const std::vector<PersonView> &people,
                                 const std::vector<bool> &heard)
{
    std::vector<double> shares(decision.needs.size(), 0.0);
    double influence = 0;
    for (std::size_t p = 0; p < people.size(); ++p) {
        const double own = std::max(0.0, decision.people[p].influence);
        if (!heard[p])
            continue;
        influence += own;
        for (std::size_t k = 0; k < shares.size(); ++k)
            shares[k] += own * people[p].shares[k];
    }
    for (double &share : shares)
        share = influence > 0 ? share / influence : 0;
    return shares;
}

std::vector<Disagreement> disagreements(const std::vector<PersonView> &people,
                                        const std::vector<bool> &heard, std::size_t needs)
{
    std::vector<Disagreement> list;
    for (std::size_t k = 0; k < needs; ++k) {
        std::optional<Disagreement> each;
        for (std::size_t p = 0; p < people.size(); ++p) {
            if (!heard[p])
                continue;
            const double share = people[p].shares[k];
            if (!each)
                each = Disagreement{k, share, share};
            each->least = std::min(each->least, share);
            each->greatest = std::max(each->greatest, share);
        }
        if (each)
            list.push_back(*each);
    }
    std::stable_sort(list.begin(), list.end(), [](const Disagreement &a, const Disagreement &b) {
        return a.greatest - a.least > b.greatest - b.least;
    });
    return list;
}

QString gapSentence(const Decision &decision, const GroupView &view)
{
    constexpr double kWorthTelling = 0.05;
    if (view.disagreements.empty())
        return {};
    const Disagreement &widest = view.disagreements.front();
    if (widest.greatest - widest.least < kWorthTelling)
        return Words::tr("They weigh the needs much alike.");
    return Words::tr("They are furthest apart on %1: %2 to %3 of the weight.")
        .arg(decision.needs[widest.need].name, shareText(widest.least), shareText(widest.greatest));
}

QString sentenceOf(const Decision &decision, const GroupView &view, std::size_t heard)
{
    if (heard == 0)
        return view.people.empty() ? QString() : Words::tr("Nobody has given weights yet.");
    const auto most = std::max_element(view.votes.begin(), view.votes.end());
    if (most == view.votes.end() || *most == 0)
        return Words::tr("Nobody's weights put one alternative first. %1")
            .arg(gapSentence(decision, view));
    const bool shared = std::count(view.votes.begin(), view.votes.end(), *most) > 1;
    const QString &name =
        decision.alternatives[static_cast<std::size_t>(most - view.votes.begin())].name;
    QString who;
    if (shared)
        who = Words::tr("They are divided: no alternative is first for more than %1 of %2.")
                  .arg(*most)
                  .arg(heard);
    else if (*most == heard)
        who = heard == 1 ? Words::tr("The one person heard has %1 first.").arg(name)
                         : Words::tr("All %1 have %2 first.").arg(heard).arg(name);
    else
        who = Words::tr("%1 of %2 have %3 first.").arg(*most).arg(heard).arg(name);
    return heard > 1 ? QStringLiteral("%1 %2").arg(who, gapSentence(decision, view)) : who;
}

} // namespace

GroupView groupView(const Decision &decision)
{
    GroupView view;
    view.votes.assign(decision.alternatives.size(), 0);
    ScoreTable table = scoreTable(decision);
    std::vector<bool> heard;
    for (std::size_t p = 0; p < decision.people.size(); ++p) {
        table.setWeights(weightsByNeed(decision, decision.people[p].weights));
        heard.push_back(table.weightSum > 0);
        const std::vector<double> values = scores(table);
        view.people.push_back({p, table.shares, values, soleLeader(table, values)});
        if (view.people.back().leader)
            ++view.votes[*view.people.back().leader];
    }
    view.disagreements = disagreements(view.people, heard, decision.needs.size());
    view.commonShares = commonShares(decision, view.people, heard);
    table.setWeights(view.commonShares);
    view.commonScores = scores(table);
    view.commonLeader = soleLeader(table, view.commonScores);
    const auto count = static_cast<std::size_t>(std::count(heard.begin(), heard.end(), true));
    view.sentence = sentenceOf(decision, view, count);
    return view;
}

} // namespace weighbridge::decision
