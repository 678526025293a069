// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/capacity.h"

#include "core/decision/model/value_text.h"
#include "core/evidence/run_questions.h"
#include "core/evidence/words.h"
#include "core/results/quantity.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::evidence
{

namespace
{

using results::BenchmarkResult;
using results::RunChoice;
using results::Runs;
using results::TargetResult;

const QString kThroughput = QStringLiteral("requests_per_second");
const QString kWholeRequests = QStringLiteral("json");
const QString kPeakMemory = QStringLiteral("memory_peak");

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

namespace
{

/// The need whose throughput sizes the servers: that of whole requests before one of computing or
/// waiting alone; null where none is rated by throughput.
const decision::Need *sizingNeed(const decision::Decision &decision)
{
    const decision::Need *found = nullptr;
    for (const decision::Need &need : decision.needs) {
        const bool isRated = need.quantity == kThroughput && !need.workload.isEmpty();
        if (isRated &&
            (!found || (need.workload == kWholeRequests && found->workload != kWholeRequests)))
            found = &need;
    }
    return found;
}

} // namespace

QString sizingWorkload(const decision::Decision &decision)
{
    const decision::Need *need = sizingNeed(decision);
    return need ? need->workload : kWholeRequests;
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
    Range memoryMib;
    bool meetsP99 = true;
};

bool meetsP99(const decision::Decision &decision, const TargetResult &result)
{
    const auto &limit = decision.capacity.p99TargetMs;
    if (!limit)
        return true;
    const auto p99 = figureOf(result, u"latency_p99");
    return p99 && p99->median <= *limit;
}

/// Whose figure of which run sizes the servers: within the target for p99 where some run has as
/// many of the alternatives so.
RunChoice sizingChoice(const decision::Decision &decision, const Runs &runs)
{
    results::RunQuestion question = questionOf(decision, sizingWorkload(decision), kThroughput);
    RunChoice any = results::chooseRun(question, runs);
    if (!decision.capacity.p99TargetMs)
        return any;
    question.accepts = [&](const TargetResult &result) { return meetsP99(decision, result); };
    RunChoice within = results::chooseRun(question, runs);
    return within.reach() == any.reach() ? within : any;
}

/// Peak memory of a server; between runs it varies in its own way.
Range memoryOf(const TargetResult &result, const results::RunPointer &run, const RunChoice &choice,
               const Runs &runs)
{
    const auto peak = results::summaryOf(result, *results::findQuantity(kPeakMemory));
    if (!peak)
        return {};
    if (run == choice.run)
        return rangeOf(*peak);
    const auto spread =
        results::spreadBetweenRuns(runs, run->machine.fingerprint, run->plan.workload, kPeakMemory);
    return rangeOf(results::widened(*peak, spread.betweenTwo()));
}

/// The target of an alternative that does most with a core, in the run that was chosen from `runs`;
/// within the target for p99 before any that is not.
std::optional<Sizing> sizingOf(const decision::Decision &decision, std::size_t alternative,
                               const RunChoice &choice, const Runs &runs)
{
    const results::RunPointer &run = choice.of[alternative];
    std::optional<Sizing> best;
    for (const QString &target : decision.alternatives[alternative].targets) {
        const TargetResult *result = run ? run->find(target) : nullptr;
        const auto figure = result && results::isUsable(*result)
                                ? figureOf(*result, u"requests_per_second")
                                : std::nullopt;
        if (!figure || figure->low <= 0)
            continue;
        const results::Interval rate =
            results::widened(*figure, choice.addedDeviation(alternative));
        const Sizing sizing{run.get(), result, rangeOf(rate, coresUsed(*result, figure->median)),
                            memoryOf(*result, run, choice, runs), meetsP99(decision, *result)};
        const bool better =
            !best || (sizing.meetsP99 && !best->meetsP99) ||
            (sizing.meetsP99 == best->meetsP99 &&
             sizing.requestsPerSecondPerCore.median > best->requestsPerSecondPerCore.median);
        if (better)
            best = sizing;
    }
    return best;
}

CapacityInput inputOf(const decision::CapacitySetting &setting, const Sizing &sizing)
{
    CapacityInput input;
    input.peakRequestsPerSecond = setting.peakRequestsPerSecond.value_or(0);
    input.headroom = setting.headroom;
    input.requestsPerSecondPerCore = sizing.requestsPerSecondPerCore;
    input.memoryMibPerInstance = sizing.memoryMib;
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
    text += each.runDate.isEmpty() ? Words::tr(", from %1.").arg(each.targetName)
                                   : Words::tr(", from %1, run of %2 (from different runs).")
                                         .arg(each.targetName, each.runDate);
    if (!each.meetsP99)
        text += Words::tr(" Its p99 was above the target of %1: measure it at a lower load.")
                    .arg(decision::rawText(*setting.p99TargetMs, QStringLiteral("ms")));
    if (!capacity.fitsInstance)
        text += Words::tr(" One server does not fit the %1 of an instance.")
                    .arg(decision::rawText(setting.memoryMibPerInstance, QStringLiteral("MiB")));
    return text;
}

/// Says why there is no capacity, and what to do.
void explainMissing(AlternativeCapacity &each, const decision::Decision &decision,
                    const RunChoice &measured)
{
    const decision::Alternative &alternative = decision.alternatives[each.alternative];
    const results::RunPointer &run = measured.of[each.alternative];
    if (alternative.targets.empty()) {
        each.missing = NoCapacity::noTarget;
        each.sentence =
            Words::tr("No target belongs to %1, so it cannot be measured.").arg(alternative.name);
    } else if (!run) {
        each.missing = NoCapacity::notMeasured;
        each.sentence = Words::tr("Nothing valid was measured of %1 yet: run the workload %2.")
                            .arg(alternative.name, sizingWorkload(decision));
    } else {
        each.missing = NoCapacity::notApplied;
        each.sentence = Words::tr("%1 was measured in the run of %2, which is not applied to this "
                                  "decision: apply it on the page Compare.")
                            .arg(alternative.name, results::dateText(*run));
    }
}

} // namespace

std::vector<QString> sizingRuns(const decision::Decision &decision, const Runs &runs)
{
    std::vector<QString> ids;
    const auto add = [&ids](const RunChoice &choice) {
        for (const results::RunPointer &run : choice.runs()) {
            if (std::find(ids.begin(), ids.end(), run->id) == ids.end())
                ids.push_back(run->id);
        }
    };
    add(results::chooseRun(questionOf(decision, sizingWorkload(decision), kThroughput), runs));
    add(sizingChoice(decision, runs));
    return ids;
}

std::vector<AlternativeCapacity> capacities(const decision::Decision &decision, const Runs &runs)
{
    std::vector<AlternativeCapacity> list;
    const decision::CapacitySetting &setting = decision.capacity;
    if (!setting.peakRequestsPerSecond)
        return list;
    const Runs applied = appliedRuns(decision, runs);
    const RunChoice choice = sizingChoice(decision, applied);
    const RunChoice measured = sizingChoice(decision, runs);
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        AlternativeCapacity each;
        each.alternative = i;
        if (const auto sizing = sizingOf(decision, i, choice, applied)) {
            each.capacity = capacityFor(inputOf(setting, *sizing));
            each.target = sizing->result->target;
            each.targetName = sizing->result->name;
            each.run = sizing->run->id;
            if (!choice.isOneRun())
                each.runDate = results::dateText(*sizing->run);
            each.meetsP99 = sizing->meetsP99;
            each.sentence = sentenceOf(setting, each);
        } else {
            explainMissing(each, decision, measured);
        }
        list.push_back(std::move(each));
    }
    return list;
}

namespace
{

/// "Go takes 16 machines (8–32)", machines of the kind that the figure speaks of.
QString machinesText(const decision::CapacitySetting &setting, const QString &name,
                     const decision::Rating &rating)
{
    const double load = *setting.peakRequestsPerSecond * setting.headroom;
    const auto machines = [&](double each) { return std::ceil(load / each); };
    const bool isEstimate = rating.spread.kind == decision::Spread::Kind::factor;
    const double factor = isEstimate ? rating.spread.factor : 1;
    const Range range{machines(*rating.raw), machines(*rating.raw * factor),
                      machines(*rating.raw / factor)};
    QString text = Words::tr("%1 takes %2 machines", "alternative, a number of two or more")
                       .arg(name, decision::rawText(range.median, {}));
    if (range.low != range.high)
        text += QStringLiteral(" (%1)").arg(rangeText(range));
    if (setting.pricePerInstanceMonth > 0)
        text += Words::tr(", %1 %2 a month")
                    .arg(decision::rawText(range.median * setting.pricePerInstanceMonth, {}),
                         setting.currency);
    return text;
}

} // namespace

QString beyondOneMachine(const decision::Decision &decision)
{
    const decision::CapacitySetting &setting = decision.capacity;
    const decision::Need *need = sizingNeed(decision);
    if (!setting.peakRequestsPerSecond || !need || !need->anchors)
        return {};
    const double load = *setting.peakRequestsPerSecond * setting.headroom;
    QStringList each;
    QStringList sources;
    std::size_t known = 0;
    for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
        const decision::Rating &rating = need->ratings[i];
        if (!rating.raw || *rating.raw <= 0)
            continue;
        ++known;
        if (*rating.raw >= load)
            continue;
        each << machinesText(setting, decision.alternatives[i].name, rating);
        if (!sources.contains(rating.source.title) && !rating.source.title.isEmpty())
            sources << rating.source.title;
    }
    if (each.isEmpty())
        return {};
    const QString head =
        static_cast<std::size_t>(each.size()) == known
            ? Words::tr("One machine does not do the peak of %1 with any alternative, with a "
                        "headroom of %2:")
            : Words::tr("One machine does not do the peak of %1 with every alternative, with a "
                        "headroom of %2:");
    QString text = head.arg(decision::rawText(*setting.peakRequestsPerSecond, need->anchors->unit),
                            decision::rawText(setting.headroom, {}));
    text += QLatin1Char(' ') + each.join(QStringLiteral("; "));
    if (!sources.isEmpty())
        text += Words::tr(" (machines of the kind of these figures: %1)")
                    .arg(sources.join(QStringLiteral("; ")));
    text += QLatin1Char('.');
    return setting.pricePerInstanceMonth > 0
               ? text
               : text + Words::tr(" A price of a machine (--price, or in Capacity) turns that into "
                                  "cost.");
}

std::optional<double> costBreakEven(const decision::Decision &decision, const Runs &runs,
                                    std::size_t first, std::size_t second)
{
    // Instances cost the same for both, so the one that does less with a core is never cheaper; it
    // becomes dearer where one instance is no longer enough for it.
    const decision::CapacitySetting &setting = decision.capacity;
    const Runs applied = appliedRuns(decision, runs);
    const RunChoice choice = sizingChoice(decision, applied);
    const auto one = sizingOf(decision, first, choice, applied);
    const auto other = sizingOf(decision, second, choice, applied);
    if (setting.pricePerInstanceMonth <= 0 || setting.headroom <= 0 || !one || !other)
        return std::nullopt;
    const double a = one->requestsPerSecondPerCore.median;
    const double b = other->requestsPerSecondPerCore.median;
    if (a == b)
        return std::nullopt;
    return std::min(a, b) * setting.coresPerInstance / setting.headroom;
}

} // namespace weighbridge::evidence
