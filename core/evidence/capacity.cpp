// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/capacity.h"

#include "core/decision/model/value_text.h"
#include "core/results/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace weighbridge::evidence
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::evidence)
};

using results::BenchmarkResult;
using results::TargetResult;
using Runs = std::vector<std::shared_ptr<const BenchmarkResult>>;

} // namespace

Capacity capacityFor(const CapacityInput &input)
{
    Q_ASSERT(input.requestsPerSecondPerCore.low > 0 && input.coresPerInstance > 0);
    const double load = input.peakRequestsPerSecond * input.headroom;
    const Range &rate = input.requestsPerSecondPerCore;
    Capacity capacity;
    capacity.cores = {load / rate.median, load / rate.high, load / rate.low};
    const auto instances = [&](double cores) {
        return std::max(1.0, std::ceil(cores / input.coresPerInstance));
    };
    capacity.instances = {instances(capacity.cores.median), instances(capacity.cores.low),
                          instances(capacity.cores.high)};
    const Range &memory = input.memoryMibPerInstance;
    capacity.memoryMib = {capacity.instances.median * memory.median,
                          capacity.instances.low * memory.low,
                          capacity.instances.high * memory.high};
    const double price = input.pricePerInstanceMonth;
    capacity.monthlyCost = {capacity.instances.median * price, capacity.instances.low * price,
                            capacity.instances.high * price};
    capacity.fitsInstance =
        input.memoryMibOfInstance <= 0 || memory.high <= input.memoryMibOfInstance;
    return capacity;
}

QString sizingWorkload(const decision::Decision &decision)
{
    for (const decision::Need &need : decision.needs) {
        if (need.quantity == QLatin1String("requests_per_second") && !need.workload.isEmpty())
            return need.workload;
    }
    return QStringLiteral("json");
}

namespace
{

std::optional<results::Interval> figureOf(const TargetResult &result, QStringView quantity)
{
    return results::summaryOf(result, results::quantityOf(quantity));
}

/// Whole cores that the server kept busy: workers come one for each core. Measured by its CPU time;
/// a tenth of a core beyond a whole one is noise.
double coresUsed(const TargetResult &result, double requestsPerSecond)
{
    constexpr double kNoise = 0.1;
    constexpr double kMicrosecondsPerSecond = 1e6;
    const double each =
        figureOf(result, u"cpu_us_per_request").value_or(results::Interval()).median;
    const double busy = requestsPerSecond * each / kMicrosecondsPerSecond;
    return std::max(1.0, std::ceil(busy - kNoise));
}

Range rangeOf(const results::Interval &interval, double divisor = 1)
{
    return {interval.median / divisor, interval.low / divisor, interval.high / divisor};
}

struct Sizing {
    const BenchmarkResult *run = nullptr;
    const TargetResult *result = nullptr;
    Range requestsPerSecondPerCore;
    bool meetsP99 = true;
};

/// The target of `alternative` in one run that does most with a core; within the target for p99
/// before any that is not.
std::optional<Sizing> sizingFrom(const decision::Decision &decision,
                                 const decision::Alternative &alternative,
                                 const BenchmarkResult &run)
{
    std::optional<Sizing> best;
    for (const QString &target : alternative.targets) {
        const TargetResult *result = run.find(target);
        const auto rate = result && result->valid ? figureOf(*result, u"requests_per_second")
                                                  : std::nullopt;
        if (!rate || rate->low <= 0)
            continue;
        Sizing sizing{&run, result, rangeOf(*rate, coresUsed(*result, rate->median)), true};
        const auto &limit = decision.capacity.p99TargetMs;
        const auto p99 = figureOf(*result, u"latency_p99");
        sizing.meetsP99 = !limit || (p99 && p99->median <= *limit);
        const bool better =
            !best || (sizing.meetsP99 && !best->meetsP99) ||
            (sizing.meetsP99 == best->meetsP99 &&
             sizing.requestsPerSecondPerCore.median > best->requestsPerSecondPerCore.median);
        if (better)
            best = sizing;
    }
    return best;
}

/// From the newest run that meets the target for p99, or else from the newest.
std::optional<Sizing> sizingOf(const decision::Decision &decision,
                               const decision::Alternative &alternative, const Runs &runs)
{
    const QString workload = sizingWorkload(decision);
    std::optional<Sizing> newest;
    for (const auto &run : runs) {
        if (run->plan.workload != workload)
            continue;
        const auto sizing = sizingFrom(decision, alternative, *run);
        if (!sizing)
            continue;
        const bool better =
            !newest || (sizing->meetsP99 && !newest->meetsP99) ||
            (sizing->meetsP99 == newest->meetsP99 && run->startedAt > newest->run->startedAt);
        if (better)
            newest = sizing;
    }
    return newest;
}

CapacityInput inputOf(const decision::CapacitySetting &setting, const Sizing &sizing)
{
    CapacityInput input;
    input.peakRequestsPerSecond = setting.peakRequestsPerSecond.value_or(0);
    input.headroom = setting.headroom;
    input.requestsPerSecondPerCore = sizing.requestsPerSecondPerCore;
    if (const auto memory = figureOf(*sizing.result, u"memory_peak"))
        input.memoryMibPerInstance = rangeOf(*memory);
    input.coresPerInstance = setting.coresPerInstance;
    input.memoryMibOfInstance = setting.memoryMibPerInstance;
    input.pricePerInstanceMonth = setting.pricePerInstanceMonth;
    return input;
}

/// "3–4", or one figure where both ends read alike.
QString rangeText(const Range &range)
{
    const QString low = decision::rawText(range.low, {});
    const QString high = decision::rawText(range.high, {});
    return low == high ? low : QStringLiteral("%1–%2").arg(low, high);
}

QString sentenceOf(const decision::CapacitySetting &setting, const AlternativeCapacity &each)
{
    const Capacity &capacity = *each.capacity;
    QString text = Words::tr("%1 cores").arg(rangeText(capacity.cores));
    text += capacity.instances.high > 1
                ? Words::tr(", %1 instances").arg(rangeText(capacity.instances))
                : Words::tr(", one instance");
    if (capacity.memoryMib.high > 0)
        text += Words::tr(", %1 MiB").arg(rangeText(capacity.memoryMib));
    if (setting.pricePerInstanceMonth > 0)
        text += Words::tr(", %1 %2 a month").arg(rangeText(capacity.monthlyCost), setting.currency);
    text += Words::tr(", from %1.").arg(each.targetName);
    if (!each.meetsP99)
        text += Words::tr(" Its p99 was above the target of %1: measure it at a lower load.")
                    .arg(decision::rawText(*setting.p99TargetMs, QStringLiteral("ms")));
    if (!capacity.fitsInstance)
        text += Words::tr(" One server does not fit the %1 of an instance.")
                    .arg(decision::rawText(setting.memoryMibPerInstance, QStringLiteral("MiB")));
    return text;
}

} // namespace

std::vector<AlternativeCapacity> capacities(const decision::Decision &decision, const Runs &runs)
{
    std::vector<AlternativeCapacity> list;
    const decision::CapacitySetting &setting = decision.capacity;
    if (!setting.peakRequestsPerSecond)
        return list;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        AlternativeCapacity each;
        each.alternative = i;
        const decision::Alternative &alternative = decision.alternatives[i];
        if (const auto sizing = sizingOf(decision, alternative, runs)) {
            each.capacity = capacityFor(inputOf(setting, *sizing));
            each.target = sizing->result->target;
            each.targetName = sizing->result->name;
            each.run = sizing->run->id;
            each.meetsP99 = sizing->meetsP99;
            each.sentence = sentenceOf(setting, each);
        } else if (alternative.targets.empty()) {
            each.sentence = Words::tr("No target belongs to %1, so it cannot be measured.")
                                .arg(alternative.name);
        } else {
            each.sentence = Words::tr("Nothing valid was measured of %1 yet: run the workload %2.")
                                .arg(alternative.name, sizingWorkload(decision));
        }
        list.push_back(std::move(each));
    }
    return list;
}

std::optional<double> costBreakEven(const decision::Decision &decision, const Runs &runs,
                                    std::size_t first, std::size_t second)
{
    // Instances cost the same for both, so the one that does less with a core is never cheaper; it
    // becomes dearer where one instance is no longer enough for it.
    const decision::CapacitySetting &setting = decision.capacity;
    const auto one = sizingOf(decision, decision.alternatives[first], runs);
    const auto other = sizingOf(decision, decision.alternatives[second], runs);
    if (setting.pricePerInstanceMonth <= 0 || setting.headroom <= 0 || !one || !other)
        return std::nullopt;
    const double a = one->requestsPerSecondPerCore.median;
    const double b = other->requestsPerSecondPerCore.median;
    if (a == b)
        return std::nullopt;
    return std::min(a, b) * setting.coresPerInstance / setting.headroom;
}

} // namespace weighbridge::evidence
