// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/run_conditions.h"
#include "core/results/run_spread.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace weighbridge::results
{

/// One of those that are compared: an alternative, or a target alone. Any of its targets can stand
/// for it.
struct Contender {
    QString name;
    QStringList targets;
    bool operator==(const Contender &) const = default;
};

/// Whose figures of what are wanted.
struct RunQuestion {
    QString workload;
    QString quantity;                  ///< id; empty: anything that was measured
    std::vector<Contender> contenders; ///< empty: whoever was measured
    std::optional<int> connections;    ///< a closed loop of exactly so many; empty: any load
    InvalidResults invalid = InvalidResults::leaveOut;
    std::function<bool(const TargetResult &)> accepts; ///< a further demand; empty: none
};

/// The run that counts for a question, and where it has not all, those that fill its gaps.
struct RunChoice {
    RunPointer run; ///< has all or most of them; null: none has any
    std::vector<Contender> contenders;
    Runs of;                   ///< parallel to contenders; null: none has it
    RunSpread spread;          ///< between runs; reckoned only where there are several
    QString fromDifferentRuns; ///< one sentence with their dates; empty where it is one run
    RunPointer passedOver;     ///< the newest of the workload, where it is newer than `run`
    QString whyPassedOver;     ///< one sentence; empty where there is none

    [[nodiscard]] bool isOneRun() const { return fromDifferentRuns.isEmpty(); }
    [[nodiscard]] std::size_t reach() const; ///< how many contenders have a figure
    /// What the contender's figure may be off by for coming from another run than `run`: standard
    /// deviation of its natural logarithm; 0 for one of `run`.
    [[nodiscard]] double addedDeviation(std::size_t contender) const;
    /// All that were chosen, `run` first.
    [[nodiscard]] Runs runs() const;
    /// Of the run that was chosen for its contender, else of `run`; null where it has no round.
    [[nodiscard]] const TargetResult *find(QStringView target) const;
    /// All that find() finds: those of `run`, then those of the others.
    [[nodiscard]] std::vector<const TargetResult *> results() const;
};

/// Which run counts, for whoever asks: a decision, capacity, a claim, a table, a chart. Figures
/// that are compared come from one interleaved run that has all contenders that were ever measured
/// so: valid, of the machine of the newest run, under the same conditions. Of several conditions
/// count, in this order: a closed loop, the profile "production", the usual number of connections,
/// the newest. Where no run has them all, the one with most is completed from as few others of the
/// same conditions as possible, the newest first, and the choice says so.
[[nodiscard]] RunChoice chooseRun(const RunQuestion &question, const Runs &runs);

/// The same, to have something to show: where nothing answers the question, its invalid results
/// count, and at last whatever the workload's runs hold.
[[nodiscard]] RunChoice chooseToShow(const RunQuestion &question, const Runs &runs);

/// The run to show under each conditions that occur, first measured first. Conditions that
/// the newest run's machine has not met come from the newest run of another.
[[nodiscard]] std::vector<RunChoice> chooseForEach(const Runs &runs,
                                                   const std::vector<Contender> &contenders);

} // namespace weighbridge::results
