// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/bench_arguments.h"

#include "app/command_line/suggestion.h"
#include "app/command_line/target_choice.h"
#include "core/results/workload.h"

#include <cmath>

namespace weighbridge::app
{

using namespace measure;
using namespace results;

namespace
{

constexpr int kMostConnections = 100'000;
constexpr int kMostRounds = 1000;
constexpr double kLongestSeconds = 3600;
constexpr double kHighestRate = 1e8;
constexpr double kLargestSeed = 9'007'199'254'740'992; // 2^53, exact in every JSON reader
constexpr const char *kUsualTargets = "gin,fastapi";

std::chrono::milliseconds milliseconds(double seconds)
{
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

void checkWorkload(Arguments &line, const BenchmarkPlan &plan, const std::vector<Target> &targets)
{
    if (findWorkload(plan.workload) == nullptr) {
        line.reject(QStringLiteral("There is no workload '%1'. %2")
                        .arg(plan.workload, suggestion(plan.workload, workloadIds())));
        return;
    }
    for (const Target &target : targets) {
        if (target.workloads.contains(plan.workload))
            continue;
        const QString reason = target.notServed.value(plan.workload);
        line.reject(QStringLiteral("%1 does not serve the workload '%2'%3")
                        .arg(target.name, plan.workload,
                             reason.isEmpty() ? QString() : QStringLiteral(": ") + reason));
    }
}

/// One form of output at a time, and only what it can show.
void checkOutput(Arguments &line)
{
    const bool json = line.isSet(QStringLiteral("json"));
    const bool csv = line.isSet(QStringLiteral("csv"));
    if (json && csv)
        line.reject(QStringLiteral("--json and --csv exclude each other"));
    const bool isText = !json && !csv;
    if (line.isSet(QStringLiteral("ratios")) && (!isText || line.isSet(QStringLiteral("quiet"))))
        line.reject(QStringLiteral("--ratios is for the text; --json has them all"));
    if (line.isSet(QStringLiteral("against")) && !isText)
        line.reject(
            QStringLiteral("--against is for the text; --json has the ratios of all pairs"));
}

void checkAgainst(Arguments &line, const QStringList &targets)
{
    const QString against = line.text(QStringLiteral("against"));
    if (line.isSet(QStringLiteral("against")) && !targets.contains(against))
        line.reject(QStringLiteral("--against names '%1', which is not measured. %2")
                        .arg(against, suggestion(against, targets)));
}

/// What holds for every plan: order, profile, database, and which options go together.
BenchmarkPlan commonPlan(Arguments &line)
{
    BenchmarkPlan plan;
    plan.seed = static_cast<std::uint64_t>(line.number(QStringLiteral("seed"), 0, kLargestSeed));
    plan.databaseUrl = chosenDatabase(line);
    const QString profile = line.text(QStringLiteral("profile"));
    if (const auto known = kindOf<Profile>(profile))
        plan.profile = *known;
    else
        line.reject(QStringLiteral("--profile is %1, not '%2'").arg(choiceOf<Profile>(), profile));
    if (line.isSet(QStringLiteral("apply")) && !line.isSet(QStringLiteral("project")))
        line.reject(QStringLiteral("--apply needs --project: which decision should change?"));
    if (line.isSet(QStringLiteral("use-invalid")) && !line.isSet(QStringLiteral("apply")))
        line.reject(QStringLiteral("--use-invalid needs --apply"));
    return plan;
}

QStringList namedTargets(Arguments &line)
{
    QStringList targets = line.commaSeparated(QStringLiteral("targets"));
    targets.removeDuplicates();
    if (targets.isEmpty())
        line.reject(QStringLiteral("--targets names no target"));
    return targets;
}

BenchmarkPlan planFrom(Arguments &line)
{
    BenchmarkPlan plan = commonPlan(line);
    plan.targets = namedTargets(line);
    plan.workload = line.text(QStringLiteral("workload"));
    if (const Workload *workload = findWorkload(plan.workload))
        plan.connections = workload->usualConnections;
    if (line.isSet(QStringLiteral("connections")))
        plan.connections = line.integer(QStringLiteral("connections"), 1, kMostConnections);
    plan.rounds = line.integer(QStringLiteral("rounds"), 1, kMostRounds);
    plan.duration = milliseconds(line.seconds(QStringLiteral("duration"), 0.1, kLongestSeconds));
    plan.warmUpCap = milliseconds(line.seconds(QStringLiteral("warm-up"), 0, kLongestSeconds));
    if (line.isSet(QStringLiteral("rate")))
        plan.requestsPerSecond = line.number(QStringLiteral("rate"), 0.001, kHighestRate);
    checkWorkload(line, plan, chosenTargets(line, plan.targets));
    checkAgainst(line, plan.targets);
    return plan;
}

/// All frameworks that are known, ready or not: the run says what is missing.
QStringList allFrameworks(Arguments &line)
{
    QStringList ids;
    for (const Target &target : chosenTargets(line, {})) {
        if (!target.builtIn)
            ids << target.id;
    }
    return ids;
}

Suite quickSuiteFrom(Arguments &line)
{
    for (const char *name : {"workload", "connections", "rounds", "duration", "warm-up", "rate"}) {
        if (line.isSet(QLatin1String(name)))
            line.reject(QStringLiteral("--quick has a --%1 of its own for each measurement")
                            .arg(QLatin1String(name)));
    }
    const BenchmarkPlan common = commonPlan(line);
    const bool named = line.isSet(QStringLiteral("targets"));
    const QStringList targets = named ? namedTargets(line) : allFrameworks(line);
    if (named)
        static_cast<void>(chosenTargets(line, targets)); // complains about names nobody knows
    checkAgainst(line, targets);
    Suite suite = quickSuite(targets);
    for (BenchmarkPlan &plan : suite.plans) {
        plan.seed = common.seed;
        plan.profile = common.profile;
        plan.databaseUrl = common.databaseUrl;
    }
    return suite;
}

} // namespace

Arguments benchArguments()
{
    const BenchmarkPlan plan;
    const auto seconds = [](std::chrono::milliseconds time) {
        return QString::number(std::chrono::duration<double>(time).count());
    };
    Arguments line(QStringLiteral("bench"),
                   QStringLiteral("Starts real servers, puts the same load on each in turn, and "
                                  "compares them."));
    line.addOption(QStringLiteral("targets"), QStringLiteral("A,B,…"),
                   QStringLiteral("what to measure; see 'weighbridge doctor'. With --quick all "
                                  "where none is named, else"),
                   QString::fromLatin1(kUsualTargets));
    line.addFlag(QStringLiteral("quick"),
                 QStringLiteral("the quick set: eight short measurements, under seven minutes for "
                                "seven targets"));
    line.addOption(QStringLiteral("workload"), QStringLiteral("ID"),
                   QStringLiteral("what is asked of them: ") +
                       workloadIds().join(QStringLiteral(", ")),
                   plan.workload);
    line.addOption(QStringLiteral("connections"), QStringLiteral("N"),
                   QStringLiteral("users that wait for their reply; without it 1000, for events "
                                  "100"),
                   {}, QStringLiteral("c"));
    line.addOption(QStringLiteral("rounds"), QStringLiteral("N"),
                   QStringLiteral("launches of each target, interleaved"),
                   QString::number(plan.rounds));
    line.addOption(QStringLiteral("duration"), QStringLiteral("SECONDS"),
                   QStringLiteral("measured time of one round"), seconds(plan.duration),
                   QStringLiteral("d"));
    line.addOption(QStringLiteral("warm-up"), QStringLiteral("SECONDS"),
                   QStringLiteral("longest warm-up; ends earlier when steady"),
                   seconds(plan.warmUpCap));
    line.addOption(QStringLiteral("profile"), QStringLiteral("NAME"), choiceOf<Profile>(),
                   nameOf(plan.profile));
    line.addOption(QStringLiteral("rate"), QStringLiteral("R"),
                   QStringLiteral("start R requests per second instead of waiting for replies"));
    line.addOption(QStringLiteral("seed"), QStringLiteral("N"),
                   QStringLiteral("of the order of the targets"), QString::number(plan.seed));
    addDatabaseOption(line);
    line.addOption(
        QStringLiteral("project"), QStringLiteral("FILE.weigh"),
        QStringLiteral("add the run to this project; made from the sample where missing"));
    line.addFlag(QStringLiteral("apply"),
                 QStringLiteral("with --project: let the figures rate the alternatives"));
    line.addFlag(
        QStringLiteral("use-invalid"),
        QStringLiteral(
            "with --apply: use doubtful and invalid results, too; the project will say so"));
    line.addOption(QStringLiteral("out"), QStringLiteral("FILE"),
                   QStringLiteral("also write the run as JSON"));
    line.addOption(
        QStringLiteral("against"), QStringLiteral("TARGET"),
        QStringLiteral("compare all with this one instead of with the best of each row"));
    line.addFlag(QStringLiteral("ratios"),
                 QStringLiteral("also print the ratios of all pairs, with their intervals"));
    line.addFlag(QStringLiteral("quiet"),
                 QStringLiteral("print only the verdict, and no progress; the exit code says the "
                                "rest"),
                 QStringLiteral("q"));
    line.addFlag(QStringLiteral("csv"),
                 QStringLiteral("print every figure as CSV: target, workload, quantity, unit, "
                                "interval, flags"));
    line.addFlag(QStringLiteral("json"), QStringLiteral("print one JSON object"));
    return line;
}

Suite suiteFrom(Arguments &line)
{
    checkOutput(line);
    if (line.isSet(QStringLiteral("quick")))
        return quickSuiteFrom(line);
    return {QStringLiteral("single"), {}, {planFrom(line)}};
}

} // namespace weighbridge::app
