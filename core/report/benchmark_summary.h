// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/quantity.h"
#include "core/results/run_conditions.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

namespace weighbridge::report
{

/// A column of the summary.
struct SummaryTarget {
    QString id;
    QString name;
    bool isCeiling = false; ///< the built-in server: shown, but no choice, so never the best
    bool operator==(const SummaryTarget &) const = default;
};

/// What one target shows in one row.
struct SummaryCell {
    enum class State {
        measured,
        withoutFigure, ///< measured, but not this: too few samples, an overloaded open loop
        failed,
        notRun,
        absent, ///< not in this run
    };

    State state = State::absent;
    std::optional<double> value; ///< the median, in the unit of the row's quantity
    /// This target ÷ the row's reference. Empty for the reference itself and where either has no
    /// figure. Without pairs to compare it is the ratio of the medians, with no interval.
    std::optional<results::Ratio> ratio;
    bool hasInterval = false; ///< of the ratio: two or more rounds stand against each other
    std::optional<results::Grade> grade; ///< of its gravest flag; none: nothing to say against it
    std::vector<std::size_t> notes;      ///< of BenchmarkSummary::notes
};

/// One quantity of one run: all targets under the same load, interleaved.
struct SummaryRow {
    QString workload;                            ///< id
    QString load;                                ///< "JSON, 1,000 connections"
    const results::Quantity *quantity = nullptr; ///< never null; of the program's own table
    bool loaded = false; ///< a load or a stream, whose name alone does not say what is measured
    bool exact = false;  ///< counted, not timed: another round gives the same
    /// Column that the others are compared with: the best valid figure, or the target that was
    /// asked for. Empty where it has none.
    std::optional<std::size_t> reference;
    std::vector<SummaryCell> cells; ///< one for each target
    /// Columns with a valid figure, the reference's group first, then from the best on. All of a
    /// group cannot be told apart from its first (not from their neighbours, so that a chain of
    /// small differences makes no group). One round says nothing about noise: each is a group then.
    std::vector<std::vector<std::size_t>> groups;
    std::vector<std::size_t> best; ///< columns of the best and of what cannot be told from it
    bool isContest = false; ///< two or more have a valid figure, so that being best means something
    QString sentence;       ///< "FastAPI answers 14 % of what Gin does."
    /// What the article publishes, in the row's unit, by column; empty but for its own workload and
    /// load.
    std::vector<std::optional<double>> published;
};

/// A reason to distrust figures, once for all that have it.
struct SummaryNote {
    QString mark; ///< "a"; empty where all figures have it
    results::Grade grade = results::Grade::noted;
    QString text;   ///< "Gin, JSON, 1,000 connections (and 3 more): …"
    QString remedy; ///< what to do about it; empty where there is nothing to say
};

/// Said once for all rows: machine, cores, versions, plan.
struct SummaryFact {
    QString title;
    QString text;
    bool operator==(const SummaryFact &) const = default;
};

/// What a benchmark found, in the order in which people want to know it. The command line, the
/// window and the report show this and nothing else.
struct BenchmarkSummary {
    QStringList verdict; ///< sentences; never empty
    std::vector<SummaryTarget> targets;
    std::vector<SummaryRow> rows;
    std::vector<SummaryNote> notes;
    std::vector<SummaryFact> facts;
    bool ofOneRun = false; ///< the rows are the quantities of one run
    QLocale locale;        ///< of the figures in all texts
    QString against;       ///< name of the target that was to be compared with; empty: the best
};

/// Of the runs of a suite, the first quantity of each; of a single run, all its quantities. At a
/// fixed rate throughput is none of them, as nobody can answer more than is asked, unless somebody
/// fell behind. Languages and targets stand in the order in which the article publishes them,
/// others follow by name, the built-in reference last. `against` is the id of the target to compare
/// with; empty: the best of each row.
[[nodiscard]] BenchmarkSummary summarize(const results::Runs &runs, const QString &against = {},
                                         const QLocale &locale = plainLocale());

/// "JSON, 1,000 connections"; with rate, profile and database where they are not the usual ones.
[[nodiscard]] QString loadText(const results::BenchmarkPlan &plan,
                               const QLocale &locale = plainLocale());

} // namespace weighbridge::report
