// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/explanation_text.h"

#include "core/decision/model/value_text.h"
#include "core/decision/views/evidence_share.h"
#include "core/decision/views/score_sum.h"

#include <QStringList>

#include <cmath>

namespace weighbridge::app
{

using namespace decision;

namespace
{

QStringList listOf(const std::vector<QString> &texts)
{
    return {texts.begin(), texts.end()};
}

/// A heading and its sentences, indented; empty where there are none.
QString section(const QString &heading, const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty())
            text += QStringLiteral("  %1\n").arg(sentence);
    }
    return text.isEmpty() ? text : QStringLiteral("\n%1\n%2").arg(heading, text);
}

/// The source of a rule after its first sentence only: a rule may do several things.
QStringList effectSentences(const Decision &decision)
{
    QStringList sentences;
    QString origin;
    for (const Effect &effect : decision.effects) {
        const bool isNew = effect.origin != origin && !effect.source.isEmpty();
        sentences << QStringLiteral("[%1] %2%3")
                         .arg(effect.origin, effect.sentence,
                              isNew ? QStringLiteral(" (%1)").arg(effect.source) : QString());
        origin = effect.origin;
    }
    return sentences;
}

QStringList contributionSentences(const Decision &decision, const Analysis &analysis)
{
    if (analysis.contributions.empty() || analysis.second >= decision.alternatives.size())
        return {};
    const QString first = decision.alternatives[analysis.first].name;
    const QString second = decision.alternatives[analysis.second].name;
    QStringList sentences;
    for (const Contribution &contribution : analysis.contributions) {
        if (contribution.difference != 0)
            sentences << QStringLiteral("%1 for %2: %3")
                             .arg(scoreText(std::abs(contribution.difference)),
                                  contribution.difference > 0 ? first : second,
                                  decision.needs[contribution.need].name);
    }
    return sentences << QStringLiteral("%1 net for %2")
                            .arg(scoreText(std::abs(analysis.netDifference)),
                                 analysis.netDifference >= 0 ? first : second);
}

QStringList mustHaveSentences(const Analysis &analysis)
{
    QStringList sentences;
    for (const MustHaveResult &each : analysis.mustHaves) {
        if (each.result.state != GateState::passes)
            sentences << each.sentence;
    }
    const auto met = static_cast<qsizetype>(analysis.mustHaves.size()) - sentences.size();
    if (met > 0)
        sentences << QStringLiteral("Met in %1 of %2 cases (must-haves × alternatives).")
                         .arg(met)
                         .arg(analysis.mustHaves.size());
    return sentences << analysis.relaxation.value_or(QString());
}

QStringList flipSentences(const Analysis &analysis)
{
    QStringList sentences = listOf(analysis.changesInWords);
    if (sentences.isEmpty())
        sentences << QStringLiteral("Nothing that can be said of one weight or one rating.");
    return sentences;
}

QStringList certaintySentences(const Analysis &analysis)
{
    QStringList sentences = listOf(analysis.tiersInWords);
    if (analysis.doubtSplit)
        sentences << analysis.doubtSplit->sentence;
    return sentences << listOf(analysis.centralWeightsInWords);
}

/// How the score of the leader is reckoned.
QStringList sumLines(const Decision &decision, const Analysis &analysis)
{
    return analysis.verdict.leader ? listOf(scoreSumText(decision, *analysis.verdict.leader))
                                   : QStringList();
}

QStringList openQuestionSentences(const Analysis &analysis)
{
    constexpr std::size_t kMost = 5;
    QStringList sentences;
    for (const OpenQuestion &question : analysis.openQuestions) {
        if (static_cast<std::size_t>(sentences.size()) < kMost)
            sentences << question.sentence;
    }
    return sentences;
}

QStringList evidenceSentences(const Analysis &analysis)
{
    QStringList sentences{evidenceText(analysis.evidenceShare)};
    for (const QString &note : analysis.notes)
        sentences << note;
    return sentences;
}

} // namespace

QString explanationText(const Decision &decision, const Analysis &analysis)
{
    return section(QStringLiteral("What answers and rules did"), effectSentences(decision)) +
           section(QStringLiteral("Why (share × difference in rating)"),
                   contributionSentences(decision, analysis)) +
           section(QStringLiteral("The score of the leader (weight × rating)"),
                   sumLines(decision, analysis)) +
           section(QStringLiteral("Must-haves"), mustHaveSentences(analysis)) +
           section(QStringLiteral("What would change it"), flipSentences(analysis)) +
           section(QStringLiteral("How sure it is"), certaintySentences(analysis)) +
           section(QStringLiteral("Second opinion (PROMETHEE II)"),
                   {analysis.secondOpinion.decides ? analysis.secondOpinion.sentence : QString()}) +
           section(QStringLiteral("What to find out next"), openQuestionSentences(analysis)) +
           section(QStringLiteral("Where the contributions come from"),
                   evidenceSentences(analysis));
}

} // namespace weighbridge::app
