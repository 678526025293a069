// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown_decision.h"

#include "core/base/figure_text.h"
#include "core/decision/model/value_text.h"
#include "core/decision/views/wording.h"
#include "core/report/markdown_text.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::report
{

using namespace decision;

namespace
{

/// From this level on a rating speaks for an option, up to the other one against it.
constexpr double kGoodLevel = 4;
constexpr double kPoorLevel = 2.5;

bool isRanked(const Content &content)
{
    return !content.analysis.order.empty();
}

double shareOf(const Content &content, std::size_t need)
{
    return need < content.analysis.shares.size() ? content.analysis.shares[need] : 0;
}

QString levelText(const Rating &rating)
{
    return rating.level ? QString::number(*rating.level, 'g', 2) : QStringLiteral("unknown");
}

QString originText(const Need &need, const Rating &rating)
{
    const QString words = escaped(cellWords(need, rating));
    if (rating.provenance != decision::Provenance::measured)
        return words;
    if (words.isEmpty())
        return QStringLiteral("measured");
    QString text = QStringLiteral("measured: %1").arg(words);
    if (!rating.source.section.isEmpty())
        text += QStringLiteral(", ") + escaped(rating.source.section);
    return text;
}

QString footnoteName(const Need &need, const Alternative &alternative)
{
    QString name = need.id + QLatin1Char('-') + alternative.id;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber())
            c = QLatin1Char('-');
    }
    return name;
}

QString ratingCell(const Need &need, const Alternative &alternative, const Rating &rating)
{
    QString cell = levelText(rating);
    const QString origin = originText(need, rating);
    if (!origin.isEmpty())
        cell += QStringLiteral(" (%1)").arg(origin);
    if (!rating.erratum.isEmpty())
        cell += QStringLiteral("[^%1]").arg(footnoteName(need, alternative));
    return cell;
}

QString errataText(const Decision &decision)
{
    QString text;
    for (const Need &need : decision.needs) {
        for (std::size_t i = 0; i < need.ratings.size() && i < decision.alternatives.size(); ++i) {
            if (!need.ratings[i].erratum.isEmpty())
                text += QStringLiteral("[^%1]: %2\n")
                            .arg(footnoteName(need, decision.alternatives[i]),
                                 escaped(need.ratings[i].erratum));
        }
    }
    return text.isEmpty() ? text : text + QLatin1Char('\n');
}

/// What a rating says for or against an option, as one item.
QString prosItem(const Need &need, const Rating &rating)
{
    QString why;
    if (*rating.level >= kGoodLevel)
        why = QStringLiteral("Good");
    else if (*rating.level <= kPoorLevel)
        why = QStringLiteral("Bad");
    else
        why = QStringLiteral("Neutral");
    const QString origin = originText(need, rating);
    return QStringLiteral("* %1, because %2 is rated %3%4.\n")
        .arg(why, escaped(need.name), levelText(rating),
             origin.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(origin));
}

} // namespace

QString contextText(const Content &content)
{
    QStringList names;
    for (const Alternative &alternative : content.decision.alternatives)
        names << escaped(alternative.name);
    QString text = QStringLiteral("## Context and Problem Statement\n\n");
    if (!content.client.isEmpty())
        text += QStringLiteral("Prepared for %1. ").arg(escaped(content.client));
    return text + QStringLiteral("Which of %1 fits the project best, and how sure is that?\n\n")
                      .arg(names.join(QStringLiteral(", ")));
}

QString driversText(const Content &content)
{
    QString text = QStringLiteral("## Decision Drivers\n\n");
    for (std::size_t i = 0; i < content.decision.needs.size(); ++i) {
        const Need &need = content.decision.needs[i];
        text += QStringLiteral("* %1: weight %2 of 10, %3 of the whole")
                    .arg(escaped(need.name), QString::number(need.weight),
                         shareText(shareOf(content, i)));
        text += need.hint.isEmpty() ? QStringLiteral("\n")
                                    : QStringLiteral(" (%1)\n").arg(escaped(need.hint));
    }
    return text + QLatin1Char('\n');
}

QString optionsText(const Content &content)
{
    QString text = QStringLiteral("## Considered Options\n\n");
    for (const Alternative &alternative : content.decision.alternatives)
        text += QStringLiteral("* %1\n").arg(escaped(alternative.name));
    return text + QLatin1Char('\n');
}

QString outcomeText(const Content &content)
{
    const Analysis &analysis = content.analysis;
    QString text = QStringLiteral("## Decision Outcome\n\n**%1.** %2\n\n")
                       .arg(escaped(analysis.verdict.headline), escaped(analysis.verdict.sentence));
    if (!isRanked(content))
        return text;
    text += tableRow({QStringLiteral("Option"), QStringLiteral("Rank"), QStringLiteral("Score"),
                      QStringLiteral("Chance of being best")});
    text += tableRule(4, 1);
    for (const std::size_t i : analysis.order) {
        const Standing &standing = analysis.standings[i];
        text += tableRow({escaped(content.decision.alternatives[i].name),
                          QString::number(standing.rank), scoreText(standing),
                          escaped(chanceText(standing.chanceBest))});
    }
    return text + QLatin1Char('\n');
}

QString consequencesText(const Content &content)
{
    const auto leader = content.analysis.verdict.leader;
    if (!leader || *leader >= content.decision.alternatives.size())
        return {};
    const QString name = escaped(content.decision.alternatives[*leader].name);
    QString text = QStringLiteral("### Consequences\n\n");
    for (const Need &need : content.decision.needs) {
        const Rating &rating = need.ratings[*leader];
        if (need.weight <= 0 || !rating.level)
            continue;
        const auto best = std::max_element(
            need.ratings.begin(), need.ratings.end(), [](const Rating &a, const Rating &b) {
                return a.level.value_or(kLowestLevel) < b.level.value_or(kLowestLevel);
            });
        const double behind = best->level.value_or(*rating.level) - *rating.level;
        if (behind <= 0)
            text += QStringLiteral("* Good, because nothing rates higher than %1 in %2.\n")
                        .arg(name, escaped(need.name));
        else
            text += QStringLiteral("* Bad, because %1 gives up %2 of 4 levels in %3.\n")
                        .arg(name, QString::number(behind, 'g', 2), escaped(need.name));
    }
    return text + QLatin1Char('\n');
}

namespace
{

/// The runs whose figures rate a cell, as they come.
QStringList ratingRuns(const Decision &decision)
{
    QStringList runs;
    for (const Need &need : decision.needs) {
        for (const Rating &rating : need.ratings) {
            const bool isNew = rating.provenance == decision::Provenance::measured &&
                               !rating.source.run.isEmpty() && !runs.contains(rating.source.run);
            if (isNew)
                runs << rating.source.run;
        }
    }
    return runs;
}

} // namespace

QString confirmationText(const Content &content)
{
    QString text = QStringLiteral("### Confirmation\n\n");
    const auto &alternatives = content.decision.alternatives;
    const bool canMeasure =
        std::any_of(alternatives.begin(), alternatives.end(),
                    [](const Alternative &each) { return !each.targets.empty(); });
    if (!content.run)
        return text + (canMeasure ? QStringLiteral("Nothing was measured yet: the ratings are the "
                                                   "source's and judgement. `weighbridge bench` "
                                                   "measures them.\n\n")
                                  : QStringLiteral("The ratings are judgement.\n\n"));
    const QStringList rating = ratingRuns(content.decision);
    if (rating.isEmpty())
        return text +
               QStringLiteral("The ratings are the source's and judgement; what was measured "
                              "is not applied to them.\n\n");
    return text + QStringLiteral("Measured ratings come from %1 %2; the same plan and seed repeat "
                                 "%3.\n\n")
                      .arg(rating.size() == 1 ? QStringLiteral("run") : QStringLiteral("runs"),
                           escaped(listText(rating)),
                           rating.size() == 1 ? QStringLiteral("it") : QStringLiteral("them"));
}

QString decisionTableText(const Content &content)
{
    const Decision &decision = content.decision;
    QStringList titles{QStringLiteral("Need"), QStringLiteral("Weight"), QStringLiteral("Share")};
    for (const Alternative &alternative : decision.alternatives)
        titles << escaped(alternative.name);
    QString text = QStringLiteral("## What Was Weighed\n\n") + tableRow(titles) +
                   QStringLiteral("|---|---:|---:|") +
                   QStringLiteral("---|").repeated(titles.size() - 3) + QLatin1Char('\n');
    for (std::size_t i = 0; i < decision.needs.size(); ++i) {
        const Need &need = decision.needs[i];
        QStringList cells{escaped(need.name), QString::number(need.weight),
                          shareText(shareOf(content, i))};
        for (std::size_t a = 0; a < need.ratings.size() && a < decision.alternatives.size(); ++a)
            cells << ratingCell(need, decision.alternatives[a], need.ratings[a]);
        text += tableRow(cells);
    }
    return text + QLatin1Char('\n') + errataText(decision);
}

QString whyText(const Content &content)
{
    const Analysis &analysis = content.analysis;
    const auto &alternatives = content.decision.alternatives;
    if (analysis.contributions.empty() || analysis.second >= alternatives.size())
        return {};
    const QString first = escaped(alternatives[analysis.first].name);
    const QString second = escaped(alternatives[analysis.second].name);
    QString text = QStringLiteral("## Why\n\nShare of the weight × difference in rating, %1 − %2. "
                                  "The parts add up to the net difference, but for rounding.\n\n")
                       .arg(first, second);
    text +=
        tableRow({QStringLiteral("Need"), QStringLiteral("For"), QStringLiteral("Difference")}) +
        QStringLiteral("|---|---|---:|\n");
    const auto row = [&](const QString &name, double difference) {
        return tableRow({name,
                         difference > 0   ? first
                         : difference < 0 ? second
                                          : QStringLiteral("–"),
                         QString::number(difference, 'f', 2)});
    };
    for (const Contribution &contribution : analysis.contributions)
        text +=
            row(escaped(content.decision.needs[contribution.need].name), contribution.difference);
    return text + row(QStringLiteral("**Net difference**"), analysis.netDifference) +
           QLatin1Char('\n');
}

QString flipsText(const Content &content)
{
    QString text = QStringLiteral("## What Would Change the Answer\n\n");
    for (const QString &line : content.analysis.changesInWords)
        text += QStringLiteral("* %1\n").arg(escaped(line));
    if (content.analysis.changesInWords.empty())
        text += QStringLiteral("No single weight or rating flips it.\n");
    return text + QLatin1Char('\n');
}

QString prosAndConsText(const Content &content)
{
    QString text = QStringLiteral("## Pros and Cons of the Options\n\n");
    for (std::size_t i = 0; i < content.decision.alternatives.size(); ++i) {
        text += QStringLiteral("### %1\n\n").arg(escaped(content.decision.alternatives[i].name));
        for (const Need &need : content.decision.needs) {
            if (i < need.ratings.size() && need.ratings[i].level)
                text += prosItem(need, need.ratings[i]);
        }
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace weighbridge::report
