// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/figure_text.h"
#include "core/results/benchmark_result.h"
#include "core/results/workload.h"

#include <functional>
#include <optional>
#include <vector>

namespace weighbridge::results
{

enum class Direction { lessIsBetter, moreIsBetter };

/// How the figures of the rounds become the one that stands for the target.
enum class Estimator {
    median, ///< of the rounds
    merged, ///< of the samples of all rounds together: percentiles are never averaged
    total,  ///< of all rounds; without an interval
};

/// Whether another round could come out differently.
enum class Variation {
    random, ///< timed or sampled
    none,   ///< counted: no interval, no noise, and two that are unequal are different
};

/// How a figure is written.
enum class Notation {
    measured, ///< three significant figures, from a hundred on all before the point
    count,    ///< whole
};

/// Which tables have a quantity.
enum class Place {
    compared, ///< all; and the targets are compared by it
    shown,    ///< all
    detail,   ///< those with room for everything
};

/// A kind of workload that measures a quantity.
struct MeasuredBy {
    WorkloadKind kind = WorkloadKind::load;
    Place place = Place::compared;
};

/// How people say how much of a quantity one has against another: "Django needs 3.1 times the peak
/// memory of Fiber", "FastAPI answers 14 % of what Gin does".
struct Wording {
    QString one;    ///< "needs"
    QString many;   ///< "need"
    QString object; ///< "the peak memory of %1", "what %1 does": behind "3.1 times" or "14 % of"
};

/// Something that is measured, and all that is decided about it. The one list from which figures,
/// intervals, ratios, ratings, claims, columns, charts and reports are made. A further quantity is
/// a further row of the table in quantity.cpp.
struct Quantity {
    QString id;         ///< an interface (JSON, catalogue): "latency_p99"
    QString title;      ///< "Latency, 99th percentile"
    QString shortTitle; ///< at the head of a column: "p99"
    QString unit;       ///< "ms"
    Wording wording;
    Direction direction = Direction::lessIsBetter;
    Estimator estimator = Estimator::median;
    Variation variation = Variation::random;
    Notation notation = Notation::measured;
    /// By how much two copies of one program differ although all launches of each agree, as a
    /// relative difference: 0.02 for 2 %. A smaller one is never called a difference. From A/A
    /// comparisons, see quantity_table.cpp; 0 where the rounds see all there is.
    double floor = 0;
    std::vector<MeasuredBy> measuredBy;
    /// Of one round; empty where this round did not measure it.
    std::function<std::optional<double>(const Round &)> read;
    /// Of the samples of all rounds; only where the estimator is `merged`.
    std::function<std::optional<double>(const LatencySummary &)> readMerged;

    [[nodiscard]] bool moreIsBetter() const { return direction == Direction::moreIsBetter; }
    /// Its place among what this kind of workload measures; none where it does not.
    [[nodiscard]] std::optional<Place> placeIn(WorkloadKind kind) const;
};

/// In the order in which tables show them; of each kind of workload the most telling first.
[[nodiscard]] const std::vector<Quantity> &quantities();
/// Null where there is none with this id.
[[nodiscard]] const Quantity *findQuantity(QStringView id);
/// Precondition: there is one with this id.
[[nodiscard]] const Quantity &quantityOf(QStringView id);

/// Ids of the quantities by which this workload compares its targets, the most telling first. A
/// workload that is not known counts as a load.
[[nodiscard]] QStringList quantitiesOf(QStringView workload);
/// The first of them.
[[nodiscard]] const Quantity &leadingQuantity(QStringView workload);
/// Whether a run of this workload has figures of the quantity.
[[nodiscard]] bool isMeasuredBy(const Quantity &quantity, QStringView workload);

/// The one figure of a target that is shown, charted, rated, claimed and counted with, by the
/// estimator of its quantity. The interval is bootstrapMedian()'s over the rounds, widened where
/// the figure itself lies outside; low and high equal the median where there is none to give: one
/// round, Variation::none, Estimator::total. Empty where nothing was measured.
[[nodiscard]] std::optional<Interval> summaryOf(const TargetResult &result,
                                                const Quantity &quantity);

/// The same figures for the keys of documents.
[[nodiscard]] WrittenFigures writtenFigures(const TargetResult &result, const BenchmarkPlan &plan);

/// Standard deviation ÷ mean over the rounds; 0 where fewer than two have it.
[[nodiscard]] double spreadOf(const TargetResult &result, const Quantity &quantity);

/// How far a figure may be off, for calculations on its natural logarithm.
struct LogNoise {
    double standardError = 0;
    int degreesOfFreedom = 0; ///< of Student's t; 0 where the error is assumed, or there is none
};
/// From the spread of the rounds; of a single one a coefficient of variation of 10 % is assumed. No
/// noise where another round could not come out differently.
[[nodiscard]] LogNoise noiseOf(const TargetResult &result, const Quantity &quantity);

/// Variance of ln(figure) from round to round that all of `results` have in common: the drift of
/// the machine in one interleaved run. σ²_τ of the two-way model x_ir = μ_i + τ_r + ε_ir, by the
/// method of moments (Scheffé, The Analysis of Variance, 1959, §7.2). 0 for fewer than two results
/// or rounds, where rounds are missing, or where the quantity does not vary.
[[nodiscard]] double commonDrift(const std::vector<const TargetResult *> &results,
                                 const Quantity &quantity);

/// "1,240", "36.6", "0.414"; whole where it is a count. Without the unit.
[[nodiscard]] QString valueText(const Quantity &quantity, double value,
                                const QLocale &locale = plainLocale());
/// The same with the unit: "36.6 MiB".
[[nodiscard]] QString valueWithUnit(const Quantity &quantity, double value,
                                    const QLocale &locale = plainLocale());
/// "33,760–44,061" without the unit; empty where there is no interval, or both ends read alike.
[[nodiscard]] QString intervalText(const Quantity &quantity, const Interval &interval,
                                   const QLocale &locale = plainLocale());
/// "45.2 MiB (44.1–46.0)".
[[nodiscard]] QString summaryText(const Quantity &quantity, const Interval &summary,
                                  const QLocale &locale = plainLocale());
/// In place of a figure that there is none of: "–".
[[nodiscard]] QString noFigure();
/// "p99 ms"; "Files", which says its unit itself.
[[nodiscard]] QString headingOf(const Quantity &quantity);
/// Beside its title: "ms · less is better".
[[nodiscard]] QString unitAndDirection(const Quantity &quantity);

} // namespace weighbridge::results
