// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/run_spread.h"

#include "core/results/quantity.h"
#include "core/results/statistics.h"
#include "core/results/words.h"
#include "core/results/workload.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::results
{

namespace
{

/// The medians that several runs found for the same thing.
struct Repeated {
    Conditions conditions;
    QString target;
    QString version;
    std::vector<double> logarithms;
};

std::optional<double> logOfMedian(const TargetResult &result, const Quantity &quantity)
{
    std::vector<double> values;
    for (const Round &round : result.rounds) {
        if (const auto value = quantity.read(round); value && std::isfinite(*value) && *value > 0)
            values.push_back(*value);
    }
    return values.empty() ? std::nullopt : std::optional(std::log(median(std::move(values))));
}

std::vector<Repeated> repeatsOf(const Runs &runs, const QString &machine, const Quantity &quantity)
{
    std::vector<Repeated> groups;
    for (const RunPointer &run : runs) {
        if (!run || run->machine.fingerprint != machine || !canTell(*run, quantity.id))
            continue;
        const Conditions conditions = conditionsOf(*run);
        for (const TargetResult &result : run->results) {
            const auto value = isUsable(result) ? logOfMedian(result, quantity) : std::nullopt;
            if (!value)
                continue;
            const auto same = std::find_if(groups.begin(), groups.end(), [&](const Repeated &each) {
                return each.target == result.target && each.version == result.frameworkVersion &&
                       each.conditions == conditions;
            });
            Repeated &group = same != groups.end()
                                  ? *same
                                  : groups.emplace_back(Repeated{
                                        conditions, result.target, result.frameworkVersion, {}});
            group.logarithms.push_back(*value);
        }
    }
    return groups;
}

bool varies(const QString &workload)
{
    const Workload *known = findWorkload(workload);
    return !known || known->kind != WorkloadKind::size;
}

} // namespace

double RunSpread::betweenTwo() const
{
    return std::sqrt(2.0) * deviation;
}

RunSpread spreadBetweenRuns(const Runs &runs, const QString &machine, const QString &workload,
                            const QString &quantity)
{
    if (!varies(workload))
        return {};
    RunSpread spread{kAssumedRunSpread, 0};
    const Quantity *known = findQuantity(quantity);
    if (!known)
        return spread;
    double squares = kAssumedRunSpread * kAssumedRunSpread;
    for (const Repeated &group : repeatsOf(runs, machine, *known)) {
        const auto count = static_cast<double>(group.logarithms.size());
        double mean = 0;
        for (const double each : group.logarithms)
            mean += each / count;
        for (const double each : group.logarithms)
            squares += (each - mean) * (each - mean);
        spread.repeats += static_cast<int>(group.logarithms.size()) - 1;
    }
    spread.deviation = std::sqrt(squares / (1 + spread.repeats));
    return spread;
}

QString spreadText(const RunSpread &spread)
{
    const QString percent = QString::number(std::lround(spread.deviation * 100));
    if (spread.repeats == 0)
        return Words::tr("Ranges are wider for it, by %1 % between runs: assumed, as none was "
                         "repeated.")
            .arg(percent);
    if (spread.repeats == 1)
        return Words::tr("Ranges are wider for it, by %1 % between runs: reckoned from one repeat.")
            .arg(percent);
    return Words::tr("Ranges are wider for it, by %1 % between runs: reckoned from %2 repeats.")
        .arg(percent)
        .arg(spread.repeats);
}

Interval widened(const Interval &interval, double addedDeviation)
{
    constexpr double kNormal = 1.959964; // of 95 % on both sides
    if (!(interval.median > 0) || !(addedDeviation > 0))
        return interval;
    const auto reach = [&](double factor) {
        const double own = std::log(std::max(1.0, factor));
        return std::exp(std::hypot(own, kNormal * addedDeviation));
    };
    Interval wide = interval;
    wide.low = interval.low > 0 ? interval.median / reach(interval.median / interval.low) : 0;
    wide.high = interval.median * reach(interval.high / interval.median);
    return wide;
}

} // namespace weighbridge::results
