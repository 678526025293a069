// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/wording.h"

#include "core/decision/exact/scoring.h"
#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "core/decision/model/words.h"
#include "core/decision/sampling/weight_draws.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

namespace
{

/// Chance of the leader below which it is too close to call.
constexpr double kTooClose = 0.60;

QString scoreList(const Decision &decision, const Analysis &analysis)
{
    const auto item = [&](std::size_t i) {
        return QStringLiteral("%1 %2").arg(decision.alternatives[i].name,
                                           scoreText(analysis.standings[i]));
    };
    return Words::tr("%1 vs %2 out of 5.").arg(item(analysis.first), item(analysis.second));
}

/// The largest advantages of the leader that together outweigh all that speaks for the runner-up.
QString reasonText(const Decision &decision, const Analysis &analysis)
{
    const double sign = analysis.order.front() == analysis.first ? 1 : -1;
    double against = 0;
    for (const Contribution &each : analysis.contributions)
        against += std::max(0.0, -sign * each.difference);
    const QString &runnerUp = decision.alternatives[analysis.order[1]].name;
    if (against <= kScoreTolerance)
        return Words::tr("%1 is ahead on no need").arg(runnerUp);
    QStringList needs;
    double advantage = 0;
    for (const Contribution &each : analysis.contributions) { // largest first
        if (advantage > against)
            break;
        if (sign * each.difference <= 0)
            continue;
        advantage += sign * each.difference;
        needs << decision.needs[each.need].name;
    }
    return needs.size() == 1
               ? Words::tr("%1 alone outweighs all that speaks for %2").arg(needs.front(), runnerUp)
               : Words::tr("%1 together outweigh all that speaks for %2")
                     .arg(listText(needs), runnerUp);
}

QString weightFlipSentence(const Decision &decision, const Analysis &analysis)
{
    const auto flip =
        std::find_if(analysis.flips.begin(), analysis.flips.end(),
                     [](const Flip &each) { return each.kind == Flip::Kind::weight; });
    return flip == analysis.flips.end()
               ? Words::tr("No single weight flips it: %1.").arg(reasonText(decision, analysis))
               : flip->sentence;
}

QString familySentence(const Decision &decision, const Analysis &analysis)
{
    constexpr double kHardlyEver = 0.01;
    const Family &family = *analysis.family;
    QStringList names;
    for (const std::size_t i : family.members) {
        if (analysis.standings[i].chanceBest >= kHardlyEver)
            names << decision.alternatives[i].name;
    }
    if (names.size() < 2)
        return {};
    return Words::tr("One of %1 is best with a chance of %2.")
        .arg(listText(names), chanceText(family.chanceBest));
}

/// Where weights are as open as the project leaves them, another may be best more often than the
/// one with the highest score; empty where none is.
QString overtakenSentence(const Decision &decision, const Analysis &analysis, std::size_t leader)
{
    constexpr double kSureErrors = 3;
    const Standing &first = analysis.standings[leader];
    for (const std::size_t i : analysis.order) {
        const Standing &other = analysis.standings[i];
        if (other.chanceBest - first.chanceBest <=
            kSureErrors * (first.chanceError + other.chanceError))
            continue;
        return Words::tr(
                   "%1 has the highest score at the weights as they are set; with weights and "
                   "ratings as open as they are, %2 is best more often (%3 against %4).")
            .arg(decision.alternatives[leader].name, decision.alternatives[i].name,
                 chanceText(other.chanceBest), chanceText(first.chanceBest));
    }
    return {};
}

/// The must-have that the leader is least sure to meet, one that nothing is known of first; empty
/// where all are sure.
QString riskSentence(const Analysis &analysis, std::size_t leader)
{
    const MustHaveResult *weakest = nullptr;
    for (const MustHaveResult &each : analysis.mustHaves) {
        const GateState state = each.result.state;
        if (each.result.alternative == leader &&
            (state == GateState::atRisk || state == GateState::unproven) &&
            (!weakest ||
             each.result.probability.value_or(0) < weakest->result.probability.value_or(0)))
            weakest = &each;
    }
    return weakest ? weakest->sentence : QString();
}

Verdict plainVerdict(VerdictState state, const QString &headline, const QString &sentence)
{
    Verdict verdict;
    verdict.state = state;
    verdict.headline = headline;
    verdict.sentence = sentence;
    return verdict;
}

QString tieSentence(const Decision &decision, const Analysis &analysis)
{
    QStringList names;
    for (const std::size_t i : analysis.order) {
        if (analysis.standings[i].rank == 1)
            names.append(decision.alternatives[i].name);
    }
    return Words::tr("%1 have %2 out of 5 each.")
        .arg(listText(names), scoreText(analysis.standings[analysis.order.front()]));
}

QString noneLeftSentence(const Analysis &analysis)
{
    const QString out = Words::tr("Every alternative is excluded.");
    if (analysis.relaxation)
        return QStringLiteral("%1 %2").arg(out, *analysis.relaxation);
    return Words::tr(
               "%1 Rules exclude them: switch one off, or change the answer that it rests on.")
        .arg(out);
}

/// Whether somebody is out for a rating that nobody has measured.
bool excludesOnOpinion(const Decision &decision, const Analysis &analysis)
{
    return std::any_of(
        analysis.mustHaves.begin(), analysis.mustHaves.end(), [&](const MustHaveResult &each) {
            const std::size_t i = each.result.alternative;
            return each.sentence == analysis.standings[i].exclusion &&
                   decision.needs[each.need].ratings[i].provenance != Provenance::measured;
        });
}

Verdict onlyOneVerdict(const Decision &decision, const Analysis &analysis, std::size_t left)
{
    const QString &name = decision.alternatives[left].name;
    // Without weights there is no score, and none is needed.
    const QString score =
        analysis.order.empty()
            ? QString()
            : Words::tr("%1 has %2 out of 5. ").arg(name, scoreText(analysis.standings[left]));
    // Say why the best of those that are out is out.
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < analysis.standings.size(); ++i) {
        const Standing &each = analysis.standings[i];
        if (each.excluded && (!best || each.score > analysis.standings[*best].score))
            best = i;
    }
    const QString headline = Words::tr("Only %1 is left").arg(name);
    return plainVerdict(VerdictState::onlyOneLeft,
                        excludesOnOpinion(decision, analysis)
                            ? Words::tr("%1, on judged ratings").arg(headline)
                            : headline,
                        score + analysis.standings[*best].exclusion);
}

} // namespace

QString headlineText(const QString &leader, double chance)
{
    constexpr double kNarrow = 0.75;
    constexpr double kBetter = 0.92;
    if (chance < kTooClose)
        return Words::tr("Too close to call");
    if (chance < kNarrow)
        return Words::tr("%1 leads, narrowly").arg(leader);
    if (chance < kBetter)
        return Words::tr("%1 is the better fit").arg(leader);
    return Words::tr("%1, clearly").arg(leader);
}

bool isTooCloseToCall(const Analysis &analysis)
{
    if (analysis.order.size() < 2)
        return false;
    if (analysis.family && analysis.family->chanceBest >= kTooClose)
        return false;
    const bool isTie = analysis.standings[analysis.order[1]].rank == 1;
    return isTie || analysis.standings[analysis.order.front()].chanceBest < kTooClose;
}

QString headlineText(const Decision &decision, const Analysis &analysis)
{
    const std::size_t leader = analysis.order.front();
    const Standing &standing = analysis.standings[leader];
    const bool isTie = analysis.standings[analysis.order[1]].rank == 1;
    if (isTooCloseToCall(analysis))
        return isTie ? Words::tr("It is a tie") : Words::tr("Too close to call");
    // The family where it alone is sure.
    const bool isOpen = isTie || standing.chanceBest < kTooClose;
    QString text = isOpen ? headlineText(Words::tr("A %1 framework").arg(analysis.family->name),
                                         analysis.family->chanceBest)
                          : headlineText(decision.alternatives[leader].name, standing.chanceBest);
    if (isOpen ? analysis.family->restsOnOpinion : analysis.restsOnOpinion())
        text = Words::tr("%1, on judged ratings").arg(text);
    if (!riskSentence(analysis, leader).isEmpty())
        text = Words::tr("%1, if it meets its must-haves").arg(text);
    return isOpen ? Words::tr("%1; which one is open").arg(text) : text;
}

QString scoreText(const Standing &standing)
{
    constexpr double kShown = 0.005;
    const QString score = decision::scoreText(standing.score);
    return standing.highestScore - standing.lowestScore < kShown
               ? score
               : QStringLiteral("%1 (%2–%3)")
                     .arg(score, decision::scoreText(standing.lowestScore),
                          decision::scoreText(standing.highestScore));
}

Verdict verdictOf(const Decision &decision, const Analysis &analysis)
{
    if (decision.alternatives.empty())
        return plainVerdict(VerdictState::noAlternatives, Words::tr("Nothing to choose from"),
                            Words::tr("Add an alternative."));
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < analysis.standings.size(); ++i) {
        if (!analysis.standings[i].excluded)
            left.push_back(i);
    }
    if (left.empty())
        return plainVerdict(VerdictState::noneLeft, Words::tr("Nothing is left"),
                            noneLeftSentence(analysis));
    if (left.size() == 1 && decision.alternatives.size() > 1) {
        Verdict verdict = onlyOneVerdict(decision, analysis, left.front());
        verdict.leader = left.front();
        return verdict;
    }
    if (decision.needs.empty())
        return plainVerdict(VerdictState::noNeeds, Words::tr("No needs yet"),
                            Words::tr("Add a need."));
    const bool weightless = std::all_of(decision.needs.begin(), decision.needs.end(),
                                        [](const Need &need) { return need.weight <= 0; });
    if (weightless)
        return plainVerdict(VerdictState::noWeights, Words::tr("No ranking yet"),
                            Words::tr("Give at least one need a weight, or use equal weights."));
    const std::size_t leader = analysis.order.front();
    if (decision.alternatives.size() == 1) {
        Verdict verdict = plainVerdict(
            VerdictState::nothingToCompare, Words::tr("Nothing to compare"),
            Words::tr("%1 has %2 out of 5. Add an alternative.")
                .arg(decision.alternatives.front().name, scoreText(analysis.standings.front())));
        verdict.leader = leader;
        return verdict;
    }
    const std::size_t runnerUp = analysis.order[1];
    const bool isTie = analysis.standings[runnerUp].rank == 1;
    Verdict verdict;
    verdict.state = isTie ? VerdictState::tie : VerdictState::ranked;
    verdict.headline = headlineText(decision, analysis);
    QStringList sentences;
    if (analysis.family)
        sentences << familySentence(decision, analysis);
    if (isTie)
        sentences << tieSentence(decision, analysis);
    else
        sentences << scoreList(decision, analysis)
                  << (analysis.breaksBounds
                          ? Words::tr("The weights as they are set lie outside their bounds: the "
                                      "scores are theirs, the chances those of the weights that "
                                      "the bounds allow.")
                          : weightFlipSentence(decision, analysis))
                  << overtakenSentence(decision, analysis, leader);
    sentences << riskSentence(analysis, leader);
    sentences.removeAll(QString());
    verdict.sentence = sentences.join(QLatin1Char(' '));
    verdict.leader = leader;
    verdict.runnerUp = runnerUp;
    return verdict;
}

} // namespace weighbridge::decision
