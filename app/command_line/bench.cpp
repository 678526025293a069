// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"
#include "app/command_line/bench_output.h"
#include "app/command_line/bench_project.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/progress.h"
#include "app/command_line/suggestion.h"
#include "app/command_line/target_choice.h"
#include "core/measure/benchmark_run.h"
#include "core/measure/workload.h"

#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace weighbridge::app
{

using namespace measure;

namespace
{

constexpr int kMostConnections = 100'000;
constexpr int kMostRounds = 1000;
constexpr double kLongestSeconds = 3600;
constexpr double kHighestRate = 1e8;
constexpr double kLargestSeed = 9'007'199'254'740'992; // 2^53, exact in every JSON reader

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
                   QStringLiteral("what to measure; see 'weighbridge doctor'"),
                   QStringLiteral("gin,fastapi"));
    line.addOption(QStringLiteral("workload"), QStringLiteral("ID"),
                   QStringLiteral("what is asked of them: ") +
                       workloadIds().join(QStringLiteral(", ")),
                   plan.workload);
    line.addOption(QStringLiteral("connections"), QStringLiteral("N"),
                   QStringLiteral("users that wait for their reply"),
                   QString::number(plan.connections), QStringLiteral("c"));
    line.addOption(QStringLiteral("rounds"), QStringLiteral("N"),
                   QStringLiteral("launches of each target, interleaved"),
                   QString::number(plan.rounds));
    line.addOption(QStringLiteral("duration"), QStringLiteral("SECONDS"),
                   QStringLiteral("measured time of one round"), seconds(plan.duration),
                   QStringLiteral("d"));
    line.addOption(QStringLiteral("warm-up"), QStringLiteral("SECONDS"),
                   QStringLiteral("longest warm-up; ends earlier when steady"),
                   seconds(plan.warmUpCap));
    line.addOption(QStringLiteral("profile"), QStringLiteral("NAME"),
                   QStringLiteral("documented, production or tuned"), profileName(plan.profile));
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
    line.addFlag(QStringLiteral("use-invalid"),
                 QStringLiteral("with --apply: use invalid results too; the project will say so"));
    line.addOption(QStringLiteral("out"), QStringLiteral("FILE"),
                   QStringLiteral("also write the run as JSON"));
    line.addFlag(QStringLiteral("json"), QStringLiteral("print one JSON object"));
    return line;
}

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

BenchmarkPlan planFrom(Arguments &line)
{
    BenchmarkPlan plan;
    plan.targets = line.commaSeparated(QStringLiteral("targets"));
    plan.targets.removeDuplicates();
    if (plan.targets.isEmpty())
        line.reject(QStringLiteral("--targets names no target"));
    plan.workload = line.text(QStringLiteral("workload"));
    plan.connections = line.integer(QStringLiteral("connections"), 1, kMostConnections);
    plan.rounds = line.integer(QStringLiteral("rounds"), 1, kMostRounds);
    plan.duration = milliseconds(line.seconds(QStringLiteral("duration"), 0.1, kLongestSeconds));
    plan.warmUpCap = milliseconds(line.seconds(QStringLiteral("warm-up"), 0, kLongestSeconds));
    plan.seed = static_cast<std::uint64_t>(line.number(QStringLiteral("seed"), 0, kLargestSeed));
    if (line.isSet(QStringLiteral("rate")))
        plan.requestsPerSecond = line.number(QStringLiteral("rate"), 0.001, kHighestRate);
    plan.databaseUrl = chosenDatabase(line);
    const QString profile = line.text(QStringLiteral("profile"));
    if (const auto known = profileFromName(profile))
        plan.profile = *known;
    else
        line.reject(
            QStringLiteral("--profile is documented, production or tuned, not '%1'").arg(profile));
    if (line.isSet(QStringLiteral("apply")) && !line.isSet(QStringLiteral("project")))
        line.reject(QStringLiteral("--apply needs --project: which decision should change?"));
    if (line.isSet(QStringLiteral("use-invalid")) && !line.isSet(QStringLiteral("apply")))
        line.reject(QStringLiteral("--use-invalid needs --apply"));
    checkWorkload(line, plan, chosenTargets(line, plan.targets));
    return plan;
}

/// What would otherwise only come out after the measuring.
Outcome checkDestinations(const Arguments &line)
{
    if (line.isSet(QStringLiteral("out"))) {
        if (const auto out = checkWritable(line.text(QStringLiteral("out"))); !out)
            return out.error();
    }
    if (line.isSet(QStringLiteral("project"))) {
        const QString path = line.text(QStringLiteral("project"));
        if (const auto project = projectOrNew(path); !project)
            return project.error();
        if (const auto writable = checkWritable(path); !writable)
            return writable.error();
    }
    return success();
}

Result<BenchmarkResult> measureShowingProgress(const BenchmarkPlan &plan, std::stop_token stop)
{
    ProgressLine line;
    Observer observer;
    Phase lastPhase = Phase::finished;
    QString lastPlace;
    observer.progress = [&](const Progress &progress) {
        const QString place = QStringLiteral("%1/%2").arg(progress.target).arg(progress.round);
        const bool isNew = progress.phase != lastPhase || place != lastPlace;
        lastPhase = progress.phase;
        lastPlace = place;
        if (isNew && (progress.phase == Phase::preparing || progress.phase == Phase::measuring ||
                      progress.phase == Phase::failed))
            line.milestone(progress.text);
        line.show(progress.fractionDone, QStringLiteral("%1 (%2 s left)")
                                             .arg(progress.text)
                                             .arg(std::lround(progress.secondsLeft)));
    };
    return runBenchmark(plan, observer, std::move(stop));
}

UseOfRun useOfRun(const Arguments &line)
{
    if (!line.isSet(QStringLiteral("apply")))
        return UseOfRun::append;
    return line.isSet(QStringLiteral("use-invalid")) ? UseOfRun::applyInvalidToo : UseOfRun::apply;
}

Outcome writeRun(const QString &path, const BenchmarkResult &result)
{
    const QByteArray bytes = QJsonDocument(runJson(result)).toJson(QJsonDocument::Indented);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{QStringLiteral("Cannot write '%1': %2").arg(path, file.errorString()),
                     QStringLiteral("The figures are on the standard output"),
                     {}};
    return success();
}

ExitCode exitCodeOf(const BenchmarkResult &result)
{
    if (result.cancelled)
        return ExitCode::interrupted;
    const auto &targets = result.results;
    const auto isMeasured = [](const TargetResult &t) { return t.state == TargetState::measured; };
    const auto hasNothing = [](const TargetResult &t) { return t.rounds.empty(); };
    if (std::all_of(targets.begin(), targets.end(), hasNothing))
        return ExitCode::failure;
    const bool isSound = std::all_of(targets.begin(), targets.end(), [&](const TargetResult &t) {
        return isMeasured(t) && t.valid;
    });
    return isSound ? ExitCode::success : ExitCode::partial;
}

} // namespace

ExitCode runBench(const QStringList &arguments, std::stop_token stop)
{
    Arguments line = benchArguments();
    if (const auto finished = line.parse(arguments))
        return *finished;
    const BenchmarkPlan plan = planFrom(line);
    if (const auto wrong = line.usageError())
        return *wrong;
    if (const auto destinations = checkDestinations(line); !destinations) {
        complain(destinations.error());
        return ExitCode::failure;
    }

    const auto measured = measureShowingProgress(plan, stop);
    if (!measured) {
        complain(measured.error());
        return stop.stop_requested() ? ExitCode::interrupted : ExitCode::failure;
    }
    const BenchmarkResult &result = *measured;
    for (const TargetResult &target : result.results) {
        if (!target.failure.isEmpty())
            complain(target.name + QStringLiteral(": ") + target.failure);
    }
    ExitCode code = exitCodeOf(result);
    const auto worsen = [&code](const Error &error, ExitCode to) {
        complain(error);
        if (code == ExitCode::success || code == ExitCode::partial)
            code = to;
    };

    std::optional<ProjectChange> change;
    if (line.isSet(QStringLiteral("project"))) {
        const UseOfRun use = useOfRun(line);
        auto added = addToProject(line.text(QStringLiteral("project")), result, use);
        if (added)
            change = std::move(added).value();
        else
            worsen(added.error(), ExitCode::failure);
        if (change && use != UseOfRun::append && change->proposals.empty() && !result.cancelled)
            worsen(Error{QStringLiteral(
                             "No rating changed: no valid result rates a need of the project"),
                         {},
                         {}},
                   ExitCode::partial);
    }
    if (line.isSet(QStringLiteral("out"))) {
        if (const auto written = writeRun(line.text(QStringLiteral("out")), result); !written)
            worsen(written.error(), ExitCode::failure);
    }
    if (line.isSet(QStringLiteral("json")))
        printJson(benchJson(result, change));
    else
        print(benchText(result, change));
    return afterFlush(code);
}

} // namespace weighbridge::app
