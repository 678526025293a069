// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured_runs.h"

#include "core/measure/runs/result_summary.h"
#include "core/results/quantity.h"

#include <algorithm>

namespace weighbridge::testing
{

namespace
{

using results::Round;

Round roundWith(const results::Quantity &quantity, double value, int number)
{
    Round round;
    round.number = number;
    if (quantity.id == QLatin1String("requests_per_second")) {
        round.requestsPerSecond = value;
        round.requests = static_cast<std::uint64_t>(value * 10);
    } else if (quantity.id == QLatin1String("memory_idle")) {
        round.memory.idle = value;
    } else if (quantity.id == QLatin1String("start_ms")) {
        round.startMilliseconds = value;
    } else {
        round.figures.push_back({quantity.id, value});
    }
    return round;
}

struct Known {
    const char *id;
    const char *name;
    const char *language;
};
constexpr Known kKnown[] = {{"reference", "Reference", "cpp"}, {"express", "Express", "node"},
                            {"flask", "Flask", "python"},      {"django", "Django", "python"},
                            {"fastapi", "FastAPI", "python"},  {"echo", "Echo", "go"},
                            {"fiber", "Fiber", "go"},          {"gin", "Gin", "go"}};

MeasuredTarget measuredTarget(const char *id, std::vector<double> values)
{
    const auto *const known =
        std::find_if(std::begin(kKnown), std::end(kKnown),
                     [id](const Known &each) { return qstrcmp(each.id, id) == 0; });
    return {QString::fromLatin1(known->id), QString::fromLatin1(known->name),
            QString::fromLatin1(known->language), std::move(values)};
}

} // namespace

MeasuredTarget gin(std::vector<double> values)
{
    return measuredTarget("gin", std::move(values));
}

MeasuredTarget fiber(std::vector<double> values)
{
    return measuredTarget("fiber", std::move(values));
}

MeasuredTarget fastapi(std::vector<double> values)
{
    return measuredTarget("fastapi", std::move(values));
}

MeasuredTarget django(std::vector<double> values)
{
    return measuredTarget("django", std::move(values));
}

std::shared_ptr<results::BenchmarkResult> measuredRun(const QString &workload, int connections,
                                                      const std::vector<MeasuredTarget> &targets)
{
    const results::Quantity &quantity = results::leadingQuantity(workload);
    auto run = std::make_shared<results::BenchmarkResult>();
    run->id = QStringLiteral("20261128T080000Z-%1%2").arg(workload).arg(connections);
    run->startedAt = QDateTime(QDate(2026, 11, 28), QTime(8, 0), Qt::UTC);
    run->seconds = 40;
    run->programVersion = QStringLiteral("0.1.0");
    run->machine.cpuModel = QStringLiteral("Made-up CPU 3000");
    run->machine.cores = 2;
    run->machine.memoryMib = 7956;
    run->machine.system = QStringLiteral("Debian GNU/Linux 12 (bookworm)");
    run->machine.kernel = QStringLiteral("linux 6.1.0");
    run->serverCpus = {0};
    run->generatorCpus = {1};
    run->plan.workload = workload;
    run->plan.connections = connections;
    run->plan.rounds = 1;
    for (const MeasuredTarget &target : targets) {
        run->plan.targets << target.id;
        run->plan.rounds = std::max(run->plan.rounds, static_cast<int>(target.values.size()));
        results::TargetResult result;
        result.target = target.id;
        result.name = target.name;
        result.language = target.language;
        for (const double value : target.values)
            result.rounds.push_back(
                roundWith(quantity, value, static_cast<int>(result.rounds.size()) + 1));
        result.valid = !result.rounds.empty();
        result.state = result.valid ? results::TargetState::measured : results::TargetState::failed;
        if (!result.valid)
            result.failure = QStringLiteral("It did not start");
        run->results.push_back(result);
    }
    compareAgain(*run);
    return run;
}

void compareAgain(results::BenchmarkResult &run)
{
    run.ratios = measure::compareTargets(run.results, run.plan);
}

std::vector<MeasuredTarget> allTargets(double value, std::size_t rounds)
{
    std::vector<MeasuredTarget> targets;
    for (const Known &known : kKnown)
        targets.push_back(measuredTarget(known.id, std::vector<double>(rounds, value)));
    return targets;
}

} // namespace weighbridge::testing
