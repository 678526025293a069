// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/quantity.h"

#include "core/results/statistics.h"
#include "core/results/validity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace weighbridge::results
{

namespace
{

/// Coefficient of variation assumed of a single round.
constexpr double kPriorVariation = 0.10;

/// What the rounds measured; those that did not are left out.
std::vector<double> valuesOf(const TargetResult &result, const Quantity &quantity)
{
    std::vector<double> values;
    for (const Round &round : result.rounds) {
        if (const auto value = quantity.read(round); value && std::isfinite(*value))
            values.push_back(*value);
    }
    return values;
}

/// Whether the workload left it among the figures of its rounds.
bool isFigure(const TargetResult &result, const Quantity &quantity)
{
    const auto isIt = [&quantity](const Figure &each) { return each.quantity == quantity.id; };
    return std::any_of(result.rounds.begin(), result.rounds.end(), [&isIt](const Round &round) {
        return std::any_of(round.figures.begin(), round.figures.end(), isIt);
    });
}

Interval withoutRange(double value)
{
    return {value, value, value};
}

} // namespace

std::optional<Place> Quantity::placeIn(WorkloadKind kind) const
{
    const auto found = std::find_if(measuredBy.begin(), measuredBy.end(),
                                    [kind](const MeasuredBy &each) { return each.kind == kind; });
    return found == measuredBy.end() ? std::nullopt : std::optional(found->place);
}

const Quantity *findQuantity(QStringView id)
{
    const auto &table = quantities();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Quantity &each) { return each.id == id; });
    return found == table.end() ? nullptr : &*found;
}

const Quantity &quantityOf(QStringView id)
{
    const Quantity *quantity = findQuantity(id);
    Q_ASSERT(quantity != nullptr);
    return *quantity;
}

QStringList quantitiesOf(QStringView workload)
{
    QStringList ids;
    for (const Quantity &quantity : quantities()) {
        if (quantity.placeIn(workloadKind(workload)) == Place::compared)
            ids << quantity.id;
    }
    return ids;
}

const Quantity &leadingQuantity(QStringView workload)
{
    return quantityOf(quantitiesOf(workload).first());
}

bool isMeasuredBy(const Quantity &quantity, QStringView workload)
{
    return quantity.placeIn(workloadKind(workload)).has_value();
}

std::optional<Interval> summaryOf(const TargetResult &result, const Quantity &quantity)
{
    const std::vector<double> values = valuesOf(result, quantity);
    std::optional<double> merged;
    if (quantity.estimator == Estimator::merged)
        merged = quantity.readMerged(result.latency);
    if (values.empty())
        return merged ? std::optional(withoutRange(*merged)) : std::nullopt;
    if (quantity.estimator == Estimator::total)
        return withoutRange(std::accumulate(values.begin(), values.end(), 0.0));
    if (quantity.variation == Variation::none)
        return withoutRange(median(values));
    if (values.size() == 1) // the merged figure is the same one, but for its last bit
        return withoutRange(merged.value_or(values.front()));
    Interval summary = stretched(bootstrapMedian(values), widening(result.flags));
    if (merged)
        summary = {*merged, std::min(summary.low, *merged), std::max(summary.high, *merged)};
    return summary;
}

WrittenFigures writtenFigures(const TargetResult &result, const BenchmarkPlan &plan)
{
    const auto knownFigureOf = [&result](QStringView id) {
        const auto summary = summaryOf(result, quantityOf(id));
        return summary ? std::optional(summary->median) : std::nullopt;
    };
    const auto figureOf = [&](QStringView id) { return knownFigureOf(id).value_or(0); };
    WrittenFigures written;
    written.requestsPerSecond =
        summaryOf(result, quantityOf(u"requests_per_second")).value_or(Interval());
    written.memory = {figureOf(u"memory_idle"), figureOf(u"memory_load"), figureOf(u"memory_peak"),
                      knownFigureOf(u"memory_idle_file_backed"),
                      knownFigureOf(u"memory_peak_file_backed")};
    written.cpuMicrosecondsPerRequest = figureOf(u"cpu_us_per_request");
    written.startMilliseconds = figureOf(u"start_ms");
    written.errors = static_cast<std::uint64_t>(figureOf(u"errors"));
    written.littlesLaw.impliedConnections = figureOf(u"connections_in_use");
    written.littlesLaw.ratio = written.littlesLaw.impliedConnections / plan.connections;
    for (const Quantity &quantity : quantities()) {
        if (isFigure(result, quantity))
            written.figures.push_back({quantity.id, *summaryOf(result, quantity)});
    }
    return written;
}

double spreadOf(const TargetResult &result, const Quantity &quantity)
{
    return coefficientOfVariation(valuesOf(result, quantity));
}

LogNoise noiseOf(const TargetResult &result, const Quantity &quantity)
{
    if (quantity.variation == Variation::none)
        return {};
    std::vector<double> logarithms;
    for (const double value : valuesOf(result, quantity)) {
        if (value > 0)
            logarithms.push_back(std::log(value));
    }
    if (logarithms.size() < 2)
        return {kPriorVariation, 0};
    return {standardError(logarithms), static_cast<int>(logarithms.size()) - 1};
}

double commonDrift(const std::vector<const TargetResult *> &results, const Quantity &quantity)
{
    if (quantity.variation == Variation::none || results.size() < 2)
        return 0;
    std::vector<std::vector<double>> logarithms;
    for (const TargetResult *result : results) {
        std::vector<double> &row = logarithms.emplace_back();
        for (const double value : valuesOf(*result, quantity)) {
            if (value > 0)
                row.push_back(std::log(value));
        }
        if (row.size() != logarithms.front().size() || row.size() < 2)
            return 0;
        const double mean =
            std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(row.size());
        for (double &value : row)
            value -= mean;
    }
    const auto count = static_cast<double>(logarithms.size());
    const std::size_t rounds = logarithms.front().size();
    double between = 0; // squares of the rounds' means
    double within = 0;  // squares of what is left
    for (std::size_t r = 0; r < rounds; ++r) {
        double mean = 0;
        for (const auto &row : logarithms)
            mean += row[r] / count;
        between += mean * mean;
        for (const auto &row : logarithms)
            within += (row[r] - mean) * (row[r] - mean);
    }
    const auto free = static_cast<double>(rounds - 1);
    return std::max(0.0, between / free - within / (free * (count - 1)) / count);
}

} // namespace weighbridge::results
