// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/result_summary.h"

#include "core/measure/quantity.h"
#include "core/measure/round_kind.h"
#include "core/measure/statistics.h"
#include "core/measure/validity.h"

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

/// What the rounds measured of one quantity; those that did not are left out.
std::vector<double> valuesOf(const std::vector<Round> &rounds, const Quantity &quantity)
{
    std::vector<double> values;
    for (const Round &round : rounds) {
        if (const auto value = quantity.read(round))
            values.push_back(*value);
    }
    return values;
}

template <typename Read> double medianOf(const std::vector<Round> &rounds, Read read)
{
    std::vector<double> values;
    for (const Round &round : rounds)
        values.push_back(read(round));
    return median(values);
}

bool isFigure(const std::vector<Round> &rounds, const QString &quantity)
{
    return std::any_of(rounds.begin(), rounds.end(), [&](const Round &round) {
        return std::any_of(round.figures.begin(), round.figures.end(),
                           [&](const Figure &each) { return each.quantity == quantity; });
    });
}

void summarizeRounds(TargetResult &result, const BenchmarkPlan &plan)
{
    const auto &rounds = result.rounds;
    const auto throughput = valuesOf(rounds, *findQuantity(u"requests_per_second"));
    if (!throughput.empty())
        result.requestsPerSecond = bootstrapMedian(throughput, plan.seed);
    const QString leading = quantitiesOf(plan.workload).first();
    result.spread = coefficientOfVariation(valuesOf(rounds, *findQuantity(leading)));
    result.memory.idle = medianOf(rounds, [](const Round &round) { return round.memory.idle; });
    result.memory.load = medianOf(rounds, [](const Round &round) { return round.memory.load; });
    for (const Round &round : rounds) {
        result.memory.peak = std::max(result.memory.peak, round.memory.peak);
        result.errors += round.errors;
    }
    result.cpuMicrosecondsPerRequest =
        medianOf(rounds, [](const Round &round) { return round.cpuMicrosecondsPerRequest; });
    result.startMilliseconds =
        medianOf(rounds, [](const Round &round) { return round.startMilliseconds; });
    result.littlesLaw.impliedConnections =
        medianOf(rounds, [](const Round &round) { return round.littlesLaw.impliedConnections; });
    result.littlesLaw.ratio = result.littlesLaw.impliedConnections / plan.connections;
    for (const Quantity &quantity : quantities()) {
        if (isFigure(rounds, quantity.id))
            result.figures.push_back(
                {quantity.id, bootstrapMedian(valuesOf(rounds, quantity), plan.seed)});
    }
}

/// Whether another round could come out differently: what is counted instead of timed does not.
bool varies(const BenchmarkPlan &plan)
{
    const Workload *workload = findWorkload(plan.workload);
    return workload == nullptr || roundKind(workload->kind).varies;
}

std::vector<Flag> flagsOf(const TargetResult &result, const BenchmarkPlan &plan)
{
    RepetitionFacts facts;
    facts.plannedRounds = plan.rounds;
    facts.measured = findQuantity(quantitiesOf(plan.workload).first())->title;
    facts.varies = varies(plan);
    return targetFlags(result, facts);
}

/// Rounds in which both were measured, as two lists of the same length.
std::pair<std::vector<double>, std::vector<double>>
pairs(const TargetResult &a, const TargetResult &b, const Quantity &quantity)
{
    std::pair<std::vector<double>, std::vector<double>> values;
    for (const Round &left : a.rounds) {
        const auto right = std::find_if(b.rounds.begin(), b.rounds.end(), [&](const Round &each) {
            return each.number == left.number;
        });
        if (right == b.rounds.end())
            continue;
        const auto first = quantity.read(left);
        const auto second = quantity.read(*right);
        if (first && second) {
            values.first.push_back(*first);
            values.second.push_back(*second);
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
        m_result.replyHeaders = outcome.replyHeaders;
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
    result.flags = flagsOf(result, plan);
    if (failed())
        result.flags.push_back({QStringLiteral("restarted"), result.failure, true});
    result.valid = std::none_of(result.flags.begin(), result.flags.end(),
                                [](const Flag &flag) { return flag.invalidates; });
    return result;
}

std::vector<Ratio> compareTargets(const std::vector<TargetResult> &results,
                                  const BenchmarkPlan &plan)
{
    const QStringList ids = quantitiesOf(plan.workload);
    const bool isExact = !varies(plan);
    std::vector<Ratio> ratios;
    for (std::size_t i = 0; i < results.size(); ++i) {
        for (std::size_t j = i + 1; j < results.size(); ++j) {
            for (const QString &id : ids) {
                const auto [a, b] = pairs(results[i], results[j], *findQuantity(id));
                Ratio ratio = pairedRatio(a, b, plan.seed);
                if (ratio.ratio <= 0)
                    continue;
                ratio.a = results[i].target;
                ratio.b = results[j].target;
                ratio.quantity = id;
                ratio.different = isExact ? a.front() != b.front() : ratio.different;
                ratios.push_back(ratio);
            }
        }
    }
    return ratios;
}

} // namespace weighbridge::measure
