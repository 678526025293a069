// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/quantity.h"

#include "core/results/statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace weighbridge::results
{

namespace
{

using Reading = std::optional<double>;

/// Of the resampling behind an interval: the same figures give the same interval everywhere.
constexpr std::uint64_t kSeed = 1;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::results)
};

/// Zero stands for "not measured" in the fields of a round that cannot really be zero.
Reading positive(double value)
{
    return value > 0 ? Reading(value) : std::nullopt;
}

Quantity quantity(const char *id, const QString &title, const char *unit,
                  std::function<Reading(const Round &)> read)
{
    return {QString::fromLatin1(id), title, QString::fromUtf8(unit), false, std::move(read)};
}

Quantity moreIsBetter(Quantity quantity)
{
    quantity.moreIsBetter = true;
    return quantity;
}

/// One that a workload leaves among the figures of its rounds.
Quantity figure(const char *id, const QString &title, const char *unit)
{
    return quantity(id, title, unit, [name = QString::fromLatin1(id)](const Round &round) {
        const auto found = std::find_if(round.figures.begin(), round.figures.end(),
                                        [&](const Figure &each) { return each.quantity == name; });
        return found == round.figures.end() ? std::nullopt : Reading(found->value);
    });
}

Quantity latency(const char *id, const QString &title, double LatencySummary::*percentile)
{
    return quantity(id, title, "ms", [percentile](const Round &round) {
        return round.latency.samples > 0 ? Reading(round.latency.*percentile) : std::nullopt;
    });
}

Quantity memory(const char *id, const QString &title, double MemorySummary::*when)
{
    return quantity(id, title, "MiB",
                    [when](const Round &round) { return positive(round.memory.*when); });
}

Reading throughput(const Round &round)
{
    // A server that answered nothing but errors was measured: at 0 requests a second.
    const bool loaded = round.requests > 0 || round.errors > 0 || round.requestsPerSecond > 0;
    return loaded ? Reading(round.requestsPerSecond) : std::nullopt;
}

std::vector<Quantity> makeTable()
{
    return {
        moreIsBetter(
            quantity("requests_per_second", Words::tr("Throughput"), "requests/s", throughput)),
        latency("latency_p50", Words::tr("Latency, median"), &LatencySummary::p50),
        latency("latency_p99", Words::tr("Latency, 99th percentile"), &LatencySummary::p99),
        quantity("cpu_us_per_request", Words::tr("CPU per request"), "µs",
                 [](const Round &round) { return positive(round.cpuMicrosecondsPerRequest); }),
        memory("memory_idle", Words::tr("Memory, idle"), &MemorySummary::idle),
        memory("memory_load", Words::tr("Memory under load"), &MemorySummary::load),
        memory("memory_peak", Words::tr("Memory, peak"), &MemorySummary::peak),
        quantity("start_ms", Words::tr("Start to first answer"), "ms",
                 [](const Round &round) { return positive(round.startMilliseconds); }),
        figure("start_json_ms", Words::tr("Start to first JSON"), "ms"),
        figure("start_slowest_ms", Words::tr("Slowest start"), "ms"),
        figure("memory_at_100", Words::tr("Memory, 100 connections"), "MiB"),
        figure("memory_at_1000", Words::tr("Memory, 1,000 connections"), "MiB"),
        figure("memory_after", Words::tr("Memory after the load"), "MiB"),
        figure("memory_per_worker", Words::tr("Memory per worker"), "MiB"),
        figure("size_mib", Words::tr("Size"), "MiB"),
        figure("size_with_runtime_mib", Words::tr("Size with runtime"), "MiB"),
        figure("image_estimate_mib", Words::tr("Container image (estimate)"), "MiB"),
        figure("files", Words::tr("Files"), "files"),
        figure("dependencies", Words::tr("Dependencies"), "packages"),
        figure("memory_per_connection_kib", Words::tr("Memory per idle connection"), "KiB"),
        moreIsBetter(figure("idle_connections", Words::tr("Idle connections held"), "connections")),
        figure("jitter_p99_ms", Words::tr("Jitter, 99th percentile"), "ms"),
        moreIsBetter(figure("streams_complete", Words::tr("Complete streams"), "%")),
    };
}

} // namespace

const std::vector<Quantity> &quantities()
{
    static const std::vector<Quantity> table = makeTable();
    return table;
}

const Quantity *findQuantity(QStringView id)
{
    const auto &table = quantities();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Quantity &each) { return each.id == id; });
    return found == table.end() ? nullptr : &*found;
}

QStringList quantitiesOf(QStringView workload)
{
    static const std::vector<std::pair<QString, QStringList>> special{
        {QStringLiteral("start"), {"start_ms", "start_json_ms", "start_slowest_ms"}},
        {QStringLiteral("memory"),
         {"memory_idle", "memory_at_100", "memory_at_1000", "memory_after", "memory_per_worker"}},
        {QStringLiteral("size"),
         {"size_mib", "size_with_runtime_mib", "image_estimate_mib", "files", "dependencies"}},
        {QStringLiteral("idle"),
         {"memory_per_connection_kib", "idle_connections", "memory_idle", "memory_peak"}},
        {QStringLiteral("events"), {"jitter_p99_ms", "streams_complete", "memory_peak"}},
    };
    static const QStringList load{"requests_per_second", "latency_p99",        "latency_p50",
                                  "memory_peak",         "cpu_us_per_request", "memory_idle"};
    const auto found = std::find_if(special.begin(), special.end(),
                                    [&](const auto &each) { return each.first == workload; });
    return found == special.end() ? load : found->second;
}

std::optional<Interval> summaryOf(const TargetResult &result, const Quantity &quantity)
{
    std::vector<double> values;
    for (const Round &round : result.rounds) {
        if (const auto value = quantity.read(round); value && std::isfinite(*value))
            values.push_back(*value);
    }
    if (values.empty())
        return std::nullopt;
    return bootstrapMedian(values, kSeed);
}

} // namespace weighbridge::results
