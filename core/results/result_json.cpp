// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/values.h"
#include "core/results/benchmark_result.h"
#include "core/results/percentile.h"

namespace weighbridge::results
{

namespace
{

QString key(const char *name)
{
    return QString::fromLatin1(name);
}
QJsonValue count(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

/// Fields that cannot really be zero are zero where nothing was measured.
QJsonValue positiveOrNull(double number)
{
    return number > 0 ? QJsonValue(number) : QJsonValue();
}

QJsonObject write(const QHash<QString, QString> &texts)
{
    QJsonObject object;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject write(const Machine &machine)
{
    return {{key("fingerprint"), machine.fingerprint},
            {key("cpu_model"), machine.cpuModel},
            {key("cores"), machine.cores},
            {key("governor"), json::orNull(machine.governor)},
            {key("kernel"), machine.kernel},
            {key("system"), machine.system},
            {key("memory_mib"), machine.memoryMib},
            {key("load_average"), machine.loadAverage},
            {key("open_file_limit"), static_cast<qint64>(machine.openFileLimit)},
            {key("listen_backlog"), static_cast<qint64>(machine.listenBacklog)}};
}

QJsonObject write(const BenchmarkPlan &plan)
{
    const auto seconds = [](std::chrono::milliseconds time) {
        return static_cast<double>(time.count()) / 1000;
    };
    return {{key("targets"), QJsonArray::fromStringList(plan.targets)},
            {key("workload"), plan.workload},
            {key("connections"), plan.connections},
            {key("rounds"), plan.rounds},
            {key("duration_s"), seconds(plan.duration)},
            {key("warm_up_cap_s"), seconds(plan.warmUpCap)},
            {key("start_timeout_s"), seconds(plan.startTimeout)},
            {key("profile"), nameOf(plan.profile)},
            {key("rate_per_second"), json::orNull(plan.requestsPerSecond)},
            {key("seed"), json::wholeNumber(plan.seed)},
            {key("database"), databaseKind(plan)}};
}

QJsonObject write(const LatencySummary &latency)
{
    return toJson(latency);
}

QJsonObject write(const MemorySummary &memory)
{
    return {{key("idle"), memory.idle},
            {key("load"), memory.load},
            {key("peak"), memory.peak},
            {key("idle_file_backed"), json::orNull(memory.idleFileBacked)},
            {key("peak_file_backed"), json::orNull(memory.peakFileBacked)}};
}

QJsonObject write(const LittlesLawCheck &law)
{
    return {{key("implied_connections"), law.impliedConnections}, {key("ratio"), law.ratio}};
}

QJsonObject write(const Flag &flag)
{
    return toJson(flag);
}

QJsonObject write(const Sample &sample)
{
    return {{key("time_s"), sample.seconds},
            {key("requests_per_second"), sample.requestsPerSecond},
            {key("memory_mib"), sample.residentMib},
            {key("cpu_cores"), sample.cpuCores},
            {key("warming_up"), sample.warmingUp}};
}

QJsonObject write(const Interval &interval)
{
    return {
        {key("median"), interval.median}, {key("low"), interval.low}, {key("high"), interval.high}};
}

QJsonObject write(const Figure &figure)
{
    return {{key("quantity"), figure.quantity}, {key("value"), figure.value}};
}

QJsonObject write(const FigureSummary &figure)
{
    QJsonObject object = write(figure.value);
    object.insert(key("quantity"), figure.quantity);
    return object;
}

/// What only a load yields is null where there was none.
template <typename T> QJsonValue writeUnlessEmpty(const T &value)
{
    return value == T() ? QJsonValue() : QJsonValue(write(value));
}

QJsonObject write(const Round &round);
QJsonObject write(const Ratio &ratio);

template <typename T> QJsonArray listOf(const std::vector<T> &values)
{
    return json::arrayOf(values, [](const T &value) { return write(value); });
}

bool wasLoaded(const Round &round)
{
    return round.requestsPerSecond > 0 || round.requests > 0 || round.errors > 0 ||
           round.mostRequestsPerConnection > 0 || round.jainFairness > 0;
}

QJsonObject write(const Round &round)
{
    const bool loaded = wasLoaded(round);
    const QJsonObject fairness{{key("least"), round.leastRequestsPerConnection},
                               {key("most"), round.mostRequestsPerConnection},
                               {key("jain"), round.jainFairness}};
    return {
        {key("number"), round.number},
        {key("requests_per_second"), loaded ? QJsonValue(round.requestsPerSecond) : QJsonValue()},
        {key("requests"), count(round.requests)},
        {key("errors"), count(round.errors)},
        {key("latency_ms"), writeUnlessEmpty(round.latency)},
        {key("memory_mib"), writeUnlessEmpty(round.memory)},
        {key("cpu_us_per_request"), positiveOrNull(round.cpuMicrosecondsPerRequest)},
        {key("generator_cpu_us_per_request"),
         positiveOrNull(round.generatorCpuMicrosecondsPerRequest)},
        {key("start_ms"), positiveOrNull(round.startMilliseconds)},
        {key("warm_up_s"), round.warmUpSeconds},
        {key("steadiness"),
         round.steadiness ? QJsonValue(nameOf(*round.steadiness)) : QJsonValue()},
        {key("littles_law"), writeUnlessEmpty(round.littlesLaw)},
        {key("fairness"), loaded ? QJsonValue(fairness) : QJsonValue()},
        {key("samples"), listOf(round.samples)},
        {key("figures"), listOf(round.figures)},
        {key("flags"), listOf(round.flags)}};
}

QJsonObject write(const Ratio &ratio)
{
    return {{key("a"), ratio.a},
            {key("b"), ratio.b},
            {key("quantity"), ratio.quantity},
            {key("ratio"), ratio.ratio},
            {key("low"), ratio.low},
            {key("high"), ratio.high},
            {key("different"), ratio.different},
            {key("floor"), ratio.floor},
            {key("detectable_difference"), json::orNull(ratio.detectableDifference)}};
}

/// Figures of a target that was never measured are null, not zero.
QJsonObject write(const TargetResult &result, const BenchmarkPlan &plan)
{
    const bool known = !result.rounds.empty();
    const auto ifKnown = [known](const QJsonValue &value) { return known ? value : QJsonValue(); };
    return {{key("target"), result.target},
            {key("name"), result.name},
            {key("language"), json::orNull(result.language)},
            {key("framework_version"), json::orNull(result.frameworkVersion)},
            {key("runtime_version"), json::orNull(result.runtimeVersion)},
            {key("command"), QJsonArray::fromStringList(result.command)},
            {key("environment"), write(result.environment)},
            {key("reply_headers"), QJsonArray::fromStringList(result.replyHeaders)},
            {key("source_digest"), json::orNull(result.sourceDigest)},
            {key("workload"), plan.workload},
            {key("profile"), nameOf(plan.profile)},
            {key("connections"), plan.connections},
            {key("rounds"), static_cast<qint64>(result.rounds.size())},
            {key("state"), nameOf(result.state)},
            {key("failure"), json::orNull(result.failure)},
            {key("requests_per_second"), writeUnlessEmpty(result.written.requestsPerSecond)},
            {key("latency_ms"), writeUnlessEmpty(result.latency)},
            {key("memory_mib"), writeUnlessEmpty(result.written.memory)},
            {key("cpu_us_per_request"), positiveOrNull(result.written.cpuMicrosecondsPerRequest)},
            {key("start_ms"), positiveOrNull(result.written.startMilliseconds)},
            {key("spread"), ifKnown(result.spread)},
            {key("errors"), ifKnown(count(result.written.errors))},
            {key("littles_law"), writeUnlessEmpty(result.written.littlesLaw)},
            {key("figures"), listOf(result.written.figures)},
            {key("flags"), listOf(result.flags)},
            {key("valid"), result.valid},
            {key("rounds_detail"), listOf(result.rounds)}};
}

} // namespace

QJsonObject toJson(const Flag &flag)
{
    return {{key("id"), nameOf(flag.id)},
            {key("grade"), nameOf(flag.grade)},
            {key("text"), flag.text},
            {key("remedy"), flag.remedy},
            {key("invalidates"), flag.grade == Grade::invalid}};
}

QJsonObject toJson(const LatencySummary &latency)
{
    const bool isEmpty = latency == LatencySummary();
    QJsonObject object{{key("mean"), isEmpty ? QJsonValue() : QJsonValue(latency.mean)},
                       {key("max"), isEmpty ? QJsonValue() : QJsonValue(latency.max)},
                       {key("samples"), count(latency.samples)}};
    for (const Percentile &each : kPercentiles)
        object.insert(each.key, json::orNull(latency.*each.value));
    return object;
}

QJsonObject toJson(const BenchmarkResult &result)
{
    return {{key("schema"), kResultSchema},
            {key("program_version"), result.programVersion},
            {key("id"), result.id},
            {key("label"), json::orNull(result.label)},
            {key("started_at"), result.startedAt.toUTC().toString(Qt::ISODateWithMs)},
            {key("duration_s"), result.seconds},
            {key("cancelled"), result.cancelled},
            {key("own_cpu_cores"), result.ownCpuCores},
            {key("machine"), write(result.machine)},
            {key("server_cpus"), json::arrayOf(result.serverCpus)},
            {key("generator_cpus"), json::arrayOf(result.generatorCpus)},
            {key("plan"), write(result.plan)},
            {key("results"),
             json::arrayOf(result.results,
                           [&](const TargetResult &each) { return write(each, result.plan); })},
            {key("ratios"), listOf(result.ratios)}};
}

} // namespace weighbridge::results
