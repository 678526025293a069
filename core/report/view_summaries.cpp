// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/view_summaries.h"

#include "core/decision/model/value_text.h"
#include "core/decision/views/evidence_share.h"
#include "core/decision/views/score_sum.h"
#include "core/decision/views/split.h"
#include "core/evidence/capacity.h"
#include "core/report/words.h"

#include <QLocale>

#include <cmath>

namespace weighbridge::report
{

namespace
{

using decision::Analysis;
using decision::Decision;

ViewSummary mustHaves(const Content &content)
{
    ViewSummary finding{Words::tr("Must-haves and exclusions"), {}};
    const Analysis &analysis = content.analysis;
    for (const decision::MustHaveResult &each : analysis.mustHaves) {
        if (!each.sentence.isEmpty())
            finding.lines.append(each.sentence);
    }
    for (std::size_t i = 0; i < analysis.standings.size(); ++i) {
        if (analysis.standings[i].excluded)
            finding.lines.append(
                Words::tr("%1 is out: %2")
                    .arg(content.decision.alternatives[i].name, analysis.standings[i].exclusion));
    }
    if (analysis.relaxation)
        finding.lines.append(*analysis.relaxation);
    return finding;
}

ViewSummary rules(const Content &content)
{
    ViewSummary finding{Words::tr("Answers and rules that were applied"), {}};
    for (const decision::Effect &effect : content.decision.effects) {
        const QString line =
            effect.source.isEmpty()
                ? QStringLiteral("%1: %2").arg(effect.origin, effect.sentence)
                : QStringLiteral("%1: %2 (%3)").arg(effect.origin, effect.sentence, effect.source);
        if (!effect.sentence.isEmpty() && !finding.lines.contains(line))
            finding.lines.append(line);
    }
    return finding;
}

ViewSummary secondOpinion(const Content &content)
{
    const decision::SecondOpinion &opinion = content.analysis.secondOpinion;
    const bool isTold = opinion.decides && !opinion.sentence.isEmpty();
    return {Words::tr("Second opinion (PROMETHEE)"),
            isTold ? QStringList{opinion.sentence} : QStringList()};
}

/// The score of the leader, to be redone by hand.
ViewSummary scoreByHand(const Content &content)
{
    ViewSummary finding{Words::tr("How the score is reckoned"), {}};
    if (const auto leader = content.analysis.verdict.leader) {
        for (const QString &line : decision::scoreSumText(content.decision, *leader))
            finding.lines.append(line);
    }
    return finding;
}

/// Who may be ahead, what weights alone could change, and where the doubt comes from.
ViewSummary robustness(const Content &content)
{
    ViewSummary finding{Words::tr("How robust it is"), {}};
    const Analysis &analysis = content.analysis;
    const auto leader = analysis.verdict.leader;
    const auto second = analysis.verdict.runnerUp;
    const auto chanceIn = [&](const std::vector<std::vector<double>> &pairs) {
        return *leader < pairs.size() && *second < pairs[*leader].size()
                   ? decision::chanceText(pairs[*leader][*second])
                   : QString();
    };
    for (const QString &line : analysis.tiersInWords)
        finding.lines.append(line);
    if (leader && second && !analysis.anyWeights.empty()) {
        const QString any = chanceIn(analysis.anyWeights);
        const QString ordered = chanceIn(analysis.orderedWeights);
        const auto &alternatives = content.decision.alternatives;
        if (!any.isEmpty() && !ordered.isEmpty())
            finding.lines.append(
                Words::tr("%1 comes before %2 under %3 of all conceivable weights, and under %4 of "
                          "those that keep the order of these.")
                    .arg(alternatives[*leader].name, alternatives[*second].name, any, ordered));
    }
    if (analysis.doubtSplit && !analysis.doubtSplit->sentence.isEmpty())
        finding.lines.append(analysis.doubtSplit->sentence);
    return finding;
}

ViewSummary evidenceShares(const Content &content)
{
    const QString shares = decision::evidenceText(content.analysis.evidenceShare);
    return {Words::tr("What the lead rests on"),
            shares.isEmpty() ? QStringList() : QStringList{shares}};
}

ViewSummary useBoth(const Content &content)
{
    ViewSummary finding{Words::tr("Use both"), {}};
    const auto view = decision::splitView(content.decision);
    if (!view)
        return finding;
    finding.lines.append(view->sentence);
    for (const auto &part : view->parts)
        finding.lines.append(
            QStringLiteral("%1: %2").arg(content.decision.parts[part.part].name,
                                         content.decision.alternatives[part.choice].name));
    for (const QString &condition : view->conditions)
        finding.lines.append(condition);
    return finding;
}

ViewSummary capacity(const Content &content)
{
    ViewSummary finding{Words::tr("Capacity and cost"), {}};
    const Decision &decision = content.decision;
    if (!decision.capacity.peakRequestsPerSecond)
        return finding;
    for (const auto &each : evidence::capacities(decision, content.runs))
        finding.lines.append(QStringLiteral("%1: %2").arg(
            decision.alternatives[each.alternative].name, each.sentence));
    const auto leader = content.analysis.verdict.leader;
    const auto second = content.analysis.verdict.runnerUp;
    if (!leader || !second)
        return finding;
    if (const auto peak = evidence::costBreakEven(decision, content.runs, *leader, *second))
        finding.lines.append(Words::tr("Up to %1 requests/s at peak, %2 and %3 cost the same.")
                                 .arg(QLocale(QLocale::English).toString(*peak, 'f', 0),
                                      decision.alternatives[*leader].name,
                                      decision.alternatives[*second].name));
    return finding;
}

ViewSummary notes(const Content &content)
{
    return {Words::tr("Notes"),
            QStringList(content.analysis.notes.begin(), content.analysis.notes.end())};
}

} // namespace

std::vector<ViewSummary> viewSummaries(const Content &content)
{
    std::vector<ViewSummary> findings;
    for (const auto &make : {scoreByHand, mustHaves, rules, secondOpinion, robustness,
                             evidenceShares, useBoth, capacity, notes}) {
        ViewSummary finding = make(content);
        if (!finding.lines.isEmpty())
            findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace weighbridge::report
