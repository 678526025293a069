// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_run.h"

#include <cmath>

namespace weighbridge::testing
{

namespace
{

struct Figures {
    const char *target;
    const char *name;
    const char *language;
    double requestsPerSecond;
    double p50;
    double memory;
};

results::LatencySummary latencyOf(const Figures &figures, std::uint64_t samples)
{
    results::LatencySummary latency;
    latency.mean = 1000.0 / figures.requestsPerSecond * 1000;
    latency.p50 = figures.p50;
    latency.p75 = figures.p50 * 1.3;
    latency.p90 = figures.p50 * 1.6;
    latency.p99 = figures.p50 * 2.6;
    latency.p999 = figures.p50 * 4;
    latency.p9999 = figures.p50 * 6;
    latency.max = figures.p50 * 8;
    latency.samples = samples;
    return latency;
}

results::Round roundOf(const Figures &figures, int number, double seconds)
{
    constexpr double kWarmUp = 2;
    results::Round round;
    round.number = number;
    round.requestsPerSecond = figures.requestsPerSecond * (1 + 0.01 * (number - 2));
    round.requests = std::uint64_t(round.requestsPerSecond * seconds);
    round.latency = latencyOf(figures, round.requests);
    round.memory = {figures.memory / 2, figures.memory * 0.9, figures.memory};
    round.cpuMicrosecondsPerRequest = 1e6 / figures.requestsPerSecond;
    round.startMilliseconds = 20;
    round.warmUpSeconds = kWarmUp;
    round.littlesLaw = {1000, 1};
    for (double t = 0.1; t <= kWarmUp + seconds; t += 0.1) {
        const double rise = 1 - std::exp(-t / 0.4);
        const double ripple = 1 + 0.02 * std::sin(7 * t + number);
        round.samples.push_back({t, round.requestsPerSecond * rise * ripple,
                                 figures.memory * (0.5 + 0.5 * rise), 1, t <= kWarmUp});
    }
    return round;
}

results::TargetResult resultOf(const Figures &figures, int rounds, double seconds)
{
    results::TargetResult result;
    result.target = QString::fromLatin1(figures.target);
    result.name = QString::fromLatin1(figures.name);
    result.language = QString::fromLatin1(figures.language);
    result.state = results::TargetState::measured;
    result.valid = true;
    for (int number = 1; number <= rounds; ++number)
        result.rounds.push_back(roundOf(figures, number, seconds));
    result.latency = latencyOf(figures, result.rounds.front().requests * std::uint64_t(rounds));
    result.spread = 0.01;
    return result;
}

} // namespace

results::BenchmarkResult sampleRun(int rounds, double seconds)
{
    static constexpr Figures kFigures[] = {
        {"reference", "Reference", "cpp", 96000, 10, 6},
        {"gin", "Gin", "go", 40000, 24, 31},
        {"fastapi", "FastAPI", "python", 5000, 190, 92},
    };
    results::BenchmarkResult run;
    run.id = QStringLiteral("20261123T120000Z-test");
    run.startedAt = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    run.seconds = 3 * rounds * (seconds + 4);
    run.programVersion = QStringLiteral("0.1.0");
    run.machine.fingerprint = QStringLiteral("0123456789abcdef");
    run.machine.cpuModel = QStringLiteral("Test CPU");
    run.machine.cores = 2;
    run.machine.system = QStringLiteral("Test system");
    run.machine.kernel = QStringLiteral("6.1");
    run.plan.targets = {QStringLiteral("reference"), QStringLiteral("gin"),
                        QStringLiteral("fastapi")};
    run.plan.rounds = rounds;
    run.plan.duration = std::chrono::milliseconds(qint64(seconds * 1000));
    for (const Figures &figures : kFigures)
        run.results.push_back(resultOf(figures, rounds, seconds));
    run.ratios.push_back({QStringLiteral("gin"), QStringLiteral("fastapi"),
                          QStringLiteral("requests_per_second"), 8, 7.8, 8.2, true, 0.05});
    return run;
}

} // namespace weighbridge::testing
