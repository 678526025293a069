// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown_decision.h"
#include "core/report/markdown_text.h"
#include "core/report/measured_tables.h"
#include "core/report/report_content.h"
#include "core/report/summary_lines.h"
#include "core/report/view_summaries.h"
#include "core/results/columns.h"

#include <algorithm>

namespace weighbridge::report
{

namespace
{

using results::BenchmarkResult;
using results::TargetResult;

/// The run's figures as tables have them everywhere, in full, beside what was published.
QString figuresTable(const BenchmarkResult &run)
{
    const auto columns = results::columnsOf(run, results::Detail::full);
    QStringList heads{QStringLiteral("Target"), QStringLiteral("Version"),
                      QStringLiteral("Published req/s")};
    for (const results::Column &column : columns)
        heads << escaped(results::headingOf(column));
    QString text = tableRow(heads) + tableRule(heads.size(), 2);
    for (const TargetResult &target : run.results) {
        const auto *published = article::builtInArticle().find(target.target, run.plan);
        QStringList cells{escaped(target.name),
                          target.frameworkVersion.isEmpty() ? results::noFigure()
                                                            : escaped(target.frameworkVersion),
                          published ? grouped(published->requestsPerSecond) : results::noFigure()};
        for (const results::Column &column : columns)
            cells << results::cellText(target, column);
        text += tableRow(cells);
    }
    return text + QLatin1Char('\n');
}

/// The cells may hold anything.
QString tableText(const MeasuredTable &table)
{
    const auto row = [](const QStringList &cells) {
        QStringList safe;
        for (const QString &cell : cells)
            safe.append(escaped(cell));
        return tableRow(safe);
    };
    QString text = row(table.columns) + tableRule(table.columns.size(), 1);
    for (const QStringList &cells : table.rows)
        text += row(cells);
    return text + QLatin1Char('\n');
}

QString itemsText(const QStringList &items)
{
    QString text;
    for (const QString &item : items)
        text += QStringLiteral("* %1\n").arg(escaped(item));
    return text.isEmpty() ? text : text + QLatin1Char('\n');
}

QString summaryText(const BenchmarkSummary &summary)
{
    QStringList notes;
    for (const SummaryNote &note : summary.notes)
        notes << QStringLiteral("%1 – %2").arg(noteMark(note), noteText(note));
    const MeasuredTable table = summaryTable(summary);
    return escaped(summary.verdict.join(QLatin1Char(' '))) + QStringLiteral("\n\n") +
           tableText(table) + escaped(table.caption) + QStringLiteral("\n\n") +
           itemsText(summarySentences(summary)) + itemsText(notes);
}

QString benchmarkText(const Content &content)
{
    if (!content.run)
        return {};
    return QStringLiteral("## Measured Here\n\n") + summaryText(summaryOf(content)) +
           QStringLiteral("### %1\n\n").arg(escaped(loadText(content.run->plan))) +
           figuresTable(*content.run);
}

QString publishedText(const Content &content)
{
    if (content.published.empty())
        return {};
    const article::Article &article = article::builtInArticle();
    QString text =
        QStringLiteral("## Published Figures\n\nFrom “%1”, %2 users. By Little's law users "
                       "who always wait for their reply are throughput × mean latency.\n\n")
            .arg(escaped(article.title), grouped(article.users));
    text += tableRow({QStringLiteral("Target"), QStringLiteral("Little's law"),
                      QStringLiteral("Published req/s"), QStringLiteral("Published ms"),
                      QStringLiteral("Implied ms"), QStringLiteral("Implied users")});
    text += tableRule(6, 2);
    for (const article::PublishedCheck &check : content.published)
        text += tableRow(
            {escaped(check.figure.target),
             check.law.holds() ? QStringLiteral("holds") : QStringLiteral("does not add up"),
             grouped(check.figure.requestsPerSecond), figure(check.figure.latencyMs),
             figure(check.law.impliedLatencyMs()), grouped(check.law.impliedUsers())});
    return text + QLatin1Char('\n');
}

QString tablesText(const Content &content)
{
    QString text;
    for (const MeasuredTable &table : measuredTables(content)) {
        text +=
            QStringLiteral("### %1\n\n%2\n\n").arg(escaped(table.title), escaped(table.caption));
        text += tableText(table);
    }
    return text;
}

QString findingsText(const Content &content)
{
    QString text;
    for (const ViewSummary &finding : viewSummaries(content)) {
        text += QStringLiteral("### %1\n\n").arg(escaped(finding.title));
        for (const QString &line : finding.lines)
            text += QStringLiteral("* %1\n").arg(escaped(line));
        text += QLatin1Char('\n');
    }
    return text.isEmpty() ? text : QStringLiteral("## A Closer Look\n\n") + text;
}

QString claimsText(const Content &content)
{
    QString text =
        QStringLiteral("## The Article's Claims\n\n") +
        tableRow({QStringLiteral("Claim"), QStringLiteral("Verdict"), QStringLiteral("Why"),
                  QStringLiteral("Measured here"), QStringLiteral("What others found")}) +
        tableRule(5, 5);
    for (const article::AssessedClaim &each : content.claims) {
        QString verdict = weighbridge::nameOf(each.verdict);
        text += tableRow({escaped(each.claim.text),
                          verdict.replace(QLatin1Char('_'), QLatin1Char(' ')), escaped(each.reason),
                          each.measured.isEmpty() ? QStringLiteral("–") : escaped(each.measured),
                          escaped(each.claim.elsewhere)});
    }
    return text + QLatin1Char('\n');
}

/// What was measured on, and how each server was started.
QString surroundingsText(const Content &content)
{
    QString text;
    for (const SummaryFact &fact : summaryOf(content).facts)
        text += QStringLiteral("* %1: %2\n").arg(escaped(fact.title), escaped(fact.text));
    for (const TargetResult &target : content.run->results) {
        if (!target.command.isEmpty())
            text += QStringLiteral("* %1: `%2`\n")
                        .arg(escaped(target.name), target.command.join(QLatin1Char(' '))
                                                       .remove(QLatin1Char('`'))
                                                       .simplified());
    }
    return text + QStringLiteral("* Run %1\n").arg(escaped(content.run->id));
}

QString methodText(const Content &content)
{
    QString text = QStringLiteral(
        "## More Information\n\n"
        "* Method: additive value model; score = Σ share × rating, on the scale 1 to 5. A "
        "measured or estimated figure becomes a rating on a logarithmic scale between fixed "
        "anchors; what is beyond them is worth no more and no less.\n");
    text +=
        content.analysis.draws > 0
            ? QStringLiteral("* Chance of being best: %1 draws of weights and ratings; judged "
                             "ratings off by up to %2 levels, those of one alternative together "
                             "(correlation %3); seed %4.\n")
                  .arg(grouped(content.analysis.draws), figure(content.decision.ratingHalfWidth()),
                       figure(content.decision.judgementCorrelation))
                  .arg(content.decision.seed)
            : QStringLiteral("* Chance of being best: exact.\n");
    if (content.run)
        text += surroundingsText(content);
    const article::Article &article = article::builtInArticle();
    if (content.isOfTheArticle)
        text += QStringLiteral("* Source of ratings and published figures: “%1” (%2)\n")
                    .arg(escaped(article.title), escaped(article.publisher));
    return text + QStringLiteral("* Made by Weighbridge %1\n").arg(escaped(content.programVersion));
}

bool has(const Content &content, Section section)
{
    return std::find(content.sections.begin(), content.sections.end(), section) !=
           content.sections.end();
}

} // namespace

QByteArray toMarkdown(const Content &content)
{
    const QString title =
        content.title.isEmpty() ? QStringLiteral("Stack decision") : escaped(content.title);
    QString text = QStringLiteral("---\nstatus: proposed\ndate: %1\n---\n\n# %2\n\n")
                       .arg(content.date.toString(Qt::ISODate), title);
    text += contextText(content) + driversText(content) + optionsText(content);
    if (has(content, Section::recommendation))
        text += outcomeText(content) + consequencesText(content) + confirmationText(content);
    if (has(content, Section::table))
        text += decisionTableText(content) + prosAndConsText(content);
    if (has(content, Section::why))
        text += whyText(content);
    if (has(content, Section::flips))
        text += flipsText(content);
    if (has(content, Section::views))
        text += findingsText(content);
    if (has(content, Section::benchmark))
        text += benchmarkText(content) + tablesText(content);
    if (has(content, Section::published))
        text += publishedText(content);
    if (has(content, Section::claims))
        text += claimsText(content);
    if (has(content, Section::method))
        text += methodText(content);
    return text.toUtf8();
}

} // namespace weighbridge::report
