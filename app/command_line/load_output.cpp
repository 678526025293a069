// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/load_output.h"

#include "app/command_line/console.h"
#include "core/base/duration.h"
#include "core/base/json/values.h"
#include "core/measure/rounds/load_facts.h"
#include "core/results/benchmark_result.h"
#include "core/results/percentile.h"

#include <algorithm>
#include <optional>

namespace weighbridge::app
{

namespace
{

QJsonValue count(std::uint64_t value)
{
    return QJsonValue(static_cast<qint64>(value));
}

QJsonObject errorsJson(const load::ErrorCounts &errors)
{
    return {{QStringLiteral("connect"), count(errors.connect)},
            {QStringLiteral("read"), count(errors.read)},
            {QStringLiteral("write"), count(errors.write)},
            {QStringLiteral("timeout"), count(errors.timeout)},
            {QStringLiteral("status"), count(errors.status)},
            {QStringLiteral("malformed"), count(errors.malformed)},
            {QStringLiteral("wrong_body"), count(errors.wrongBody)},
            {QStringLiteral("reconnects"), count(errors.reconnects)}};
}

QJsonObject statusJson(const load::StatusCounts &status)
{
    return {{QStringLiteral("1xx"), count(status.informational)},
            {QStringLiteral("2xx"), count(status.success)},
            {QStringLiteral("3xx"), count(status.redirect)},
            {QStringLiteral("4xx"), count(status.clientError)},
            {QStringLiteral("5xx"), count(status.serverError)}};
}

QJsonObject bodiesJson(const load::BodyCheck &bodies)
{
    return {{QStringLiteral("other_length"), count(bodies.otherLength)},
            {QStringLiteral("compared"), count(bodies.compared)},
            {QStringLiteral("other_contents"), count(bodies.otherContents)}};
}

/// Of the thread that had most of its CPU, and of the one that waited longest for it.
QJsonObject generatorJson(const results::LoadFacts &facts)
{
    double cpu = 0;
    double waiting = 0;
    bool isKnown = !facts.generator.empty();
    for (const results::GeneratorFact &each : facts.generator) {
        cpu = std::max(cpu, each.cpuShare);
        waiting = std::max(waiting, each.waitShare.value_or(0));
        isKnown = isKnown && each.waitShare.has_value();
    }
    return {{QStringLiteral("cpu_share"), cpu},
            {QStringLiteral("wait_share"),
             json::orNull(isKnown ? std::optional(waiting) : std::nullopt)}};
}

QJsonValue dueJson(const load::LoadResult &result)
{
    return result.openLoop ? QJsonValue(result.openLoop->offeredPerSecond)
                           : QJsonValue(QJsonValue::Null);
}

/// "mean 1.2, p50 1.1, p99 3.4, max 9 ms": what is known of them.
QString latencyText(const results::LatencySummary &latency)
{
    QStringList parts{QStringLiteral("mean %1").arg(figure(latency.mean))};
    for (const results::Percentile &each : results::kPercentiles) {
        if (const std::optional<double> value = latency.*each.value)
            parts << QStringLiteral("%1 %2").arg(each.name, figure(*value));
    }
    parts << QStringLiteral("max %1").arg(figure(latency.max));
    return parts.join(QStringLiteral(", ")) + QStringLiteral(" ms");
}

constexpr int kNameWidth = 16;
constexpr int kTextWidth = 100 - kNameWidth;

/// The text in lines of at most kTextWidth characters.
QStringList wrapped(const QString &text)
{
    QStringList lines;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (lines.isEmpty() || lines.last().size() + 1 + word.size() > kTextWidth)
            lines << word;
        else
            lines.last() += QLatin1Char(' ') + word;
    }
    return lines;
}

/// A name on the left, the text beside it.
QString line(const QString &name, const QString &text)
{
    QString block;
    QString left = QStringLiteral("  ") + name;
    for (const QString &each : wrapped(text)) {
        block += left.leftJustified(kNameWidth) + each + QLatin1Char('\n');
        left.clear();
    }
    return block;
}

QString flagText(const results::Flag &flag)
{
    return line(results::gradeText(flag.grade), flag.text) + line({}, flag.remedy);
}

QString throughputText(const load::LoadResult &result)
{
    QString text =
        QStringLiteral("%1 requests/s (%2 requests)")
            .arg(grouped(result.requestsPerSecond), grouped(static_cast<double>(result.requests)));
    if (result.openLoop)
        text += QStringLiteral(", due were %1 requests/s")
                    .arg(grouped(result.openLoop->offeredPerSecond));
    return text;
}

} // namespace

QJsonObject loadJson(const LoadRun &run)
{
    const load::LoadResult &result = run.result;
    return {{QStringLiteral("url"), run.url},
            {QStringLiteral("connections"), result.connections},
            {QStringLiteral("threads"), result.threads},
            {QStringLiteral("duration_s"), seconds(result.window)},
            {QStringLiteral("warm_up_s"), seconds(result.warmUp)},
            {QStringLiteral("interrupted"), result.interrupted},
            {QStringLiteral("requests"), count(result.requests)},
            {QStringLiteral("requests_per_second"), result.requestsPerSecond},
            {QStringLiteral("offered_requests_per_second"), dueJson(result)},
            {QStringLiteral("transfer_bytes"), count(result.transferBytes)},
            {QStringLiteral("latency_ms"), results::toJson(measure::latencySummary(result))},
            {QStringLiteral("errors"), errorsJson(result.errors)},
            {QStringLiteral("status"), statusJson(result.status)},
            {QStringLiteral("bodies"), bodiesJson(result.bodies)},
            {QStringLiteral("closed_by_server"), count(result.closedByServer)},
            {QStringLiteral("fairness"),
             QJsonObject{{QStringLiteral("least"), count(result.fairness.least)},
                         {QStringLiteral("most"), count(result.fairness.most)},
                         {QStringLiteral("jain"), result.fairness.jain}}},
            {QStringLiteral("littles_law"),
             QJsonObject{
                 {QStringLiteral("implied_connections"), run.facts.load.busyConnections},
                 {QStringLiteral("ratio"), run.facts.load.busyConnections / result.connections}}},
            {QStringLiteral("generator_cpu_us_per_request"),
             json::orNull(result.requests > 0 ? std::optional(result.cpuMicrosecondsPerRequest)
                                              : std::nullopt)},
            {QStringLiteral("generator"), generatorJson(run.facts.load)},
            {QStringLiteral("flags"), json::arrayOf(run.flags, [](const results::Flag &flag) {
                 return results::toJson(flag);
             })}};
}

QString loadText(const LoadRun &run)
{
    const load::LoadResult &result = run.result;
    const results::LatencySummary latency = measure::latencySummary(result);
    QString text = QStringLiteral("%1, connections %2, threads %3, %4 s\n")
                       .arg(run.url)
                       .arg(result.connections)
                       .arg(result.threads)
                       .arg(figure(seconds(result.window)));
    text += line(QStringLiteral("Throughput"), throughputText(result));
    if (latency.samples > 0)
        text += line(QStringLiteral("Latency"), latencyText(latency));
    text += line(QStringLiteral("Errors"), grouped(static_cast<double>(result.errors.total())));
    text += line(QStringLiteral("Fairness"),
                 QStringLiteral("%1 to %2 requests per connection, Jain %3")
                     .arg(grouped(static_cast<double>(result.fairness.least)),
                          grouped(static_cast<double>(result.fairness.most)),
                          figure(result.fairness.jain)));
    text +=
        line(QStringLiteral("Generator"),
             QStringLiteral("%1 µs CPU per request").arg(figure(result.cpuMicrosecondsPerRequest)));
    for (const results::Flag &flag : run.flags)
        text += flagText(flag);
    return text;
}

} // namespace weighbridge::app
