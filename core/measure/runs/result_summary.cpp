// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/result_summary.h"

#include "core/measure/rounds/load_facts.h"
#include "core/measure/targets/language.h"
#include "core/results/quantity.h"
#include "core/results/statistics.h"
#include "core/results/validity.h"

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

std::vector<results::Flag> flagsOf(const results::TargetResult &result,
                                   const results::BenchmarkPlan &plan)
{
    results::RepetitionFacts facts;
    facts.plannedRounds = plan.rounds;
    const results::Quantity &leading = results::leadingQuantity(plan.workload);
    facts.measured = leading.title;
    facts.varies = leading.variation == results::Variation::random;
    facts.failure = result.failure;
    return results::judgeRepetition(result, facts);
}

/// Rounds in which both were measured, as two lists of the same length.
std::pair<std::vector<double>, std::vector<double>> pairs(const results::TargetResult &a,
                                                          const results::TargetResult &b,
                                                          const results::Quantity &quantity)
{
    std::pair<std::vector<double>, std::vector<double>> values;
    for (const results::Round &left : a.rounds) {
        const auto right =
            std::find_if(b.rounds.begin(), b.rounds.end(),
                         [&](const results::Round &each) { return each.number == left.number; });
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
    if (const Language *language = findLanguage(prepared.toolchain.id))
        m_result.runtimeVersion.prepend(language->versionPrefix);
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

results::TargetResult TargetCollector::result(const results::BenchmarkPlan &plan) const
{
    results::TargetResult result = m_result;
    std::sort(result.rounds.begin(), result.rounds.end(),
              [](const results::Round &a, const results::Round &b) { return a.number < b.number; });
    const auto done = static_cast<int>(result.rounds.size());
    if (done == 0) {
        result.state = failed() ? results::TargetState::failed : results::TargetState::notRun;
        return result;
    }
    result.state = failed() || done < plan.rounds ? results::TargetState::partial
                                                  : results::TargetState::measured;
    result.latency = summarize(m_latency);
    if (m_latencySamples > 0)
        result.latency.mean = m_latencySum.count() * 1000 / static_cast<double>(m_latencySamples);
    result.spread = results::spreadOf(result, results::leadingQuantity(plan.workload));
    result.flags = flagsOf(result, plan);
    result.valid = !results::isInvalid(result.flags);
    result.written = results::writtenFigures(result, plan);
    return result;
}

std::vector<results::Ratio> compareTargets(const std::vector<results::TargetResult> &results,
                                           const results::BenchmarkPlan &plan)
{
    const QStringList ids = results::quantitiesOf(plan.workload);
    std::vector<results::Ratio> ratios;
    for (std::size_t i = 0; i < results.size(); ++i) {
        for (std::size_t j = i + 1; j < results.size(); ++j) {
            for (const QString &id : ids) {
                const results::Quantity &quantity = results::quantityOf(id);
                const auto [a, b] = pairs(results[i], results[j], quantity);
                results::Ratio ratio = results::pairedRatio(a, b, quantity.floor);
                if (ratio.ratio <= 0)
                    continue;
                ratio.a = results[i].target;
                ratio.b = results[j].target;
                ratio.quantity = id;
                if (quantity.variation == results::Variation::none) {
                    ratio.different = a.front() != b.front();
                    ratio.detectableDifference.reset();
                }
                ratios.push_back(ratio);
            }
        }
    }
    return ratios;
}

} // namespace weighbridge::measure
