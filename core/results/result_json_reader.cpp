// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/json_reader.h"
#include "core/results/benchmark_result.h"

#include <cmath>

namespace weighbridge::results
{

namespace
{

constexpr int kSchema = 1;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

int smallInteger(json::JsonReader &reader, const char *name, int least = 0)
{
    const std::int64_t value = reader.integer(key(name), least);
    if (value > INT32_MAX)
        reader.fail(key(name), QStringLiteral("is too large"));
    return static_cast<int>(value);
}

std::uint64_t count(json::JsonReader &reader, const char *name)
{
    return static_cast<std::uint64_t>(reader.integer(key(name)));
}

template <typename T, typename Read>
std::vector<T> readList(json::JsonReader &reader, const char *name, Read read)
{
    std::vector<T> values;
    for (json::JsonReader &each : reader.objects(key(name)))
        values.push_back(read(each));
    return values;
}

Machine readMachine(json::JsonReader reader)
{
    Machine machine;
    machine.fingerprint = reader.text(key("fingerprint"));
    machine.cpuModel = reader.text(key("cpu_model"));
    machine.cores = smallInteger(reader, "cores");
    machine.governor = reader.textOr(key("governor"));
    machine.kernel = reader.text(key("kernel"));
    machine.system = reader.text(key("system"));
    machine.memoryMib = reader.number(key("memory_mib"));
    machine.loadAverage = reader.number(key("load_average"));
    machine.openFileLimit = reader.integer(key("open_file_limit"));
    machine.listenBacklog = reader.integer(key("listen_backlog"));
    return machine;
}

std::vector<int> readCpus(json::JsonReader &reader, const char *name)
{
    std::vector<int> cpus;
    for (const QJsonValue &value : reader.array(key(name))) {
        const int cpu = value.toInt(-1);
        if (cpu < 0)
            reader.fail(key(name), QStringLiteral("must hold numbers of CPUs"));
        cpus.push_back(cpu);
    }
    return cpus;
}

std::chrono::milliseconds readSeconds(json::JsonReader &reader, const char *name)
{
    constexpr double kGreatestSeconds = 1e9;
    const double seconds = reader.number(key(name));
    if (seconds > kGreatestSeconds)
        reader.fail(key(name), QStringLiteral("is too large"));
    return reader.failed() ? std::chrono::milliseconds(0)
                           : std::chrono::milliseconds(std::llround(seconds * 1000));
}

BenchmarkPlan readPlan(json::JsonReader reader)
{
    BenchmarkPlan plan;
    plan.targets = reader.texts(key("targets"));
    plan.workload = reader.text(key("workload"));
    plan.connections = smallInteger(reader, "connections", 1);
    plan.rounds = smallInteger(reader, "rounds", 1);
    plan.duration = readSeconds(reader, "duration_s");
    plan.warmUpCap = readSeconds(reader, "warm_up_cap_s");
    if (reader.has(key("start_timeout_s")))
        plan.startTimeout = readSeconds(reader, "start_timeout_s");
    const auto profile = profileFromName(reader.text(key("profile")));
    if (!profile)
        reader.fail(key("profile"), QStringLiteral("must be documented, production or tuned"));
    plan.profile = profile.value_or(Profile::production);
    plan.requestsPerSecond = reader.optionalNumber(key("rate_per_second"));
    plan.seed = count(reader, "seed");
    if (reader.textOr(key("database")) == QLatin1String("postgresql"))
        plan.databaseUrl = QStringLiteral("postgresql:"); // where it was is not in the document
    return plan;
}

LatencySummary readLatency(json::JsonReader reader)
{
    LatencySummary latency;
    latency.mean = reader.number(key("mean"));
    latency.p50 = reader.optionalNumber(key("p50"));
    latency.p75 = reader.optionalNumber(key("p75"));
    latency.p90 = reader.optionalNumber(key("p90"));
    latency.p99 = reader.optionalNumber(key("p99"));
    latency.p999 = reader.optionalNumber(key("p99_9"));
    latency.p9999 = reader.optionalNumber(key("p99_99"));
    latency.max = reader.number(key("max"));
    latency.samples = static_cast<std::uint64_t>(reader.integerOr(key("samples")));
    return latency;
}

MemorySummary readMemory(json::JsonReader reader)
{
    return {reader.number(key("idle")), reader.number(key("load")), reader.number(key("peak")),
            reader.optionalNumber(key("idle_file_backed")),
            reader.optionalNumber(key("peak_file_backed"))};
}

LittlesLawCheck readLaw(json::JsonReader reader)
{
    return {reader.number(key("implied_connections")), reader.number(key("ratio"))};
}

Flag readFlag(json::JsonReader &reader)
{
    Flag flag{flagFromName(reader.text(key("id"))), Grade::noted, reader.text(key("text")),
              reader.textOr(key("remedy"))};
    // The first documents only told whether a flag invalidates.
    const bool invalidates = reader.boolean(key("invalidates"));
    const auto grade = reader.has(key("grade")) ? gradeFromName(reader.text(key("grade")))
                       : invalidates            ? Grade::invalid
                                                : Grade::noted;
    if (!grade)
        reader.fail(key("grade"), QStringLiteral("must be noted, doubtful or invalid"));
    flag.grade = grade.value_or(Grade::noted);
    return flag;
}

Sample readSample(json::JsonReader &reader)
{
    return {reader.number(key("time_s")), reader.number(key("requests_per_second")),
            reader.number(key("memory_mib")), reader.number(key("cpu_cores")),
            reader.boolean(key("warming_up"))};
}

/// The value of an object that is null where nothing of the kind was measured.
template <typename T>
T readUnlessNull(json::JsonReader &reader, const char *name, T (*read)(json::JsonReader))
{
    return reader.has(key(name)) ? read(reader.object(key(name))) : T();
}

Interval readInterval(json::JsonReader reader)
{
    return {reader.number(key("median")), reader.number(key("low")), reader.number(key("high"))};
}

Figure readFigure(json::JsonReader &reader)
{
    return {reader.text(key("quantity")), reader.number(key("value"))};
}

FigureSummary readFigureSummary(json::JsonReader &reader)
{
    return {reader.text(key("quantity")), readInterval(reader)};
}

void readFairness(json::JsonReader fairness, Round &round)
{
    round.leastRequestsPerConnection = fairness.number(key("least"));
    round.mostRequestsPerConnection = fairness.number(key("most"));
    round.jainFairness = fairness.number(key("jain"));
}

Round readRound(json::JsonReader &reader)
{
    Round round;
    round.number = smallInteger(reader, "number", 1);
    round.requestsPerSecond = reader.numberOr(key("requests_per_second"));
    round.requests = count(reader, "requests");
    round.errors = count(reader, "errors");
    round.latency = readUnlessNull(reader, "latency_ms", readLatency);
    round.memory = readUnlessNull(reader, "memory_mib", readMemory);
    round.cpuMicrosecondsPerRequest = reader.numberOr(key("cpu_us_per_request"));
    round.generatorCpuMicrosecondsPerRequest = reader.numberOr(key("generator_cpu_us_per_request"));
    round.startMilliseconds = reader.numberOr(key("start_ms"));
    round.warmUpSeconds = reader.number(key("warm_up_s"));
    round.steadiness = steadyStateFromName(reader.textOr(key("steadiness")));
    round.littlesLaw = readUnlessNull(reader, "littles_law", readLaw);
    if (reader.has(key("fairness")))
        readFairness(reader.object(key("fairness")), round);
    round.samples = readList<Sample>(reader, "samples", readSample);
    round.figures = readList<Figure>(reader, "figures", readFigure);
    round.flags = readList<Flag>(reader, "flags", readFlag);
    return round;
}

void readFigures(json::JsonReader &reader, TargetResult &result)
{
    result.latency = readUnlessNull(reader, "latency_ms", readLatency);
    result.spread = reader.number(key("spread"));
    WrittenFigures &written = result.written;
    written.requestsPerSecond = readUnlessNull(reader, "requests_per_second", readInterval);
    written.memory = readUnlessNull(reader, "memory_mib", readMemory);
    written.cpuMicrosecondsPerRequest = reader.numberOr(key("cpu_us_per_request"));
    written.startMilliseconds = reader.numberOr(key("start_ms"));
    written.errors = count(reader, "errors");
    written.littlesLaw = readUnlessNull(reader, "littles_law", readLaw);
    written.figures = readList<FigureSummary>(reader, "figures", readFigureSummary);
}

TargetResult readTargetResult(json::JsonReader &reader)
{
    TargetResult result;
    result.target = reader.text(key("target"));
    result.name = reader.text(key("name"));
    result.language = reader.textOr(key("language"));
    result.frameworkVersion = reader.textOr(key("framework_version"));
    result.runtimeVersion = reader.textOr(key("runtime_version"));
    result.command = reader.texts(key("command"));
    result.environment = reader.textMap(key("environment"));
    if (reader.has(key("reply_headers"))) // runs of earlier versions have none
        result.replyHeaders = reader.texts(key("reply_headers"));
    result.sourceDigest = reader.textOr(key("source_digest"));
    const auto state = targetStateFromName(reader.text(key("state")));
    if (!state)
        reader.fail(key("state"), QStringLiteral("must be measured, partial, failed or not_run"));
    result.state = state.value_or(TargetState::notRun);
    result.failure = reader.textOr(key("failure"));
    result.flags = readList<Flag>(reader, "flags", readFlag);
    result.valid = reader.boolean(key("valid"));
    result.rounds = readList<Round>(reader, "rounds_detail", readRound);
    if (!result.rounds.empty())
        readFigures(reader, result);
    else if (result.valid || result.state == TargetState::measured)
        reader.fail(key("rounds_detail"),
                    QStringLiteral("must hold the rounds of a measured target"));
    return result;
}

Ratio readRatio(json::JsonReader &reader)
{
    Ratio ratio;
    ratio.a = reader.text(key("a"));
    ratio.b = reader.text(key("b"));
    ratio.quantity = reader.text(key("quantity"));
    ratio.ratio = reader.number(key("ratio"));
    ratio.low = reader.number(key("low"));
    ratio.high = reader.number(key("high"));
    ratio.different = reader.boolean(key("different"));
    ratio.floor = reader.numberOr(key("floor"));
    ratio.detectableDifference = reader.optionalNumber(key("detectable_difference"));
    return ratio;
}

} // namespace

Result<BenchmarkResult> benchmarkResultFromJson(const QJsonObject &object)
{
    json::JsonReader reader(object, {});
    if (reader.integer(key("schema"), 1) > kSchema)
        return Error{QStringLiteral("The result was written by a newer version of the program"),
                     QStringLiteral("Update this program to read it"),
                     {}};
    BenchmarkResult result;
    result.programVersion = reader.text(key("program_version"));
    result.id = reader.text(key("id"));
    result.label = reader.textOr(key("label"));
    result.startedAt = reader.time(key("started_at"));
    result.seconds = reader.number(key("duration_s"));
    result.cancelled = reader.boolean(key("cancelled"));
    result.ownCpuCores = reader.numberOr(key("own_cpu_cores"));
    result.machine = readMachine(reader.object(key("machine")));
    result.serverCpus = readCpus(reader, "server_cpus");
    result.generatorCpus = readCpus(reader, "generator_cpus");
    result.plan = readPlan(reader.object(key("plan")));
    result.results = readList<TargetResult>(reader, "results", readTargetResult);
    result.ratios = readList<Ratio>(reader, "ratios", readRatio);
    if (reader.failed())
        return Error{
            QStringLiteral("The benchmark result cannot be read: %1").arg(reader.problem()),
            QStringLiteral("Take an unchanged copy of the file"),
            {}};
    return result;
}

} // namespace weighbridge::results
