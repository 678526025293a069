// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/bench_output.h"

#include "app/command_line/text_table.h"
#include "app/command_line/verdict_text.h"
#include "app/command_line/wrapped_text.h"
#include "core/measure/targets/language.h"
#include "core/report/benchmark_summary.h"
#include "core/report/summary_lines.h"
#include "core/report/summary_notes.h"
#include "core/report/summary_wording.h"
#include "core/results/columns.h"
#include "core/results/ratio_text.h"
#include "core/results/statistics.h"

#include <algorithm>

namespace weighbridge::app
{

using namespace results;
using report::BenchmarkSummary;
using report::SummaryLine;

namespace
{

constexpr int kLongestName = 16;  // of a target
constexpr int kLongestLabel = 44; // of a row
constexpr int kLongestCell = 24;
constexpr int kIndent = 2;
constexpr int kMarkColumns = 5;

/// Names for columns and pairs: short, but never two alike.
QStringList shortNames(const BenchmarkSummary &summary)
{
    QStringList names;
    for (const report::SummaryTarget &target : summary.targets)
        names << shortened(target.name, kLongestName);
    const QStringList all = names;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (all.count(all[i]) > 1)
            names[i] = summary.targets[static_cast<std::size_t>(i)].id;
    }
    return names;
}

/// "Gin", "Gin ?": with the mark of its grade in this run.
QString markedName(const QString &name, const TargetResult *result)
{
    const QString mark = result ? report::gradeMark(report::gradeIn(*result)) : QString();
    return mark.isEmpty() ? name : QStringLiteral("%1 %2").arg(name, mark);
}

QString verdictPart(const BenchmarkSummary &summary)
{
    QString text;
    for (const QString &sentence : summary.verdict)
        text += wrapped(sentence);
    return text;
}

QString labelOf(const SummaryLine &line, bool isBelowHeading)
{
    const int indent = line.kind == SummaryLine::Kind::heading ? 0 : isBelowHeading ? kIndent : 0;
    return QString(indent, QLatin1Char(' ')) + shortened(line.label, kLongestLabel);
}

QString tablePart(const BenchmarkSummary &summary)
{
    TextTable table;
    table.addColumn({});
    for (const QString &name : shortNames(summary))
        table.addColumn(name, TextTable::Align::right);
    const std::vector<SummaryLine> lines = report::summaryLines(summary);
    const bool hasHeadings = std::any_of(lines.begin(), lines.end(), [](const SummaryLine &line) {
        return line.kind == SummaryLine::Kind::heading;
    });
    for (const SummaryLine &line : lines) {
        QStringList cells{labelOf(line, hasHeadings)};
        for (const QString &cell : line.cells)
            cells << shortened(cell, kLongestCell);
        table.addRow(cells);
    }
    const QString legend = report::summaryLegend(summary).join(QLatin1Char(' '));
    return table.toString(kTextColumns) + (legend.isEmpty() ? QString() : wrapped(legend));
}

QString sentencesPart(const BenchmarkSummary &summary)
{
    QString text;
    for (const QString &sentence : report::summarySentences(summary))
        text += wrapped(sentence, {}, kIndent);
    return text;
}

/// What each target reached, where there is room for it.
QString figuresPart(const Runs &runs, const BenchmarkSummary &summary)
{
    if (!summary.ofOneRun)
        return {};
    const BenchmarkResult &run = *runs.front();
    const std::vector<Column> columns = columnsOf(run);
    if (columns.empty())
        return {};
    TextTable table;
    table.addColumn(QStringLiteral("Target"));
    for (const Column &column : columns)
        table.addColumn(headingOf(column), TextTable::Align::right);
    const QStringList names = shortNames(summary);
    for (std::size_t i = 0; i < summary.targets.size(); ++i) {
        const TargetResult *result = run.find(summary.targets[i].id);
        QStringList cells{markedName(names[static_cast<qsizetype>(i)], result)};
        for (const Column &column : columns)
            cells << (result ? shortened(cellText(*result, column), kLongestCell) : noFigure());
        table.addRow(cells);
    }
    return table.toString(kTextColumns);
}

QString notesPart(const BenchmarkSummary &summary)
{
    QString text;
    for (const report::SummaryNote &note : summary.notes)
        text += wrapped(report::noteText(note), report::noteMark(note).leftJustified(kMarkColumns));
    return text;
}

/// "Gin ÷ FastAPI 7.14 (6.80–7.49)", the greater one first.
QString ratioLine(const BenchmarkResult &run, const BenchmarkSummary &summary,
                  const Ratio &compared)
{
    const Ratio ratio = compared.ratio < 1 ? inverse(compared) : compared;
    const QStringList names = shortNames(summary);
    const auto nameOf = [&](const QString &id) {
        const auto &all = summary.targets;
        const auto found =
            std::find_if(all.begin(), all.end(), [&id](const auto &each) { return each.id == id; });
        return markedName(found == all.end() ? id : names[found - all.begin()], run.find(id));
    };
    const QString same = sameness(ratio);
    return QStringLiteral("%1 ÷ %2 %3%4")
        .arg(nameOf(ratio.a), nameOf(ratio.b), ratioText(ratio),
             same.isEmpty() ? same : QStringLiteral(", ") + same);
}

QString ratiosPart(const Runs &runs, const BenchmarkSummary &summary)
{
    QString text;
    for (const auto &run : runs) {
        for (const QString &id : quantitiesOf(run->plan.workload)) {
            QString lines;
            for (const Ratio &ratio : run->ratios) {
                if (ratio.quantity == id)
                    lines += wrapped(ratioLine(*run, summary, ratio),
                                     QString(kIndent, QLatin1Char(' ')), 2 * kIndent);
            }
            if (!lines.isEmpty())
                text += wrapped(runs.size() == 1
                                    ? quantityOf(id).title
                                    : QStringLiteral("%1: %2").arg(report::loadText(run->plan),
                                                                   quantityOf(id).title)) +
                        lines;
        }
    }
    return text;
}

bool hasLanguage(const Runs &runs, const QString &language)
{
    return std::any_of(runs.begin(), runs.end(), [&language](const auto &run) {
        return std::any_of(
            run->results.begin(), run->results.end(),
            [&language](const TargetResult &each) { return each.language == language; });
    });
}

/// What an estimate of an image rests on.
QString imagePart(const Runs &runs, const BenchmarkSummary &summary)
{
    const bool isShown =
        std::any_of(summary.rows.begin(), summary.rows.end(), [](const report::SummaryRow &row) {
            return row.quantity->id == QLatin1String("image_estimate_mib");
        });
    if (!isShown)
        return {};
    QStringList bases;
    for (const measure::Language &language : measure::languages()) {
        if (!hasLanguage(runs, QString::fromLatin1(language.toolchain.id)))
            continue;
        const measure::BaseImage &image = language.image;
        bases << (image.megabytes > 0 ? QStringLiteral("%1 with %2 MB (%3)")
                                            .arg(image.name, figure(image.megabytes), image.date)
                                      : image.name);
    }
    return wrapped(QStringLiteral("Image estimate: what is deployed, on a base image: %1")
                       .arg(bases.join(QStringLiteral(", "))));
}

QString factsPart(const BenchmarkSummary &summary)
{
    constexpr int kTitleColumns = 10;
    QString text;
    for (const report::SummaryFact &fact : summary.facts)
        text += wrapped(fact.text, fact.title.leftJustified(kTitleColumns));
    return text;
}

QString projectPart(const std::optional<ProjectChange> &change)
{
    if (!change)
        return {};
    const auto line = [](const QString &text) {
        return wrapped(text, QString(kIndent, QLatin1Char(' ')), 2 * kIndent);
    };
    QString text = wrapped(QStringLiteral("Project %1").arg(change->file));
    for (const QString &remark : change->remarks)
        text += line(remark);
    if (change->proposals.empty())
        return text + line(QStringLiteral("The run was added; no rating was changed.")) +
               line(verdictLine(change->after, change->verdictAfter));
    for (const auto &proposal : change->proposals)
        text += line(proposal.sentence);
    return text +
           line(QStringLiteral("Before: ") + verdictLine(change->before, change->verdictBefore)) +
           line(QStringLiteral("After: ") + verdictLine(change->after, change->verdictAfter));
}

} // namespace

QString benchText(const Runs &runs, const BenchText &how,
                  const std::optional<ProjectChange> &change)
{
    const BenchmarkSummary summary = report::summarize(runs, how.against);
    QStringList parts{verdictPart(summary), tablePart(summary), sentencesPart(summary),
                      figuresPart(runs, summary), imagePart(runs, summary)};
    if (how.ratios == BenchText::Ratios::ofAllPairs)
        parts << ratiosPart(runs, summary);
    parts << notesPart(summary) << factsPart(summary) << projectPart(change);
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

QString benchVerdict(const Runs &runs, const BenchText &how,
                     const std::optional<ProjectChange> &change)
{
    const BenchmarkSummary summary = report::summarize(runs, how.against);
    QString text = verdictPart(summary);
    for (const report::SummaryNote &note : summary.notes) {
        if (report::hasNothingValid(summary) && note.grade == Grade::invalid)
            text += wrapped(report::noteText(note));
    }
    if (change)
        text += wrapped(verdictLine(change->after, change->verdictAfter));
    return text;
}

} // namespace weighbridge::app
