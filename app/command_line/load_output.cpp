// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/load_output.h"

#include "app/command_line/console.h"
#include "core/load/littles_law.h"

#include <QJsonArray>

namespace weighbridge::app
{

namespace
{

constexpr double kErrorShareAllowed = 0.001;
constexpr double kGeneratorBusyShare = 0.9;
constexpr double kFairnessExpected = 0.9;
/// Samples below which a percentile rests on fewer than ten values: 10 / (1 − 0.999).
constexpr std::uint64_t kSamplesForP999 = 10'000;
constexpr std::uint64_t kSamplesForP99 = 1'000;

double milliseconds(std::chrono::nanoseconds value)
{
    return std::chrono::duration<double, std::milli>(value).count();
}

double seconds(std::chrono::nanoseconds value)
{
    return std::chrono::duration<double>(value).count();
}

QJsonValue count(std::uint64_t value)
{
    return QJsonValue(static_cast<qint64>(value));
}

QJsonObject latencyJson(const load::LatencyPercentiles &latency)
{
    const bool isKnown = latency.samples > 0;
    const auto value = [isKnown](std::chrono::nanoseconds time) {
        return isKnown ? QJsonValue(milliseconds(time)) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("mean"), value(latency.mean)},
            {QStringLiteral("p50"), value(latency.p50)},
            {QStringLiteral("p75"), value(latency.p75)},
            {QStringLiteral("p90"), value(latency.p90)},
            {QStringLiteral("p99"), value(latency.p99)},
            {QStringLiteral("p99_9"), latency.samples >= kSamplesForP999
                                          ? QJsonValue(milliseconds(latency.p999))
                                          : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("max"), value(latency.max)}};
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

results::Flag flag(const char *id, const QString &text, bool invalidates)
{
    return {QString::fromLatin1(id), text, invalidates};
}

} // namespace

std::vector<results::Flag> loadFlags(const load::Result &result)
{
    std::vector<results::Flag> flags;
    const double errors = static_cast<double>(result.errors.total());
    const double all = errors + static_cast<double>(result.requests);
    if (all > 0 && errors / all > kErrorShareAllowed)
        flags.push_back(
            flag("errors",
                 QStringLiteral("%1 of %2 requests failed, the first one: %3.")
                     .arg(grouped(errors), grouped(all), QString::fromStdString(result.firstError)),
                 true));
    const load::LittlesLaw law = load::littlesLaw(result);
    if (!result.openLoop && result.requests > 0 && law.violated())
        flags.push_back(flag("littles_law",
                             QStringLiteral("Throughput and mean latency imply %1 connections, not "
                                            "%2: some stalled or were served unfairly.")
                                 .arg(figure(law.impliedConnections))
                                 .arg(result.connections),
                             false));
    if (result.openLoop && result.openLoop->overloaded())
        flags.push_back(flag("overload",
                             QStringLiteral("Only %1 % of the offered rate was answered.")
                                 .arg(figure(result.openLoop->achievedShare * 100)),
                             true));
    if (result.busiestThreadShare > kGeneratorBusyShare)
        flags.push_back(
            flag("generator_bound",
                 QStringLiteral("A load thread was busy %1 % of the time, so this may be "
                                "the generator's limit: try more threads.")
                     .arg(figure(result.busiestThreadShare * 100)),
                 false));
    if (result.requests > 0 && result.fairness.jain < kFairnessExpected)
        flags.push_back(flag("unfair",
                             QStringLiteral("One connection got %1 requests, another %2.")
                                 .arg(grouped(static_cast<double>(result.fairness.least)),
                                      grouped(static_cast<double>(result.fairness.most))),
                             false));
    if (result.latency.samples() < kSamplesForP99)
        flags.push_back(
            flag("few_samples",
                 QStringLiteral("%1 samples are too few for a p99.").arg(result.latency.samples()),
                 false));
    return flags;
}

QJsonObject loadJson(const QString &url, const load::Result &result,
                     const std::vector<results::Flag> &flags)
{
    const load::LittlesLaw law = load::littlesLaw(result);
    QJsonArray flagList;
    for (const results::Flag &each : flags)
        flagList.append(QJsonObject{{QStringLiteral("id"), each.id},
                                    {QStringLiteral("text"), each.text},
                                    {QStringLiteral("invalidates"), each.invalidates}});
    return {{QStringLiteral("url"), url},
            {QStringLiteral("connections"), result.connections},
            {QStringLiteral("threads"), result.threads},
            {QStringLiteral("duration_s"), seconds(result.window)},
            {QStringLiteral("warm_up_s"), seconds(result.warmUp)},
            {QStringLiteral("interrupted"), result.interrupted},
            {QStringLiteral("requests"), count(result.requests)},
            {QStringLiteral("requests_per_second"), result.requestsPerSecond},
            {QStringLiteral("offered_requests_per_second"),
             result.openLoop ? QJsonValue(result.openLoop->offeredPerSecond)
                             : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("transfer_bytes"), count(result.transferBytes)},
            {QStringLiteral("latency_ms"), latencyJson(result.latency.percentiles())},
            {QStringLiteral("errors"), errorsJson(result.errors)},
            {QStringLiteral("status"), statusJson(result.status)},
            {QStringLiteral("fairness"),
             QJsonObject{{QStringLiteral("least"), count(result.fairness.least)},
                         {QStringLiteral("most"), count(result.fairness.most)},
                         {QStringLiteral("jain"), result.fairness.jain}}},
            {QStringLiteral("littles_law"),
             QJsonObject{{QStringLiteral("implied_connections"), law.impliedConnections},
                         {QStringLiteral("ratio"), law.impliedConnections / result.connections}}},
            {QStringLiteral("generator_cpu_us_per_request"),
             result.requests > 0 ? QJsonValue(result.cpuMicrosecondsPerRequest)
                                 : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("flags"), flagList}};
}

QString loadText(const QString &url, const load::Result &result,
                 const std::vector<results::Flag> &flags)
{
    const auto latency = result.latency.percentiles();
    const auto line = [](const QString &name, const QString &value) {
        return QStringLiteral("  %1%2\n").arg(name, -14).arg(value);
    };
    QString text = QStringLiteral("%1, connections %2, threads %3, %4 s\n")
                       .arg(url)
                       .arg(result.connections)
                       .arg(result.threads)
                       .arg(figure(seconds(result.window)));
    text +=
        line(QStringLiteral("Throughput"), QStringLiteral("%1 requests/s (%2 requests)")
                                               .arg(grouped(result.requestsPerSecond),
                                                    grouped(static_cast<double>(result.requests))));
    if (latency.samples > 0)
        text += line(QStringLiteral("Latency"),
                     QStringLiteral("mean %1, p50 %2, p90 %3, p99 %4, max %5 ms")
                         .arg(figure(milliseconds(latency.mean)), figure(milliseconds(latency.p50)),
                              figure(milliseconds(latency.p90)), figure(milliseconds(latency.p99)),
                              figure(milliseconds(latency.max))));
    text += line(QStringLiteral("Errors"), grouped(static_cast<double>(result.errors.total())));
    text += line(QStringLiteral("Fairness"),
                 QStringLiteral("%1 to %2 requests per connection, Jain %3")
                     .arg(grouped(static_cast<double>(result.fairness.least)),
                          grouped(static_cast<double>(result.fairness.most)),
                          figure(result.fairness.jain)));
    text +=
        line(QStringLiteral("Generator"),
             QStringLiteral("%1 µs CPU per request").arg(figure(result.cpuMicrosecondsPerRequest)));
    for (const results::Flag &flag : flags)
        text += line(QStringLiteral("Note"), flag.text);
    return text;
}

} // namespace weighbridge::app
