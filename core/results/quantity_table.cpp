// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/quantity.h"

#include "core/results/words.h"

#include <algorithm>

namespace weighbridge::results
{

namespace
{

using Reading = std::optional<double>;
using Kind = WorkloadKind;

/// Of all that is read from the processes. In 40 A/A comparisons of six rounds (Gin and a copy,
/// JSON, 2026-11-28, two cores of a virtual machine, Linux 6.18) the interval alone called idle
/// memory different in 4 and peak memory in 3, and ended up to 0.26 % from 1; with the floor none:
///     tests/bench/aa_comparisons.py build/release/app/weighbridge
/// Without the page cache in one state it was 14 % in idle memory, in all comparisons. Times have
/// no floor: their rounds see all of their noise (throughput, medians and CPU time were called
/// different in 1 of the 40, the 99th percentile in 2).
constexpr double kMemoryFloor = 0.005;

/// What names a quantity.
struct Names {
    const char *id;
    QString title;
    QString shortTitle;
    const char *unit;
    Wording wording;
};

Wording has(const QString &object)
{
    return {Words::tr("has"), Words::tr("have"), object};
}

Wording needs(const QString &object)
{
    return {Words::tr("needs"), Words::tr("need"), object};
}

Wording keeps(const QString &object)
{
    return {Words::tr("keeps"), Words::tr("keep"), object};
}

/// A row with what most of them have: the median of rounds that differ, where less is better.
class Row
{
public:
    Row(const Names &names, std::vector<MeasuredBy> measuredBy,
        std::function<Reading(const Round &)> read)
    {
        m_quantity.id = QString::fromLatin1(names.id);
        m_quantity.title = names.title;
        m_quantity.shortTitle = names.shortTitle;
        m_quantity.unit = QString::fromUtf8(names.unit);
        m_quantity.wording = names.wording;
        m_quantity.measuredBy = std::move(measuredBy);
        m_quantity.read = std::move(read);
    }
    Row &moreIsBetter()
    {
        m_quantity.direction = Direction::moreIsBetter;
        return *this;
    }
    Row &merged(std::function<Reading(const LatencySummary &)> read)
    {
        m_quantity.estimator = Estimator::merged;
        m_quantity.readMerged = std::move(read);
        return *this;
    }
    Row &total()
    {
        m_quantity.estimator = Estimator::total;
        return *this;
    }
    Row &counted()
    {
        m_quantity.notation = Notation::count;
        return *this;
    }
    Row &sameInEachRound()
    {
        m_quantity.variation = Variation::none;
        return *this;
    }
    Row &floor(double relativeDifference)
    {
        m_quantity.floor = relativeDifference;
        return *this;
    }
    operator Quantity() const { return m_quantity; } // NOLINT(google-explicit-constructor)

private:
    Quantity m_quantity;
};

/// Zero stands for "not measured" in the fields of a round that cannot really be zero.
Reading positive(double value)
{
    return value > 0 ? Reading(value) : std::nullopt;
}

bool wasLoaded(const Round &round)
{
    return round.requests > 0 || round.errors > 0 || round.requestsPerSecond > 0;
}

/// A server that answered nothing but errors was measured: at 0 requests a second.
Reading throughput(const Round &round)
{
    return wasLoaded(round) ? Reading(round.requestsPerSecond) : std::nullopt;
}

Reading errors(const Round &round)
{
    return wasLoaded(round) ? Reading(static_cast<double>(round.errors)) : std::nullopt;
}

/// One that a workload leaves among the figures of its rounds.
Row figure(const Names &names, std::vector<MeasuredBy> measuredBy)
{
    return {names, std::move(measuredBy),
            [name = QString::fromLatin1(names.id)](const Round &round) {
                const auto found =
                    std::find_if(round.figures.begin(), round.figures.end(),
                                 [&](const Figure &each) { return each.quantity == name; });
                return found == round.figures.end() ? std::nullopt : Reading(found->value);
            }};
}

template <typename Field> Row latency(const Names &names, Place place, Field LatencySummary::*field)
{
    const auto read = [field](const LatencySummary &latency) {
        return latency.samples > 0 ? Reading(latency.*field) : std::nullopt;
    };
    return Row(names, {{Kind::load, place}},
               [read](const Round &round) { return read(round.latency); })
        .merged(read);
}

Row memory(const Names &names, std::vector<MeasuredBy> measuredBy, double MemorySummary::*when)
{
    return Row(names, std::move(measuredBy),
               [when](const Round &round) { return positive(round.memory.*when); })
        .floor(kMemoryFloor);
}

/// The part of it that is not pages of files.
Reading anonymous(double total, const std::optional<double> &fileBacked)
{
    return fileBacked ? positive(total - *fileBacked) : std::nullopt;
}

Row field(const Names &names, std::vector<MeasuredBy> measuredBy, double Round::*field)
{
    return {names, std::move(measuredBy),
            [field](const Round &round) { return positive(round.*field); }};
}

void addLoad(std::vector<Quantity> &rows)
{
    rows.insert(
        rows.end(),
        {Row({"requests_per_second",
              Words::tr("Throughput"),
              Words::tr("Requests/s"),
              "requests/s",
              {Words::tr("answers"), Words::tr("answer"), Words::tr("what %1 does")}},
             {{Kind::load}}, throughput)
             .moreIsBetter(),
         latency({"latency_mean", Words::tr("Latency, mean"), Words::tr("Mean"), "ms",
                  has(Words::tr("the mean latency of %1"))},
                 Place::detail, &LatencySummary::mean),
         latency({"latency_p50", Words::tr("Latency, median"), Words::tr("p50"), "ms",
                  has(Words::tr("the median latency of %1"))},
                 Place::compared, &LatencySummary::p50),
         latency({"latency_p90", Words::tr("Latency, 90th percentile"), Words::tr("p90"), "ms",
                  has(Words::tr("the 90th-percentile latency of %1"))},
                 Place::shown, &LatencySummary::p90),
         latency({"latency_p99", Words::tr("Latency, 99th percentile"), Words::tr("p99"), "ms",
                  has(Words::tr("the 99th-percentile latency of %1"))},
                 Place::compared, &LatencySummary::p99),
         latency({"latency_max", Words::tr("Latency, longest"), Words::tr("Max"), "ms",
                  has(Words::tr("the longest latency of %1"))},
                 Place::detail, &LatencySummary::max),
         Row({"errors", Words::tr("Failed requests"), Words::tr("Errors"), "errors",
              has(Words::tr("the failed requests of %1"))},
             {{Kind::load, Place::shown}}, errors)
             .total()
             .counted(),
         Row({"connections_in_use", Words::tr("Connections in use"), Words::tr("In use"),
              "connections", keeps(Words::tr("the connections that %1 keeps in use"))},
             {{Kind::load, Place::detail}},
             [](const Round &round) { return positive(round.littlesLaw.impliedConnections); })
             .moreIsBetter()});
}

void addStreams(std::vector<Quantity> &rows)
{
    rows.insert(
        rows.end(),
        {figure({"jitter_p99_ms", Words::tr("Jitter, 99th percentile"), Words::tr("Jitter p99"),
                 "ms", has(Words::tr("the 99th-percentile jitter of %1"))},
                {{Kind::stream}}),
         figure({"streams_complete",
                 Words::tr("Complete streams"),
                 Words::tr("Complete"),
                 "%",
                 {Words::tr("completes"), Words::tr("complete"), Words::tr("what %1 does")}},
                {{Kind::stream}})
             .moreIsBetter()});
}

void addIdleConnections(std::vector<Quantity> &rows)
{
    rows.insert(rows.end(),
                {figure({"memory_per_connection_kib", Words::tr("Memory per idle connection"),
                         Words::tr("Per connection"), "KiB",
                         needs(Words::tr("the memory of %1 per idle connection"))},
                        {{Kind::idleConnections}}),
                 figure({"idle_connections", Words::tr("Idle connections held"), Words::tr("Held"),
                         "connections", keeps(Words::tr("the idle connections of %1"))},
                        {{Kind::idleConnections}})
                     .moreIsBetter()
                     .counted()});
}

void addMemory(std::vector<Quantity> &rows)
{
    const auto ofMemory = [](const char *id, const QString &title, const QString &shortTitle,
                             const Wording &wording) {
        return figure({id, title, shortTitle, "MiB", wording}, {{Kind::memory}})
            .floor(kMemoryFloor);
    };
    rows.insert(
        rows.end(),
        {memory({"memory_peak", Words::tr("Memory, peak"), Words::tr("Peak"), "MiB",
                 needs(Words::tr("the peak memory of %1"))},
                {{Kind::load}, {Kind::idleConnections}, {Kind::stream}}, &MemorySummary::peak),
         memory({"memory_idle", Words::tr("Memory, idle"), Words::tr("Idle"), "MiB",
                 needs(Words::tr("the idle memory of %1"))},
                {{Kind::load}, {Kind::memory}, {Kind::idleConnections}}, &MemorySummary::idle),
         memory({"memory_load", Words::tr("Memory under load"), Words::tr("Loaded"), "MiB",
                 needs(Words::tr("the memory of %1 under load"))},
                {{Kind::load, Place::detail}}, &MemorySummary::load),
         ofMemory("memory_at_100", Words::tr("Memory, 100 connections"),
                  Words::tr("100 connections"),
                  needs(Words::tr("the memory of %1 at 100 connections"))),
         ofMemory("memory_at_1000", Words::tr("Memory, 1,000 connections"),
                  Words::tr("1,000 connections"),
                  needs(Words::tr("the memory of %1 at 1,000 connections"))),
         ofMemory("memory_after", Words::tr("Memory after the load"), Words::tr("Afterwards"),
                  needs(Words::tr("the memory of %1 after the load"))),
         ofMemory("memory_per_worker", Words::tr("Memory per worker"), Words::tr("Per worker"),
                  needs(Words::tr("the memory of %1 per worker")))});
}

/// What a server holds whatever the page cache and other programs do, and what depends on them.
void addMemoryParts(std::vector<Quantity> &rows)
{
    const std::vector<MeasuredBy> byIdle{{Kind::memory}, {Kind::load, Place::detail}};
    const std::vector<MeasuredBy> byPeak{{Kind::load, Place::detail}};
    rows.insert(rows.end(),
                {Row({"memory_idle_anonymous", Words::tr("Memory, idle: anonymous"),
                      Words::tr("Idle anonymous"), "MiB",
                      needs(Words::tr("the anonymous idle memory of %1"))},
                     byIdle,
                     [](const Round &round) {
                         return anonymous(round.memory.idle, round.memory.idleFileBacked);
                     })
                     .floor(kMemoryFloor),
                 Row({"memory_idle_file_backed", Words::tr("Memory, idle: file-backed"),
                      Words::tr("Idle file-backed"), "MiB",
                      needs(Words::tr("the file-backed idle memory of %1"))},
                     byIdle, [](const Round &round) { return round.memory.idleFileBacked; })
                     .floor(kMemoryFloor),
                 Row({"memory_peak_anonymous", Words::tr("Memory, peak: anonymous"),
                      Words::tr("Peak anonymous"), "MiB",
                      needs(Words::tr("the anonymous peak memory of %1"))},
                     byPeak,
                     [](const Round &round) {
                         return anonymous(round.memory.peak, round.memory.peakFileBacked);
                     })
                     .floor(kMemoryFloor),
                 Row({"memory_peak_file_backed", Words::tr("Memory, peak: file-backed"),
                      Words::tr("Peak file-backed"), "MiB",
                      needs(Words::tr("the file-backed peak memory of %1"))},
                     byPeak, [](const Round &round) { return round.memory.peakFileBacked; })
                     .floor(kMemoryFloor)});
}

void addTimes(std::vector<Quantity> &rows)
{
    rows.insert(rows.end(),
                {field({"cpu_us_per_request", Words::tr("CPU per request"), Words::tr("CPU"), "µs",
                        needs(Words::tr("the CPU time of %1 per request"))},
                       {{Kind::load}}, &Round::cpuMicrosecondsPerRequest),
                 field({"start_ms", Words::tr("Start to first answer"), Words::tr("Start"), "ms",
                        needs(Words::tr("the start-up time of %1"))},
                       {{Kind::start}, {Kind::load, Place::detail}}, &Round::startMilliseconds),
                 figure({"start_json_ms", Words::tr("Start to first JSON"), Words::tr("First JSON"),
                         "ms", needs(Words::tr("the time to the first JSON of %1"))},
                        {{Kind::start}}),
                 figure({"start_slowest_ms", Words::tr("Slowest start"), Words::tr("Slowest"), "ms",
                         has(Words::tr("the slowest start-up of %1"))},
                        {{Kind::start}})});
}

void addSizes(std::vector<Quantity> &rows)
{
    const auto ofSize = [](const Names &names) {
        return figure(names, {{Kind::size}}).sameInEachRound();
    };
    rows.insert(
        rows.end(),
        {ofSize({"size_mib", Words::tr("Size"), Words::tr("Size"), "MiB",
                 has(Words::tr("the size of %1"))}),
         ofSize({"size_with_runtime_mib", Words::tr("Size with runtime"), Words::tr("With runtime"),
                 "MiB", has(Words::tr("the size of %1 with its runtime"))}),
         ofSize({"image_estimate_mib", Words::tr("Container image (estimate)"),
                 Words::tr("Image (estimate)"), "MiB",
                 has(Words::tr("the estimated image size of %1"))}),
         ofSize({"files", Words::tr("Files"), Words::tr("Files"), "files",
                 has(Words::tr("the files of %1"))})
             .counted(),
         ofSize({"dependencies", Words::tr("Dependencies"), Words::tr("Dependencies"), "packages",
                 has(Words::tr("the dependencies of %1"))})
             .counted()});
}

std::vector<Quantity> makeTable()
{
    std::vector<Quantity> rows;
    addLoad(rows);
    addStreams(rows);
    addIdleConnections(rows);
    addMemory(rows);
    addMemoryParts(rows);
    addTimes(rows);
    addSizes(rows);
    return rows;
}

} // namespace

const std::vector<Quantity> &quantities()
{
    static const std::vector<Quantity> table = makeTable();
    return table;
}

} // namespace weighbridge::results
