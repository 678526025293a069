// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary_lines.h"

#include "core/report/summary_notes.h"
#include "core/report/summary_wording.h"
#include "core/report/words.h"

#include <algorithm>

namespace weighbridge::report
{

namespace
{

using Kind = SummaryLine::Kind;
using State = SummaryCell::State;
using results::Grade;

/// "14 %" of what is better when there is more of it, "3.1×" of the rest.
QString relativeText(const results::Quantity &quantity, double ratio, const QLocale &locale)
{
    return quantity.moreIsBetter() ? percentText(ratio, locale)
                                   : factorText(ratio, locale) + QStringLiteral("×");
}

/// "Latency, 99th percentile, ms"; "Files", which are counted in files.
QString titleWithUnit(const results::Quantity &quantity)
{
    return quantity.title.compare(quantity.unit, Qt::CaseInsensitive) == 0
               ? quantity.title
               : QStringLiteral("%1, %2").arg(quantity.title, quantity.unit);
}

QString marksOf(const SummaryCell &cell, const BenchmarkSummary &summary)
{
    QString marks = gradeMark(cell.grade);
    for (const std::size_t note : cell.notes)
        marks += summary.notes[note].mark;
    return marks;
}

QString figureText(const SummaryCell &cell, const SummaryRow &row, const QLocale &locale)
{
    switch (cell.state) {
    case State::failed:
        return Words::tr("failed");
    case State::notRun:
        return Words::tr("not run");
    case State::withoutFigure:
    case State::absent:
        return results::noFigure();
    case State::measured:
        break;
    }
    return cell.ratio ? relativeText(*row.quantity, cell.ratio->ratio, locale)
                      : results::valueText(*row.quantity, *cell.value, locale);
}

SummaryLine figuresLine(const SummaryRow &row, const BenchmarkSummary &summary,
                        const QString &label)
{
    SummaryLine line{Kind::figures, label, {}, {}};
    for (const SummaryCell &cell : row.cells) {
        line.grades.push_back(cell.grade);
        const QString marks = marksOf(cell, summary);
        line.cells << figureText(cell, row, summary.locale) +
                          (marks.isEmpty() ? QString() : QLatin1Char(' ') + marks);
    }
    return line;
}

/// "81–91" of percentages, "2.9–3.4" of factors; more digits where both ends would read alike.
QString rangeText(const results::Quantity &quantity, const results::Ratio &ratio,
                  const QLocale &locale)
{
    const double scale = quantity.moreIsBetter() ? 100 : 1;
    return spanText(ratio.low * scale, ratio.high * scale, locale);
}

SummaryLine rangesLine(const SummaryRow &row, const QLocale &locale)
{
    SummaryLine line{Kind::ranges, {}, {}, {}};
    for (const SummaryCell &cell : row.cells)
        line.cells << (cell.hasInterval ? rangeText(*row.quantity, *cell.ratio, locale)
                                        : QString());
    return line;
}

/// Relative to the greatest of them, as the measured ones are to theirs.
SummaryLine publishedLine(const SummaryRow &row, const QLocale &locale)
{
    double best = 0;
    for (const auto &figure : row.published)
        best = std::max(best, figure.value_or(0));
    SummaryLine line{Kind::published, Words::tr("as published"), {}, {}};
    for (const auto &figure : row.published)
        line.cells << (!figure           ? results::noFigure()
                       : *figure == best ? grouped(*figure, locale)
                                         : percentText(*figure / best, locale));
    return line;
}

bool hasIntervals(const SummaryRow &row)
{
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const SummaryCell &cell) { return cell.hasInterval; });
}

void addRow(std::vector<SummaryLine> &lines, const SummaryRow &row, const BenchmarkSummary &summary,
            const QString &label)
{
    lines.push_back(figuresLine(row, summary, label));
    if (hasIntervals(row))
        lines.push_back(rangesLine(row, summary.locale));
    if (!row.published.empty())
        lines.push_back(publishedLine(row, summary.locale));
}

} // namespace

std::vector<SummaryLine> summaryLines(const BenchmarkSummary &summary)
{
    std::vector<SummaryLine> lines;
    if (summary.ofOneRun && !summary.rows.empty())
        lines.push_back({Kind::heading, summary.rows.front().load, {}, {}});
    const results::Quantity *heading = nullptr;
    for (const SummaryRow &row : summary.rows) {
        const QString quantity = titleWithUnit(*row.quantity);
        if (summary.ofOneRun || !row.loaded) {
            // "Start to first answer, ms" says what "Cold start" says.
            addRow(lines, row, summary, quantity);
            continue;
        }
        if (row.quantity != heading)
            lines.push_back({Kind::heading, quantity, {}, {}});
        heading = row.quantity;
        addRow(lines, row, summary, row.load);
    }
    return lines;
}

QStringList summaryLegend(const BenchmarkSummary &summary)
{
    const auto any = [&summary](auto test) {
        return std::any_of(summary.rows.begin(), summary.rows.end(), test);
    };
    const auto anyCell = [&](auto test) {
        return any([&](const SummaryRow &row) {
            return std::any_of(row.cells.begin(), row.cells.end(), test);
        });
    };
    QStringList legend;
    const bool anyRatio = anyCell([](const SummaryCell &cell) { return cell.ratio.has_value(); });
    if (anyRatio && summary.against.isEmpty())
        legend << Words::tr("The best of each row is in its unit, the others are relative to it.");
    else if (anyRatio)
        legend << Words::tr("%1 is in the unit of each row, the others are relative to it.")
                      .arg(summary.against);
    for (const SummaryTarget &target : summary.targets) {
        if (target.isCeiling)
            legend
                << Words::tr("%1 is the ceiling of this machine, not a choice.").arg(target.name);
    }
    if (any(hasIntervals))
        legend << Words::tr("Below them: 95 % intervals over the rounds.");
    if (anyCell([](const SummaryCell &cell) { return cell.grade == Grade::invalid; }))
        legend << Words::tr("! is invalid: not used in a decision.");
    if (anyCell([](const SummaryCell &cell) { return cell.grade == Grade::doubtful; }))
        legend << Words::tr(
            "? is doubtful: its intervals are widened, and a decision uses it only if you insist.");
    return legend;
}

QStringList summarySentences(const BenchmarkSummary &summary)
{
    if (hasNothingValid(summary)) // the verdict says it once for all
        return {};
    QStringList sentences;
    QStringList invalid;
    for (const SummaryRow &row : summary.rows) {
        const bool isVerdict = summary.ofOneRun && &row == &summary.rows.front();
        if (!summary.ofOneRun && row.best.empty()) {
            invalid << row.load;
            continue;
        }
        const bool isFigureAlone = row.groups.size() == 1 && row.groups.front().size() == 1;
        if (isVerdict || (summary.ofOneRun && isFigureAlone))
            continue;
        sentences << QStringLiteral("%1: %2").arg(summary.ofOneRun ? row.quantity->title : row.load,
                                                  row.sentence);
    }
    if (!invalid.isEmpty())
        sentences << Words::tr("No figure is valid of %1.").arg(invalid.join(QStringLiteral("; ")));
    return sentences;
}

QString noteText(const SummaryNote &note)
{
    return results::inWords(note.grade, note.text, note.remedy);
}

QString noteMark(const SummaryNote &note)
{
    return note.mark.isEmpty() ? Words::tr("all", "a note that all figures have") : note.mark;
}

} // namespace weighbridge::report
