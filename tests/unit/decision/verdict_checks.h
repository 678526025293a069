// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"
#include "core/decision/model/value_text.h"
#include "core/decision/views/analysis.h"
#include "core/decision/views/score_sum.h"
#include "core/decision/views/wording.h"

#include <QTest>

#include <algorithm>
#include <cmath>

/// Checks that what a result says is so, and that no two of its sentences contradict each other.
namespace weighbridge::decision
{

/// Who is first and alone; none at a tie.
inline std::optional<std::size_t> leaderOf(const Decision &decision)
{
    const ScoreTable table = scoreTable(decision);
    return soleLeader(table, scores(table));
}

inline QString describe(const Decision &decision, const Analysis &analysis)
{
    QString text = analysis.verdict.headline + QStringLiteral(" | ") + analysis.verdict.sentence;
    for (const QString &line : analysis.changesInWords)
        text += QStringLiteral(" | ") + line;
    for (const QString &line : analysis.tiersInWords)
        text += QStringLiteral(" | ") + line;
    for (const Need &need : decision.needs) {
        text += QStringLiteral("\n%1:").arg(need.weight);
        for (const Rating &rating : need.ratings)
            text += QStringLiteral(" %1").arg(rating.level.value_or(-1));
    }
    return text;
}

inline void checkTiers(const Decision &decision, const Analysis &analysis)
{
    int greatest = 0;
    for (const std::size_t i : analysis.order)
        greatest = std::max(greatest, analysis.standings[i].tier);
    std::vector<bool> seen(static_cast<std::size_t>(greatest) + 1);
    for (const std::size_t i : analysis.order) {
        QVERIFY(analysis.standings[i].tier >= 1);
        seen[static_cast<std::size_t>(analysis.standings[i].tier)] = true;
    }
    for (std::size_t tier = 1; tier < seen.size(); ++tier)
        QVERIFY(seen[tier]);
    if (!analysis.order.empty())
        QCOMPARE(analysis.standings[analysis.order.front()].tier, 1);
    for (const auto &[a, b] : analysis.dominance) {
        const int above = analysis.standings[a].tier;
        const int below = analysis.standings[b].tier;
        if (above > 0 && below > 0)
            QVERIFY2(above != below, qPrintable(describe(decision, analysis)));
    }
}

inline void checkHeadline(const Decision &decision, const Analysis &analysis)
{
    if (analysis.verdict.state != VerdictState::ranked)
        return;
    const QString text = describe(decision, analysis);
    const QString &headline = analysis.verdict.headline;
    const std::size_t leader = *analysis.verdict.leader;
    const QString &name = decision.alternatives[leader].name;
    const bool close = headline == QStringLiteral("Too close to call");
    const bool ofFamily = headline.contains(QStringLiteral("which one is open"));
    QVERIFY2(close || ofFamily || headline.startsWith(name), qPrintable(text));
    QCOMPARE(close, isTooCloseToCall(analysis));
    // Whoever is best more often than the leader is spoken of.
    for (const std::size_t i : analysis.order) {
        const Standing &other = analysis.standings[i];
        const bool isAhead = other.chanceBest > analysis.standings[leader].chanceBest + 0.25;
        if (isAhead)
            QVERIFY2(close || ofFamily, qPrintable(text));
        if (isAhead)
            QVERIFY2(
                analysis.verdict.sentence.contains(
                    QStringLiteral("%1 is best more often").arg(decision.alternatives[i].name)) ||
                    analysis.verdict.sentence.contains(QStringLiteral("best more often")),
                qPrintable(text));
    }
    // Clearly ahead, and yet behind somebody surely: not both.
    for (const std::size_t i : analysis.order) {
        if (headline.contains(QStringLiteral("clearly")) && !ofFamily && i != leader)
            QVERIFY2(analysis.pairwise[leader][i] > 0.5, qPrintable(text));
    }
    QVERIFY2(!text.contains(QStringLiteral("nan")) && !text.contains(QStringLiteral("inf ")),
             qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("%1")) && !text.contains(QStringLiteral("  ")),
             qPrintable(text));
}

/// Every plausible flip, carried out, puts another first.
inline void checkFlips(const Decision &decision, const Analysis &analysis)
{
    for (const Flip &flip : analysis.flips) {
        QVERIFY(decision.needs[flip.need].weight > 0);
        if (!flip.plausible)
            continue;
        Decision changed = decision;
        Need &need = changed.needs[flip.need];
        Rating &rating = need.ratings[flip.alternative];
        need.mustReach.reset(); // a flip speaks of the ranking, not of who is let in
        changed.needs[flip.need].weight = flip.kind == Flip::Kind::weight ? flip.to : need.weight;
        if (flip.kind == Flip::Kind::rating) {
            const bool up = flip.to > flip.from;
            // A figure is the point of the tie; a little beyond it turns the order.
            rating.level = flip.wholeStep ? flip.to : flip.to + (up ? 1e-6 : -1e-6);
            rating.raw.reset();
        }
        for (Need &each : changed.needs)
            each.mustReach.reset();
        for (std::size_t i = 0; i < changed.alternatives.size(); ++i) {
            if (analysis.standings[i].excluded)
                changed.alternatives[i].exclusion = QStringLiteral("Out before.");
        }
        QVERIFY2(leaderOf(changed) != analysis.verdict.leader,
                 qPrintable(flip.sentence + QLatin1Char('\n') + describe(decision, analysis)));
        QVERIFY2(
            !flip.sentence.contains(QStringLiteral("from %1 to %1 ").arg(levelText(flip.from))),
            qPrintable(flip.sentence));
    }
}

/// The printed digits give the printed score.
inline void checkSum(const Decision &decision, const Analysis &analysis)
{
    if (!analysis.verdict.leader)
        return;
    const ScoreSum sum = scoreSum(decision, *analysis.verdict.leader);
    const auto number = [](QString text) { return text.remove(QLatin1Char(',')).toDouble(); };
    double products = 0;
    double weights = 0;
    for (const ScoreSum::Row &row : sum.rows) {
        products += number(row.product);
        weights += number(row.weight);
        const double level = row.level == QStringLiteral("?") ? 3 : number(row.level);
        QVERIFY(std::abs(number(row.weight) * level - number(row.product)) < 0.06);
    }
    QVERIFY(std::abs(products - number(sum.sum)) < 1e-6);
    QVERIFY(std::abs(products / weights - number(sum.score)) <= 0.005 + 1e-9);
    QCOMPARE(sum.score, scoreText(analysis.standings[*analysis.verdict.leader].score));
}

inline void checkSums(const Analysis &analysis)
{
    if (analysis.order.empty())
        return;
    double chances = 0;
    for (const Standing &standing : analysis.standings)
        chances += standing.chanceBest;
    QVERIFY(std::abs(chances - 1) < 1e-9);
    double difference = 0;
    for (const Contribution &each : analysis.contributions)
        difference += each.difference;
    QVERIFY(std::abs(difference - analysis.netDifference) < 1e-9);
    double flows = 0;
    for (const double flow : analysis.secondOpinion.net)
        flows += flow;
    QVERIFY(std::abs(flows) < 1e-9);
    for (std::size_t i = 0; i < analysis.pairwise.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(std::abs(analysis.pairwise[i][j] + analysis.pairwise[j][i] - 1) < 1e-9);
    }
}

/// The degree of the headline is that of the chance it speaks of.
inline void checkDegree(const Decision &decision, const Analysis &analysis)
{
    if (analysis.verdict.state != VerdictState::ranked)
        return;
    const double own = analysis.standings[*analysis.verdict.leader].chanceBest;
    const double told = own < 0.60 && analysis.family ? analysis.family->chanceBest : own;
    const QString text = describe(decision, analysis);
    const QString &headline = analysis.verdict.headline;
    QCOMPARE(headline == QStringLiteral("Too close to call"), told < 0.60);
    QVERIFY2(headline.contains(QStringLiteral(", narrowly")) == (told >= 0.60 && told < 0.75),
             qPrintable(text));
    QVERIFY2(headline.contains(QStringLiteral(" is the better fit")) ==
                 (told >= 0.75 && told < 0.92),
             qPrintable(text));
    QVERIFY2(headline.contains(QStringLiteral(", clearly")) == (told >= 0.92), qPrintable(text));
}

/// Who "could still be ahead" is, and who is "behind" is behind.
inline void checkOrderInWords(const Decision &decision, const Analysis &analysis)
{
    if (analysis.order.empty())
        return;
    const std::size_t leader = analysis.order.front();
    for (const std::size_t i : analysis.order) {
        if (i == leader)
            continue;
        const bool isBehind = analysis.pairwise[leader][i] >= kSureOrder;
        int told = 0;
        for (const QString &line : analysis.tiersInWords) {
            if (!line.contains(decision.alternatives[i].name))
                continue;
            ++told;
            QVERIFY2(line.startsWith(QStringLiteral("Behind ")) == isBehind,
                     qPrintable(describe(decision, analysis)));
        }
        QCOMPARE(told, 1);
    }
}

inline void checkVerdict(const Decision &decision, const Analysis &analysis)
{
    checkTiers(decision, analysis);
    checkHeadline(decision, analysis);
    checkDegree(decision, analysis);
    checkFlips(decision, analysis);
    checkSum(decision, analysis);
    checkSums(analysis);
}

} // namespace weighbridge::decision
