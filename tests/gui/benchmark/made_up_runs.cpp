// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_runs.h"

#include "core/results/quantity.h"

#include <cmath>

namespace weighbridge::testing
{

namespace
{

struct Made {
    const char *target;
    const char *name;
    const char *language;
    double requestsPerSecond;
    double memory;
};

constexpr Made kMade[] = {
    {"reference", "Reference", "cpp", 96'000, 6}, {"echo", "Echo", "go", 44'800, 27},
    {"fiber", "Fiber", "go", 52'100, 34},         {"gin", "Gin", "go", 43'900, 31},
    {"express", "Express", "node", 12'400, 118},  {"django", "Django", "python", 4'050, 96},
    {"fastapi", "FastAPI", "python", 7'200, 92},  {"flask", "Flask", "python", 4'400, 71},
};

void addLoad(results::Round &round, const Made &made, int connections)
{
    constexpr double kSeconds = 10;
    constexpr double kWarmUp = 2;
    const double factor = 1 + 0.01 * (round.number - 2);
    round.requestsPerSecond = made.requestsPerSecond * factor;
    round.requests = std::uint64_t(round.requestsPerSecond * kSeconds);
    const double mean = connections / round.requestsPerSecond * 1000;
    round.latency = {mean,     mean * 0.9, mean * 1.2, mean * 1.5,    mean * 2.6,
                     mean * 4, mean * 6,   mean * 8,   round.requests};
    round.cpuMicrosecondsPerRequest = 1e6 / round.requestsPerSecond;
    round.warmUpSeconds = kWarmUp;
    for (double t = 0.1; t <= kWarmUp + kSeconds; t += 0.1) {
        const double rise = 1 - std::exp(-t / 0.4);
        const double ripple = 1 + 0.02 * std::sin(7 * t + round.number);
        round.samples.push_back({t, round.requestsPerSecond * rise * ripple,
                                 made.memory * (0.5 + 0.5 * rise), 1, t <= kWarmUp});
    }
}

/// Figures that follow from memory alone: they need only differ plausibly.
double madeFigure(const QString &quantity, const Made &made)
{
    const double size = made.memory < 50 ? 12 : made.memory;
    if (quantity == QLatin1String("start_ms") || quantity.startsWith(QLatin1String("start_")))
        return made.memory * 3.1;
    if (quantity == QLatin1String("files"))
        return made.memory < 50 ? 1 : std::floor(made.memory * 31);
    if (quantity == QLatin1String("dependencies"))
        return std::floor(made.memory / 4);
    if (quantity == QLatin1String("image_estimate_mib"))
        return size * 1.4;
    if (quantity.startsWith(QLatin1String("size")))
        return size;
    return made.memory;
}

results::TargetResult madeResult(const Made &made, const results::BenchmarkPlan &plan)
{
    const QStringList quantities = results::quantitiesOf(plan.workload);
    const bool load = quantities.first() == QLatin1String("requests_per_second");
    results::TargetResult result;
    result.target = QString::fromLatin1(made.target);
    result.name = QString::fromLatin1(made.name);
    result.language = QString::fromLatin1(made.language);
    result.frameworkVersion = QStringLiteral("1.2.3");
    result.runtimeVersion = QStringLiteral("%1 4.5").arg(result.language);
    result.state = results::TargetState::measured;
    result.valid = true;
    for (int number = 1; number <= plan.rounds; ++number) {
        results::Round round;
        round.number = number;
        round.memory = {made.memory / 2, made.memory * 0.9, made.memory};
        round.startMilliseconds = made.memory * (3 + 0.1 * number);
        if (load)
            addLoad(round, made, plan.connections);
        else
            for (const QString &quantity : quantities)
                round.figures.push_back(
                    {quantity,
                     madeFigure(quantity, made) *
                         (quantity == QLatin1String("files") ? 1 : 0.98 + 0.01 * number)});
        result.rounds.push_back(round);
    }
    result.latency = result.rounds.front().latency;
    result.spread = 0.01;
    return result;
}

} // namespace

std::shared_ptr<const results::BenchmarkResult> madeUpRun(const QString &workload, int connections,
                                                          results::Profile profile)
{
    auto run = std::make_shared<results::BenchmarkResult>();
    run->id = QStringLiteral("20261123T120000Z-%1-%2").arg(workload).arg(connections);
    run->startedAt = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    run->seconds = 312;
    run->machine.fingerprint = QStringLiteral("0123456789abcdef");
    run->machine.cpuModel = QStringLiteral("Test CPU");
    run->machine.cores = 2;
    run->machine.system = QStringLiteral("Test system");
    run->machine.kernel = QStringLiteral("6.1");
    run->plan.workload = workload;
    run->plan.connections = connections;
    run->plan.profile = profile;
    for (const Made &made : kMade) {
        run->plan.targets.append(QString::fromLatin1(made.target));
        run->results.push_back(madeResult(made, run->plan));
    }
    for (std::size_t i = 0; i + 1 < run->results.size(); ++i) {
        const double ratio = kMade[2].requestsPerSecond / kMade[i].requestsPerSecond;
        if (i != 2)
            run->ratios.push_back({run->results[2].target, run->results[i].target,
                                   QStringLiteral("requests_per_second"), ratio, ratio * 0.98,
                                   ratio * 1.02, ratio > 1.02 || ratio < 0.98, 0.05});
    }
    return run;
}

std::vector<std::shared_ptr<const results::BenchmarkResult>> madeUpQuickSet()
{
    std::vector<std::shared_ptr<const results::BenchmarkResult>> runs;
    for (const auto &[workload, connections] :
         {std::pair("json", 100), std::pair("db", 100), std::pair("sleep", 1000),
          std::pair("cpu", 100), std::pair("start", 1), std::pair("memory", 1000),
          std::pair("size", 1), std::pair("json", 1000)})
        runs.push_back(madeUpRun(QString::fromLatin1(workload), connections));
    return runs;
}

} // namespace weighbridge::testing
