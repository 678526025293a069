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

QString familySentence(const Decision &decision, const Family &family)
{
    QStringList names;
    for (const std::size_t i : family.members)
        names << decision.alternatives[i].name;
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

/// The must-have that the leader is least sure to meet; empty where all are sure.
QString riskSentence(const Analysis &analysis, std::size_t leader)
{
    const MustHaveResult *weakest = nullptr;
    for (const MustHaveResult &each : analysis.mustHaves) {
        if (each.result.alternative == leader && each.result.state == GateState::atRisk &&
            (!weakest || *each.result.probability < *weakest->result.probability))
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
    return plainVerdict(VerdictState::onlyOneLeft, Words::tr("Only %1 is left").arg(name),
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

std::vector<QString> changesText(const Analysis &analysis)
{
    std::vector<QString> lines;
    int implausible = 0;
    for (const Flip &flip : analysis.flips) {
        if (flip.plausible)
            lines.push_back(flip.sentence);
        else
            ++implausible;
    }
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
        lines.push_back(
            Words::tr("Less than 95% sure to be behind %1: %2.").arg(leader, listText(beside)));
    if (!dominated.isEmpty())
        lines.push_back(Words::tr("Rated no higher on any need than another that is ahead: %1.")
                            .arg(listText(dominated)));
    if (!behind.isEmpty())
        lines.push_back(Words::tr("Surely behind %1: %2.").arg(leader, listText(behind)));
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
        return Words::tr("Rating %1 %2 instead of %3 on %4 would flip it.")
            .arg(name, to, from, need.name);
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
    const auto &central = analysis.acceptability->centralWeights[alternative];
    if (!central)
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
    constexpr double kWorthTelling = 0.01;
    if (more(needs.front()) < kWorthTelling)
        return Words::tr("%1 is typically best at the weights as they are.").arg(name);
    return Words::tr("%1 is typically best where more weight lies on %2 and less on %3.")
        .arg(name, item(needs.front()), item(needs.back()));
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
        sentences << familySentence(decision, *analysis.family);
    if (isTie)
        sentences << tieSentence(decision, analysis);
    else
        sentences << scoreList(decision, analysis) << weightFlipSentence(decision, analysis)
                  << overtakenSentence(decision, analysis, leader);
    sentences << riskSentence(analysis, leader);
    sentences.removeAll(QString());
    verdict.sentence = sentences.join(QLatin1Char(' '));
    verdict.leader = leader;
    verdict.runnerUp = runnerUp;
    return verdict;
}

} // namespace weighbridge::decision
