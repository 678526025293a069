// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/reader.h"
#include "core/results/benchmark_result.h"
#include "core/results/percentile.h"
#include "core/results/words.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::results
{

namespace
{

/// A number that cannot be negative and must be there.
double amount(const json::Reader &reader, const char *name)
{
    const auto number = reader.required<double>(name);
    if (number < 0)
        reader.reject(name, Words::tr("is negative (%1)").arg(number));
    return std::max(number, 0.0);
}

std::optional<double> optionalAmount(const json::Reader &reader, const char *name)
{
    return reader.has(name) ? std::optional(amount(reader, name)) : std::nullopt;
}

/// 0 where nothing of the kind was measured.
double amountOrZero(const json::Reader &reader, const char *name)
{
    return optionalAmount(reader, name).value_or(0);
}

template <typename Integer = std::int64_t>
Integer wholeAmount(const json::Reader &reader, const char *name, Integer least = 0)
{
    const auto number = reader.required<Integer>(name);
    if (number < least)
        reader.reject(name, Words::tr("is %1, less than %2").arg(number).arg(least));
    return number;
}

Machine readMachine(const json::Reader &reader)
{
    Machine machine;
    machine.fingerprint = reader.required<QString>("fingerprint");
    machine.cpuModel = reader.required<QString>("cpu_model");
    machine.cores = wholeAmount<int>(reader, "cores");
    machine.governor = reader.valueOr<QString>("governor");
    machine.kernel = reader.required<QString>("kernel");
    machine.system = reader.required<QString>("system");
    machine.memoryMib = amount(reader, "memory_mib");
    machine.loadAverage = amount(reader, "load_average");
    machine.openFileLimit = wholeAmount(reader, "open_file_limit");
    machine.listenBacklog = wholeAmount(reader, "listen_backlog");
    return machine;
}

std::vector<int> readCpus(const json::Reader &reader, const char *name)
{
    const auto cpus = reader.valueOr<std::vector<int>>(name);
    if (std::any_of(cpus.begin(), cpus.end(), [](int cpu) { return cpu < 0; }))
        reader.reject(name, Words::tr("must hold numbers of CPUs"));
    return cpus;
}

std::chrono::milliseconds readSeconds(const json::Reader &reader, const char *name)
{
    constexpr double kGreatestSeconds = 1e9;
    const double seconds = amount(reader, name);
    if (seconds > kGreatestSeconds)
        reader.reject(name, Words::tr("is too large"));
    return std::chrono::milliseconds(std::llround(std::min(seconds, kGreatestSeconds) * 1000));
}

BenchmarkPlan readPlan(const json::Reader &reader)
{
    BenchmarkPlan plan;
    plan.targets = reader.valueOr<QStringList>("targets");
    plan.workload = reader.required<QString>("workload");
    plan.connections = wholeAmount<int>(reader, "connections", 1);
    plan.rounds = wholeAmount<int>(reader, "rounds", 1);
    plan.duration = readSeconds(reader, "duration_s");
    plan.warmUpCap = readSeconds(reader, "warm_up_cap_s");
    if (reader.has("start_timeout_s"))
        plan.startTimeout = readSeconds(reader, "start_timeout_s");
    plan.profile = reader.required<Profile>("profile");
    plan.requestsPerSecond = optionalAmount(reader, "rate_per_second");
    plan.seed = reader.required<std::uint64_t>("seed");
    if (reader.valueOr<QString>("database") == QLatin1String("postgresql"))
        plan.databaseUrl = QStringLiteral("postgresql:"); // where it was is not in the document
    return plan;
}

LatencySummary readLatency(const json::Reader &reader)
{
    LatencySummary latency;
    latency.mean = amount(reader, "mean");
    for (const Percentile &each : kPercentiles)
        latency.*each.value = optionalAmount(reader, each.key.data());
    latency.max = amount(reader, "max");
    latency.samples = reader.valueOr<std::uint64_t>("samples");
    return latency;
}

MemorySummary readMemory(const json::Reader &reader)
{
    return {amount(reader, "idle"), amount(reader, "load"), amount(reader, "peak"),
            optionalAmount(reader, "idle_file_backed"), optionalAmount(reader, "peak_file_backed")};
}

LittlesLawCheck readLaw(const json::Reader &reader)
{
    return {amount(reader, "implied_connections"), amount(reader, "ratio")};
}

Flag readFlag(const json::Reader &reader)
{
    const auto id = kindOf<FlagId>(reader.required<QString>("id")).value_or(FlagId::other);
    // The first documents only told whether a flag invalidates.
    const Grade before = reader.required<bool>("invalidates") ? Grade::invalid : Grade::noted;
    return {id, reader.valueOr("grade", before), reader.required<QString>("text"),
            reader.valueOr<QString>("remedy")};
}

Sample readSample(const json::Reader &reader)
{
    return {amount(reader, "time_s"), amount(reader, "requests_per_second"),
            amount(reader, "memory_mib"), amount(reader, "cpu_cores"),
            reader.required<bool>("warming_up")};
}

/// The value of an object that is null where nothing of the kind was measured.
template <typename T>
T readUnlessNull(const json::Reader &reader, const char *name, T (*read)(const json::Reader &))
{
    return reader.has(name) ? read(reader.object(name)) : T();
}

Interval readInterval(const json::Reader &reader)
{
    return {amount(reader, "median"), amount(reader, "low"), amount(reader, "high")};
}

Figure readFigure(const json::Reader &reader)
{
    return {reader.required<QString>("quantity"), amount(reader, "value")};
}

FigureSummary readFigureSummary(const json::Reader &reader)
{
    return {reader.required<QString>("quantity"), readInterval(reader)};
}

void readFairness(const json::Reader &fairness, Round &round)
{
    round.leastRequestsPerConnection = amount(fairness, "least");
    round.mostRequestsPerConnection = amount(fairness, "most");
    round.jainFairness = amount(fairness, "jain");
}

Round readRound(const json::Reader &reader)
{
    Round round;
    round.number = wholeAmount<int>(reader, "number", 1);
    round.requestsPerSecond = amountOrZero(reader, "requests_per_second");
    round.requests = reader.required<std::uint64_t>("requests");
    round.errors = reader.required<std::uint64_t>("errors");
    round.latency = readUnlessNull(reader, "latency_ms", readLatency);
    round.memory = readUnlessNull(reader, "memory_mib", readMemory);
    round.cpuMicrosecondsPerRequest = amountOrZero(reader, "cpu_us_per_request");
    round.generatorCpuMicrosecondsPerRequest = amountOrZero(reader, "generator_cpu_us_per_request");
    round.startMilliseconds = amountOrZero(reader, "start_ms");
    round.warmUpSeconds = amount(reader, "warm_up_s");
    round.steadiness = kindOf<SteadyState>(reader.valueOr<QString>("steadiness"));
    round.littlesLaw = readUnlessNull(reader, "littles_law", readLaw);
    if (reader.has("fairness"))
        readFairness(reader.requiredObject("fairness"), round);
    round.samples = json::listFrom(reader, "samples", readSample);
    round.figures = json::listFrom(reader, "figures", readFigure);
    round.flags = json::listFrom(reader, "flags", readFlag);
    return round;
}

void readFigures(const json::Reader &reader, TargetResult &result)
{
    result.latency = readUnlessNull(reader, "latency_ms", readLatency);
    result.spread = amount(reader, "spread");
    WrittenFigures &written = result.written;
    written.requestsPerSecond = readUnlessNull(reader, "requests_per_second", readInterval);
    written.memory = readUnlessNull(reader, "memory_mib", readMemory);
    written.cpuMicrosecondsPerRequest = amountOrZero(reader, "cpu_us_per_request");
    written.startMilliseconds = amountOrZero(reader, "start_ms");
    written.errors = reader.required<std::uint64_t>("errors");
    written.littlesLaw = readUnlessNull(reader, "littles_law", readLaw);
    written.figures = json::listFrom(reader, "figures", readFigureSummary);
}

TargetResult readTargetResult(const json::Reader &reader)
{
    TargetResult result;
    result.target = reader.required<QString>("target");
    result.name = reader.required<QString>("name");
    result.language = reader.valueOr<QString>("language");
    result.frameworkVersion = reader.valueOr<QString>("framework_version");
    result.runtimeVersion = reader.valueOr<QString>("runtime_version");
    result.command = reader.valueOr<QStringList>("command");
    result.environment = reader.valueOr<QHash<QString, QString>>("environment");
    result.replyHeaders = reader.valueOr<QStringList>("reply_headers"); // new since schema 1
    result.sourceDigest = reader.valueOr<QString>("source_digest");
    result.state = reader.required<TargetState>("state");
    result.failure = reader.valueOr<QString>("failure");
    result.flags = json::listFrom(reader, "flags", readFlag);
    result.valid = reader.required<bool>("valid");
    result.rounds = json::listFrom(reader, "rounds_detail", readRound);
    if (!result.rounds.empty())
        readFigures(reader, result);
    else if (result.valid || result.state == TargetState::measured)
        reader.reject("rounds_detail", Words::tr("must hold the rounds of a measured target"));
    return result;
}

Ratio readRatio(const json::Reader &reader)
{
    Ratio ratio;
    ratio.a = reader.required<QString>("a");
    ratio.b = reader.required<QString>("b");
    ratio.quantity = reader.required<QString>("quantity");
    ratio.ratio = amount(reader, "ratio");
    ratio.low = amount(reader, "low");
    ratio.high = amount(reader, "high");
    ratio.different = reader.required<bool>("different");
    ratio.floor = amountOrZero(reader, "floor");
    ratio.detectableDifference = optionalAmount(reader, "detectable_difference");
    return ratio;
}

} // namespace

BenchmarkResult benchmarkResultFrom(const json::Reader &reader)
{
    BenchmarkResult result;
    result.id = reader.filled("id");
    if (wholeAmount<int>(reader, "schema", 1) > kResultSchema)
        reader.reject("schema", Words::tr("is that of a newer version of the program"));
    result.programVersion = reader.required<QString>("program_version");
    result.label = reader.valueOr<QString>("label");
    result.startedAt = reader.required<QDateTime>("started_at");
    result.seconds = amount(reader, "duration_s");
    result.cancelled = reader.required<bool>("cancelled");
    result.ownCpuCores = amountOrZero(reader, "own_cpu_cores");
    result.machine = readMachine(reader.requiredObject("machine"));
    result.serverCpus = readCpus(reader, "server_cpus");
    result.generatorCpus = readCpus(reader, "generator_cpus");
    result.plan = readPlan(reader.requiredObject("plan"));
    result.results = json::listFrom(reader, "results", readTargetResult);
    result.ratios = json::listFrom(reader, "ratios", readRatio);
    return result;
}

Result<BenchmarkResult> benchmarkResultFromJson(const QJsonObject &object)
{
    const json::Reader reader(object);
    BenchmarkResult result = benchmarkResultFrom(reader);
    if (!reader.sound())
        return Error{Words::tr("The benchmark result cannot be read: %1").arg(reader.mistake()),
                     Words::tr("Take an unchanged copy of the file"),
                     {}};
    return result;
}

} // namespace weighbridge::results
