// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/wording.h"

#include "core/decision/exact/scoring.h"
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

QString scoreList(const Decision &decision, const Analysis &analysis)
{
    const auto item = [&](std::size_t i) {
        return QStringLiteral("%1 %2").arg(decision.alternatives[i].name,
                                           scoreText(analysis.standings[i].score));
    };
    return Words::tr("%1 vs %2 out of 5.").arg(item(analysis.first), item(analysis.second));
}

QString weightFlipSentence(const Analysis &analysis)
{
    const auto flip =
        std::find_if(analysis.flips.begin(), analysis.flips.end(),
                     [](const Flip &each) { return each.kind == Flip::Kind::weight; });
    return flip == analysis.flips.end() ? Words::tr("No single weight flips it.") : flip->sentence;
}

Verdict plainVerdict(VerdictState state, const QString &headline, const QString &sentence)
{
    Verdict verdict;
    verdict.state = state;
    verdict.headline = headline;
    verdict.sentence = sentence;
    return verdict;
}

Verdict tieVerdict(const Decision &decision, const Analysis &analysis)
{
    QStringList names;
    for (const std::size_t i : analysis.order) {
        if (analysis.standings[i].rank == 1)
            names.append(decision.alternatives[i].name);
    }
    const QString last = names.takeLast();
    Verdict verdict =
        plainVerdict(VerdictState::tie, Words::tr("It is a tie"),
                     Words::tr("%1 and %2 have %3 out of 5 each.")
                         .arg(names.join(QStringLiteral(", ")), last,
                              scoreText(analysis.standings[analysis.order.front()].score)));
    return verdict;
}

QString noneLeftSentence(const Analysis &analysis)
{
    const QString out = Words::tr("Every alternative is excluded.");
    if (analysis.relaxation)
        return QStringLiteral("%1 %2").arg(out, *analysis.relaxation);
    const QString remedy =
        analysis.mustHaves.empty()
            ? Words::tr("Switch off a rule that excludes one.")
            : Words::tr("Lowering one must-have alone lets none through; give up one of them.");
    return QStringLiteral("%1 %2").arg(out, remedy);
}

Verdict onlyOneVerdict(const Decision &decision, const Analysis &analysis, std::size_t left)
{
    const QString &name = decision.alternatives[left].name;
    const QString score =
        Words::tr("%1 has %2 out of 5.").arg(name, scoreText(analysis.standings[left].score));
    // Say why the best of those that are out is out.
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < analysis.standings.size(); ++i) {
        const Standing &each = analysis.standings[i];
        if (each.excluded && (!best || each.score > analysis.standings[*best].score))
            best = i;
    }
    return plainVerdict(VerdictState::onlyOneLeft, Words::tr("Only %1 is left").arg(name),
                        QStringLiteral("%1 %2").arg(score, analysis.standings[*best].exclusion));
}

} // namespace

QString headlineText(const QString &leader, double chance)
{
    constexpr double kTooClose = 0.60;
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

QString flipSentence(const Decision &decision, const Flip &flip, std::size_t leader)
{
    const Need &need = decision.needs[flip.need];
    if (flip.kind == Flip::Kind::weight) {
        return Words::tr("Moving %1 from %2 to %3 would flip it.")
            .arg(need.name, levelText(flip.from), levelText(flip.to));
    }
    const QString &name = decision.alternatives[flip.alternative].name;
    if (!flip.plausible)
        return Words::tr("No plausible rating of %1 on %2 changes this.").arg(name, need.name);
    if (flip.rawTo) {
        const QString bound = rawText(*flip.rawTo, need.anchors->unit);
        return flip.alternative == leader
                   ? Words::tr("%1 stays first unless it falls behind %2 on %3.")
                         .arg(name, bound, need.name)
                   : Words::tr("%1 takes the lead beyond %2 on %3.").arg(name, bound, need.name);
    }
    return Words::tr("Rating %1 %2 instead of %3 on %4 would flip it.")
        .arg(name, levelText(flip.to), levelText(flip.from), need.name);
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
    if (decision.needs.empty())
        return plainVerdict(VerdictState::noNeeds, Words::tr("No needs yet"),
                            Words::tr("Add a need."));
    const bool weightless = std::all_of(decision.needs.begin(), decision.needs.end(),
                                        [](const Need &need) { return need.weight <= 0; });
    if (weightless)
        return plainVerdict(VerdictState::noWeights, Words::tr("No ranking yet"),
                            Words::tr("Give at least one need a weight, or use equal weights."));
    if (analysis.order.empty())
        return plainVerdict(VerdictState::noneLeft, Words::tr("Nothing is left"),
                            noneLeftSentence(analysis));
    const std::size_t leader = analysis.order.front();
    if (decision.alternatives.size() == 1) {
        Verdict verdict =
            plainVerdict(VerdictState::nothingToCompare, Words::tr("Nothing to compare"),
                         Words::tr("%1 has %2 out of 5. Add an alternative.")
                             .arg(decision.alternatives.front().name,
                                  scoreText(analysis.standings.front().score)));
        verdict.leader = leader;
        return verdict;
    }
    if (analysis.order.size() == 1) {
        Verdict verdict = onlyOneVerdict(decision, analysis, leader);
        verdict.leader = leader;
        return verdict;
    }
    const std::size_t runnerUp = analysis.order[1];
    Verdict verdict;
    if (analysis.standings[runnerUp].rank == 1) {
        verdict = tieVerdict(decision, analysis);
    } else {
        verdict.state = VerdictState::ranked;
        verdict.headline =
            headlineText(decision.alternatives[leader].name, analysis.standings[leader].chanceBest);
        verdict.sentence = QStringLiteral("%1 %2").arg(scoreList(decision, analysis),
                                                       weightFlipSentence(analysis));
    }
    verdict.leader = leader;
    verdict.runnerUp = runnerUp;
    return verdict;
}

namespace
{

void noteDuplicates(const Decision &decision, std::vector<QString> &notes)
{
    for (std::size_t a = 0; a < decision.alternatives.size(); ++a) {
        for (std::size_t b = a + 1; b < decision.alternatives.size(); ++b) {
            const bool same =
                std::all_of(decision.needs.begin(), decision.needs.end(), [&](const Need &need) {
                    return need.ratings[a].level && need.ratings[a].level == need.ratings[b].level;
                });
            if (same && !decision.needs.empty())
                notes.push_back(
                    Words::tr("%1 and %2 are rated alike on every need; they share "
                              "their chance of being best.")
                        .arg(decision.alternatives[a].name, decision.alternatives[b].name));
        }
    }
}

void noteCells(const Decision &decision, const Need &need, std::vector<QString> &notes)
{
    for (std::size_t i = 0; i < need.ratings.size(); ++i) {
        const Rating &rating = need.ratings[i];
        const QString &name = decision.alternatives[i].name;
        if (!rating.level) {
            notes.push_back(Words::tr("Open question: %1 has no rating on %2; anything from 1 to "
                                      "5 is allowed for.")
                                .arg(name, need.name));
            continue;
        }
        if (*rating.level < kLowestLevel || *rating.level > kHighestLevel)
            notes.push_back(Words::tr("%1 lies outside the scale of %2 (%3); the arithmetic uses "
                                      "the value as it is.")
                                .arg(name, need.name, scoreText(*rating.level)));
        if (rating.spread.kind == Spread::Kind::studentT && rating.spread.standardError > 0 &&
            rating.spread.degreesOfFreedom == 0)
            notes.push_back(Words::tr("%1 on %2 rests on a single run; a prior noise of 10 % is "
                                      "assumed.")
                                .arg(name, need.name));
    }
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
        const bool constant =
            need.ratings.size() > 1 &&
            std::all_of(need.ratings.begin(), need.ratings.end(), [&](const Rating &rating) {
                return rating.level && rating.level == need.ratings.front().level;
            });
        if (constant)
            notes.push_back(Words::tr("%1 does not discriminate: every alternative has the same "
                                      "rating.")
                                .arg(need.name));
        noteCells(decision, need, notes);
    }
    return notes;
}

} // namespace weighbridge::decision
