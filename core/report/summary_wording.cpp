// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary_wording.h"

#include "core/report/words.h"

#include <algorithm>
#include <map>

namespace weighbridge::report
{

namespace
{

using Columns = std::vector<std::size_t>;
using results::Quantity;

/// `value` with `least` decimals, or more where it would read as `forbidden` and is not.
QString toldFrom(double value, double forbidden, int least, const QLocale &locale)
{
    constexpr int kMostDecimals = 3;
    if (value == forbidden)
        return QString::number(value);
    for (int decimals = least;; ++decimals) {
        const double read = QString::number(value, 'f', decimals).toDouble();
        if (read != forbidden || decimals == kMostDecimals)
            return locale.toString(value, 'f', decimals);
    }
}

int decimalsFor(double value)
{
    return value >= 9.95 ? 0 : value >= 0.1 ? 1 : 2; // 9.97 reads "10"
}

QStringList namesOf(const Columns &columns, const std::vector<SummaryTarget> &targets)
{
    QStringList names;
    for (const std::size_t column : columns)
        names << targets[column].name;
    return names;
}

/// "14 %", "84–86 %", "3.1 times": a group against the reference. Where its members lie on both
/// sides of it, the first speaks for them.
QString amountText(const Columns &group, const SummaryRow &row, const QLocale &locale)
{
    const bool less = row.cells[group.front()].ratio->ratio < 1;
    std::vector<double> ratios;
    for (const std::size_t column : group) {
        const double ratio = row.cells[column].ratio->ratio;
        if ((ratio < 1) == less)
            ratios.push_back(ratio);
    }
    const auto [low, high] = std::minmax_element(ratios.begin(), ratios.end());
    const auto text = [&](double ratio) {
        return less ? percentText(ratio, locale).section(QLatin1Char(' '), 0, 0)
                    : factorText(ratio, locale);
    };
    QString range = text(*low);
    if (text(*high) != range)
        range += QStringLiteral("–") + text(*high);
    return less ? QStringLiteral("%1 %").arg(range) : Words::tr("%1 times").arg(range);
}

/// "Gin and Fiber cannot be told apart"; empty for one alone.
QString togetherText(const Columns &group, const SummaryRow &row,
                     const std::vector<SummaryTarget> &targets, const QLocale &locale)
{
    if (group.size() < 2)
        return {};
    const QString names = listText(namesOf(group, targets));
    // The same figure by chance, from rounds that differ, is no equality.
    const bool areEqual = std::all_of(group.begin() + 1, group.end(), [&](std::size_t column) {
        const SummaryCell &cell = row.cells[column];
        return *cell.value == *row.cells[group.front()].value &&
               !(cell.ratio && cell.ratio->hasRange());
    });
    if (areEqual)
        return Words::tr("%1 are equal").arg(names);
    double seen = 0;
    for (const std::size_t column : group) {
        const auto &ratio = row.cells[column].ratio;
        if (ratio && ratio->detectableDifference)
            seen = std::max(seen, *ratio->detectableDifference);
    }
    const QString difference = detectableText(seen, locale);
    return difference.isEmpty() ? Words::tr("%1 cannot be told apart").arg(names)
                                : Words::tr("%1 cannot be told apart (%2 would have been seen)")
                                      .arg(names, difference);
}

/// "Gin answers 86 % of what Fiber does, Express 24 %".
QString distancesText(const SummaryRow &row, const std::vector<SummaryTarget> &targets,
                      const QLocale &locale)
{
    const results::Wording &words = row.quantity->wording;
    const QString object = words.object.arg(targets[*row.reference].name);
    QStringList clauses;
    for (std::size_t i = 1; i < row.groups.size(); ++i) {
        const Columns &group = row.groups[i];
        const QString names = listText(namesOf(group, targets));
        const QString amount = amountText(group, row, locale);
        const bool less = row.cells[group.front()].ratio->ratio < 1;
        const QString &verb = group.size() == 1 ? words.one : words.many;
        if (!clauses.isEmpty())
            clauses << Words::tr("%1 %2", "name, amount").arg(names, amount);
        else if (less)
            clauses << Words::tr("%1 %2 %3 of %4", "Gin answers 86 % of what Fiber does")
                           .arg(names, verb, amount, object);
        else
            clauses << Words::tr("%1 %2 %3 %4", "Gin needs 1.2 times the memory of Fiber")
                           .arg(names, verb, amount, object);
    }
    return clauses.join(QStringLiteral(", "));
}

/// "no valid figure of Django": whom a reader would look for in vain.
QString missingText(const SummaryRow &row, const std::vector<SummaryTarget> &targets)
{
    Columns missing;
    for (std::size_t column = 0; column < targets.size(); ++column) {
        const bool isCompared =
            std::any_of(row.groups.begin(), row.groups.end(), [column](const Columns &group) {
                return std::find(group.begin(), group.end(), column) != group.end();
            });
        if (!isCompared && !targets[column].isCeiling &&
            row.cells[column].state != SummaryCell::State::absent)
            missing.push_back(column);
    }
    return missing.empty()
               ? QString()
               : Words::tr("no valid figure of %1").arg(listText(namesOf(missing, targets)));
}

/// "Gin in 7, Fiber and Echo in 4": how often each is among the best, the most often first.
std::map<int, Columns, std::greater<>> timesBest(const BenchmarkSummary &summary)
{
    std::map<int, Columns, std::greater<>> columns;
    for (std::size_t column = 0; column < summary.targets.size(); ++column) {
        const auto isAmongBest = [column](const SummaryRow &row) {
            return row.isContest &&
                   std::find(row.best.begin(), row.best.end(), column) != row.best.end();
        };
        const auto times = std::count_if(summary.rows.begin(), summary.rows.end(), isAmongBest);
        if (times > 0 || !summary.targets[column].isCeiling)
            columns[static_cast<int>(times)].push_back(column);
    }
    return columns;
}

QString leadersText(const BenchmarkSummary &summary)
{
    const auto times = timesBest(summary);
    const bool anyTogether = std::any_of(summary.rows.begin(), summary.rows.end(),
                                         [](const SummaryRow &row) { return row.best.size() > 1; });
    const auto measurements =
        static_cast<int>(std::count_if(summary.rows.begin(), summary.rows.end(),
                                       [](const SummaryRow &row) { return row.isContest; }));
    if (measurements == 0)
        return Words::tr("Nothing can be compared: no measurement has two valid figures.");
    QStringList clauses;
    for (const auto &[count, columns] : times) {
        const QString names = listText(namesOf(columns, summary.targets));
        if (clauses.isEmpty()) {
            const QString form =
                columns.size() == 1
                    ? (anyTogether ? Words::tr("%1 is the best, or cannot be told apart from the "
                                               "best, in %2 of %3 measurements")
                                   : Words::tr("%1 is the best in %2 of %3 measurements"))
                    : (anyTogether ? Words::tr("%1 are the best, or cannot be told apart from the "
                                               "best, in %2 of %3 measurements each")
                                   : Words::tr("%1 are the best in %2 of %3 measurements each"));
            clauses << form.arg(names, QString::number(count), QString::number(measurements));
        } else if (count > 0) {
            clauses << Words::tr("%1 in %2", "names, how often").arg(names, QString::number(count));
        } else {
            clauses << Words::tr("%1 in none").arg(names);
        }
    }
    const QString leaders = clauses.join(QStringLiteral("; ")) + QLatin1Char('.');
    const auto others = static_cast<int>(summary.rows.size()) - measurements;
    return others == 0 ? leaders
           : others == 1
               ? Words::tr("%1 One more has no two valid figures to compare.").arg(leaders)
               : Words::tr("%1 %2 more have no two valid figures to compare.")
                     .arg(leaders)
                     .arg(others);
}

/// A result is a target under one load, whatever is read from it.
QString soundnessText(const BenchmarkSummary &summary)
{
    int all = 0;
    int invalid = 0;
    int doubtful = 0;
    int failed = 0;
    for (const SummaryRow &row : summary.rows) {
        for (const SummaryCell &cell : row.cells) {
            const bool isFailed = cell.state == SummaryCell::State::failed;
            const bool isMeasured = cell.state == SummaryCell::State::measured ||
                                    cell.state == SummaryCell::State::withoutFigure;
            all += isFailed || isMeasured ? 1 : 0;
            failed += isFailed ? 1 : 0;
            invalid += isMeasured && cell.grade == results::Grade::invalid ? 1 : 0;
            doubtful += isMeasured && cell.grade == results::Grade::doubtful ? 1 : 0;
        }
        if (summary.ofOneRun)
            break;
    }
    QStringList parts;
    if (invalid > 0)
        parts << Words::tr("%1 invalid (!)").arg(invalid);
    if (doubtful > 0)
        parts << Words::tr("%1 doubtful (?)").arg(doubtful);
    if (failed > 0)
        parts << Words::tr("%1 failed").arg(failed);
    if (invalid == all || failed == all) // there is nothing valid, and the verdict says so
        return {};
    if (parts.isEmpty())
        return all == 1   ? Words::tr("The result is valid.")
               : all == 2 ? Words::tr("Both results are valid.")
                          : Words::tr("All %1 results are valid.").arg(all);
    return all == 1
               ? Words::tr("The result is %1.").arg(parts.first())
               : Words::tr("Of %1 results: %2.").arg(all).arg(parts.join(QStringLiteral(", ")));
}

} // namespace

QString listText(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return Words::tr("%1 and %2")
        .arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QString percentText(double ratio, const QLocale &locale)
{
    const double percent = ratio * 100;
    return QStringLiteral("%1 %").arg(toldFrom(percent, 100, decimalsFor(percent), locale));
}

QString factorText(double ratio, const QLocale &locale)
{
    const int decimals = ratio < 0.1 ? 3 : ratio < 1 ? 2 : decimalsFor(ratio);
    return toldFrom(ratio, 1, decimals, locale);
}

QString detectableText(std::optional<double> difference, const QLocale &locale)
{
    constexpr double kNothing = 100; // a plan that sees only this sees nothing
    if (!difference || *difference <= 0 || *difference > kNothing)
        return {};
    return *difference < 1 ? Words::tr("a difference of %1").arg(percentText(*difference, locale))
                           : Words::tr("a factor of %1").arg(factorText(1 + *difference, locale));
}

QString spanText(double low, double high, const QLocale &locale)
{
    constexpr int kMostDecimals = 2;
    const auto text = [&locale](double value, int decimals) {
        if (value >= 1e6) // of rounds that have nothing in common
            return QStringLiteral(">%1").arg(grouped(999'999, locale));
        return locale.toString(value, 'f', decimals);
    };
    for (int more = 0;; ++more) {
        const QString from = text(low, decimalsFor(low) + more);
        const QString to = text(high, decimalsFor(high) + more);
        if (from != to)
            return QStringLiteral("%1–%2").arg(from, to);
        if (more == kMostDecimals)
            return text(low, decimalsFor(low));
    }
}

QString sentenceOf(const SummaryRow &row, const std::vector<SummaryTarget> &targets,
                   MissingTargets missing, const QLocale &locale)
{
    if (!row.reference) {
        const bool anyMeasured = std::any_of(row.cells.begin(), row.cells.end(),
                                             [](const SummaryCell &cell) { return cell.value; });
        return !row.best.empty() ? Words::tr("There is no valid figure to compare with.")
               : anyMeasured     ? Words::tr("No figure is valid.")
                                 : Words::tr("Nothing was measured.");
    }
    QStringList parts{togetherText(row.groups.front(), row, targets, locale),
                      distancesText(row, targets, locale)};
    parts.removeAll(QString());
    if (parts.isEmpty())
        parts << Words::tr("%1: %2").arg(
            targets[*row.reference].name,
            results::valueWithUnit(*row.quantity, *row.cells[*row.reference].value, locale));
    if (missing == MissingTargets::named)
        parts << missingText(row, targets);
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; ")) + QLatin1Char('.');
}

QStringList verdictOf(const BenchmarkSummary &summary, const results::Runs &runs)
{
    const bool anyBest = !hasNothingValid(summary);
    QStringList verdict;
    if (summary.ofOneRun && !summary.rows.empty())
        verdict << summary.rows.front().sentence;
    else
        verdict << (anyBest ? leadersText(summary) : Words::tr("There is no valid result."));
    if (!summary.rows.empty())
        verdict << soundnessText(summary);
    verdict.removeAll(QString());
    if (anyBest && hasOneRoundOnly(runs))
        verdict << Words::tr("One round: nothing can be said about noise.");
    if (std::any_of(runs.begin(), runs.end(), [](const auto &run) { return run->cancelled; }))
        verdict << Words::tr("Interrupted: this is what was finished.");
    return verdict;
}

bool hasNothingValid(const BenchmarkSummary &summary)
{
    return std::all_of(summary.rows.begin(), summary.rows.end(),
                       [](const SummaryRow &row) { return row.best.empty(); });
}

bool hasOneRoundOnly(const results::Runs &runs)
{
    const auto varies = [](const auto &run) {
        return results::leadingQuantity(run->plan.workload).variation != results::Variation::none;
    };
    return std::any_of(runs.begin(), runs.end(), varies) &&
           std::all_of(runs.begin(), runs.end(),
                       [&](const auto &run) { return !varies(run) || run->plan.rounds == 1; });
}

} // namespace weighbridge::report
