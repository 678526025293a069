// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <memory>
#include <vector>

namespace weighbridge::testing
{

/// A target with the throughput of its rounds; other figures follow from it.
struct SimpleTarget {
    const char *target;
    std::vector<double> rates;
    bool valid = true;
};

inline results::Round simpleRound(int number, double rate, int connections)
{
    results::Round round;
    round.number = number;
    round.requestsPerSecond = rate;
    round.requests = static_cast<std::uint64_t>(rate * 10);
    round.latency.samples = round.requests;
    round.latency.mean = 1000.0 * connections / rate;
    round.latency.p50 = round.latency.mean;
    round.latency.p99 = 2 * round.latency.mean;
    round.memory.idle = 20;
    round.memory.load = 30;
    round.memory.peak = 40;
    round.cpuMicrosecondsPerRequest = 1e6 / rate;
    return round;
}

inline results::TargetResult simpleResult(const SimpleTarget &made, int connections)
{
    results::TargetResult result;
    result.target = QString::fromLatin1(made.target);
    result.name = result.target.toUpper();
    result.valid = made.valid;
    result.state = results::TargetState::measured;
    for (const double rate : made.rates)
        result.rounds.push_back(
            simpleRound(static_cast<int>(result.rounds.size()) + 1, rate, connections));
    return result;
}

/// A run of the workload "json" with 1,000 connections, at noon of a day of November 2026.
inline std::shared_ptr<results::BenchmarkResult> simpleRun(const QString &id, int day,
                                                           const std::vector<SimpleTarget> &targets,
                                                           int connections = 1000)
{
    auto run = std::make_shared<results::BenchmarkResult>();
    run->id = id;
    run->label = id;
    run->startedAt = QDateTime(QDate(2026, 11, day), QTime(12, 0), Qt::UTC);
    run->machine.fingerprint = QStringLiteral("here");
    run->machine.cores = 2;
    run->plan.connections = connections;
    for (const SimpleTarget &made : targets) {
        run->plan.targets.append(QString::fromLatin1(made.target));
        run->results.push_back(simpleResult(made, connections));
    }
    return run;
}

} // namespace weighbridge::testing
