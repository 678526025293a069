// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/verdict_text.h"

#include "app/command_line/text_table.h"
#include "core/decision/model/value_text.h"
#include "core/decision/views/wording.h"

#include <QStringList>

#include <algorithm>

namespace weighbridge::app
{

using namespace decision;

namespace
{

QString levelText(const std::optional<double> &level)
{
    return level ? QString::number(*level, 'g', 2) : QStringLiteral("?");
}

QString cellText(const Need &need, const Rating &rating)
{
    QString text = levelText(rating.level);
    if (rating.provenance == decision::Provenance::measured)
        text += QStringLiteral(" measured");
    if (const QString words = cellWords(need, rating); !words.isEmpty())
        text += QLatin1Char(' ') + words;
    return rating.erratum.isEmpty() ? text : text + QStringLiteral(" [!]");
}

QString rankingText(const Decision &decision, const Analysis &analysis)
{
    TextTable table;
    table.addColumn(QString(), TextTable::Align::right);
    table.addColumn(QStringLiteral("Alternative"));
    table.addColumn(QStringLiteral("Score"), TextTable::Align::right);
    table.addColumn(QStringLiteral("Chance of being best"), TextTable::Align::right);
    for (const std::size_t i : analysis.order) {
        const Standing &standing = analysis.standings[i];
        table.addRow({QString::number(standing.rank), decision.alternatives[i].name,
                      scoreText(standing), chanceText(standing.chanceBest)});
    }
    QString exclusions;
    for (std::size_t i = 0; i < analysis.standings.size(); ++i) {
        const Standing &standing = analysis.standings[i];
        if (!standing.excluded)
            continue;
        table.addRow({QStringLiteral("out"), decision.alternatives[i].name, scoreText(standing)});
        exclusions += standing.exclusion + QLatin1Char('\n');
    }
    return table.toString() + exclusions;
}

QString tableText(const Decision &decision, const Analysis &analysis)
{
    TextTable table;
    table.addColumn(QStringLiteral("Need"));
    table.addColumn(QStringLiteral("Id"));
    table.addColumn(QStringLiteral("Weight"), TextTable::Align::right);
    table.addColumn(QStringLiteral("Share"), TextTable::Align::right);
    for (const Alternative &alternative : decision.alternatives)
        table.addColumn(alternative.name);
    for (std::size_t i = 0; i < decision.needs.size(); ++i) {
        const Need &need = decision.needs[i];
        const double share = i < analysis.shares.size() ? analysis.shares[i] : 0;
        QStringList cells{need.name, need.id, QString::number(need.weight, 'g', 3),
                          QStringLiteral("%1%").arg(share * 100, 0, 'f', 0)};
        for (const Rating &rating : need.ratings)
            cells << cellText(need, rating);
        table.addRow(cells);
    }
    return table.toString();
}

bool hasRanking(const Analysis &analysis)
{
    return !analysis.standings.empty() &&
           std::any_of(analysis.shares.begin(), analysis.shares.end(),
                       [](double share) { return share > 0; });
}

} // namespace

QString verdictText(const Decision &decision, const Analysis &analysis)
{
    QString text = analysis.verdict.headline + QLatin1Char('\n');
    if (!analysis.verdict.sentence.isEmpty())
        text += analysis.verdict.sentence + QLatin1Char('\n');
    if (hasRanking(analysis))
        text += QLatin1Char('\n') + rankingText(decision, analysis);
    if (!decision.needs.empty())
        text += QLatin1Char('\n') + tableText(decision, analysis);
    for (const Need &need : decision.needs) {
        for (const Rating &rating : need.ratings) {
            if (!rating.erratum.isEmpty())
                text += QStringLiteral("[!] %1: %2\n").arg(need.name, rating.erratum);
        }
    }
    return text;
}

QString verdictLine(const Decision &decision, const Analysis &analysis)
{
    QStringList chances;
    if (hasRanking(analysis)) {
        for (const std::size_t i : analysis.order)
            chances << QStringLiteral("%1 %2").arg(decision.alternatives[i].name,
                                                   chanceText(analysis.standings[i].chanceBest));
    }
    QString line = analysis.verdict.headline;
    if (!chances.isEmpty())
        line +=
            QStringLiteral(" (chance of being best: %1)").arg(chances.join(QStringLiteral(", ")));
    return line + QStringLiteral(". ") + analysis.verdict.sentence;
}

} // namespace weighbridge::app
