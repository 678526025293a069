// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/benchmark_summary.h"

namespace weighbridge::report
{

/// Collects flags and failures while the rows are made, each kind once.
class NoteCollector
{
public:
    /// `oneRoundOnly`: the verdict says so for all figures, no note repeats it.
    explicit NoteCollector(bool oneRoundOnly) : m_oneRoundOnly(oneRoundOnly) {}

    /// The notes that the figures of this target carry; the same each time for the same run.
    [[nodiscard]] std::vector<std::size_t> notesOf(const results::TargetResult &target,
                                                   const QString &load);
    /// Gives out the marks, the gravest first, and turns the indices in `summary` into those of its
    /// notes. A note that all figures have has no mark and stands at none of them.
    void settle(BenchmarkSummary &summary) const;

private:
    struct Note {
        QString kind; ///< name of the flag, or the failure itself
        results::Grade grade = results::Grade::noted;
        QStringList subjects; ///< whose figures have it
        QString text;         ///< what is said of the first of them
        QString remedy;       ///< likewise
    };
    [[nodiscard]] std::size_t add(const Note &note);
    [[nodiscard]] static QString textOf(const Note &note);

    bool m_oneRoundOnly;
    std::vector<Note> m_notes;
};

/// Of the gravest reason to distrust a target's figures; none where there is none.
[[nodiscard]] std::optional<results::Grade> gradeIn(const results::TargetResult &target);

/// "!" of what is invalid, "?" of what is doubtful, behind a figure or a name.
[[nodiscard]] QString gradeMark(std::optional<results::Grade> grade);

/// Machine, cores, versions, plan and time of `runs`, each once, in the summary's order of targets.
[[nodiscard]] std::vector<SummaryFact> factsOf(const results::Runs &runs,
                                               const BenchmarkSummary &summary);

} // namespace weighbridge::report
