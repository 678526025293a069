// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/result_summary.h"

#include "core/measure/statistics.h"
#include "core/measure/validity.h"

#include <algorithm>
#include <functional>

namespace weighbridge::measure
{

namespace
{

using Reader = std::function<double(const Round &)>;

std::vector<double> figures(const std::vector<Round> &rounds, const Reader &figure)
{
    std::vector<double> values;
    for (const Round &round : rounds)
        values.push_back(figure(round));
    return values;
}

void summarizeRounds(TargetResult &result, const BenchmarkPlan &plan)
{
    const auto &rounds = result.rounds;
    const std::vector<double> throughput =
        figures(rounds, [](const Round &round) { return round.requestsPerSecond; });
    result.requestsPerSecond = bootstrapMedian(throughput, plan.seed);
    result.spread = coefficientOfVariation(throughput);
    result.memory.idle = median(figures(rounds, [](const Round &r) { return r.memory.idle; }));
    result.memory.load = median(figures(rounds, [](const Round &r) { return r.memory.load; }));
    const std::vector<double> peaks = figures(rounds, [](const Round &r) { return r.memory.peak; });
    result.memory.peak = *std::max_element(peaks.begin(), peaks.end());
    result.cpuMicrosecondsPerRequest =
        median(figures(rounds, [](const Round &r) { return r.cpuMicrosecondsPerRequest; }));
    result.startMilliseconds =
        median(figures(rounds, [](const Round &r) { return r.startMilliseconds; }));
    result.errors = 0;
    for (const Round &round : rounds)
        result.errors += round.errors;
    result.littlesLaw.impliedConnections =
        median(figures(rounds, [](const Round &r) { return r.littlesLaw.impliedConnections; }));
    result.littlesLaw.ratio = result.littlesLaw.impliedConnections / plan.connections;
}

/// Rounds in which both were measured, as two lists of the same length.
std::pair<std::vector<double>, std::vector<double>>
pairs(const TargetResult &a, const TargetResult &b, const Reader &figure)
{
    std::pair<std::vector<double>, std::vector<double>> values;
    for (const Round &left : a.rounds) {
        const auto right = std::find_if(b.rounds.begin(), b.rounds.end(), [&](const Round &each) {
            return each.number == left.number;
        });
        if (right != b.rounds.end()) {
            values.first.push_back(figure(left));
            values.second.push_back(figure(*right));
        }
    }
    return values;
}

} // namespace

void TargetCollector::setTarget(const Target &target)
{
    m_result.target = target.id;
    m_result.name = target.name;
    m_result.language = target.language;
    m_result.frameworkVersion = target.frameworkVersion;
}

void TargetCollector::setPrepared(const PreparedTarget &prepared)
{
    m_result.frameworkVersion = prepared.target.frameworkVersion;
    m_result.sourceDigest = prepared.sourceDigest;
    m_result.runtimeVersion = prepared.toolchain.version;
    if (prepared.toolchain.id == QLatin1String("go")) // as Go itself writes it
        m_result.runtimeVersion.prepend(QLatin1String("go"));
}

void TargetCollector::fail(const Error &error)
{
    if (m_result.name.isEmpty())
        m_result.name = m_result.target;
    m_result.failure = error.message();
}

void TargetCollector::add(const RoundOutcome &outcome)
{
    if (!outcome.command.isEmpty()) {
        m_result.command = outcome.command;
        m_result.environment = outcome.environment;
    }
    if (outcome.failure)
        fail(*outcome.failure);
    if (!outcome.round)
        return;
    m_result.rounds.push_back(*outcome.round);
    m_latency.merge(outcome.latency);
    m_latencySum += outcome.latencySum;
    m_latencySamples += outcome.latencySamples;
}

TargetResult TargetCollector::result(const BenchmarkPlan &plan) const
{
    TargetResult result = m_result;
    std::sort(result.rounds.begin(), result.rounds.end(),
              [](const Round &a, const Round &b) { return a.number < b.number; });
    const auto done = static_cast<int>(result.rounds.size());
    if (done == 0) {
        result.state = failed() ? TargetState::failed : TargetState::notRun;
        return result;
    }
    result.state = failed() || done < plan.rounds ? TargetState::partial : TargetState::measured;
    summarizeRounds(result, plan);
    result.latency = summarize(m_latency.percentiles());
    if (m_latencySamples > 0)
        result.latency.mean = m_latencySum.count() * 1000 / static_cast<double>(m_latencySamples);
    result.flags = targetFlags(result, plan.rounds);
    if (failed())
        result.flags.push_back({QStringLiteral("restarted"), result.failure, true});
    result.valid = std::none_of(result.flags.begin(), result.flags.end(),
                                [](const Flag &flag) { return flag.invalidates; });
    return result;
}

std::vector<Ratio> compareTargets(const std::vector<TargetResult> &results, std::uint64_t seed)
{
    static const std::vector<std::pair<QString, Reader>> quantities{
        {QStringLiteral("requests_per_second"), [](const Round &r) { return r.requestsPerSecond; }},
        {QStringLiteral("latency_p99"), [](const Round &r) { return r.latency.p99; }},
        {QStringLiteral("memory_peak"), [](const Round &r) { return r.memory.peak; }},
    };
    std::vector<Ratio> ratios;
    for (std::size_t i = 0; i < results.size(); ++i) {
        for (std::size_t j = i + 1; j < results.size(); ++j) {
            for (const auto &[quantity, figure] : quantities) {
                const auto [a, b] = pairs(results[i], results[j], figure);
                Ratio ratio = pairedRatio(a, b, seed);
                if (ratio.ratio <= 0)
                    continue;
                ratio.a = results[i].target;
                ratio.b = results[j].target;
                ratio.quantity = quantity;
                ratios.push_back(ratio);
            }
        }
    }
    return ratios;
}

} // namespace weighbridge::measure
