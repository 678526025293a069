// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/bench_arguments.h"
#include "app/command_line/bench_json.h"
#include "app/command_line/bench_output.h"
#include "app/command_line/bench_project.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/progress.h"
#include "core/base/file_text.h"
#include "core/report/benchmark_csv.h"
#include "core/report/benchmark_summary.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace weighbridge::app
{

using namespace measure;
using namespace results;

namespace
{

/// What would otherwise only come out after the measuring.
Outcome checkDestinations(const Arguments &line, std::size_t runs)
{
    if (line.isSet(QStringLiteral("out"))) {
        if (const auto out = checkWritable(line.text(QStringLiteral("out"))); !out)
            return out.error();
    }
    if (line.isSet(QStringLiteral("project"))) {
        const QString path = line.text(QStringLiteral("project"));
        const auto project = projectOrNew(path);
        if (!project)
            return project.error();
        if (const auto writable = checkWritable(path); !writable)
            return writable.error();
        // More than any run has taken.
        constexpr qint64 kRoomPerRun = qint64{1024} * 1024;
        const qint64 before = storage::toDocument(*project).size();
        if (auto fits = storage::checkSize(before + static_cast<qint64>(runs) * kRoomPerRun); !fits)
            return Error{QStringLiteral("There is no room for more runs in '%1': %2")
                             .arg(path, fits.error().what),
                         fits.error().remedy,
                         {}};
    }
    return success();
}

QString durationText(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(time).count();
    return seconds < 60 ? QStringLiteral("%1 s").arg(seconds)
                        : QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

enum class Chatter { progress, none };

/// So that nobody has to guess whether there is time for a coffee.
void announce(const Suite &suite)
{
    if (suite.plans.size() < 2)
        return;
    const auto targets = suite.plans.front().targets.size();
    note(QStringLiteral("%1: %2 measurements of %3, about %4, preparation excluded")
             .arg(suite.title)
             .arg(suite.plans.size())
             .arg(targets == 1 ? QStringLiteral("one target")
                               : QStringLiteral("%1 targets").arg(targets),
                  durationText(estimatedTime(suite))));
}

Result<Runs> runAll(const Suite &suite, Chatter chatter, std::stop_token stop)
{
    if (chatter == Chatter::none)
        return runSuite(suite, {}, std::move(stop));
    ProgressLine line;
    SuiteObserver observer;
    Phase lastPhase = Phase::finished;
    QString lastPlace;
    QString prefix;
    observer.planStarted = [&](const BenchmarkPlan &plan, int number, int count) {
        lastPlace.clear();
        if (count > 1)
            prefix =
                QStringLiteral("%1/%2 %3: ").arg(number).arg(count).arg(report::loadText(plan));
    };
    observer.run.progress = [&](const RunProgress &progress) {
        const QString place = QStringLiteral("%1/%2").arg(progress.target).arg(progress.round);
        const bool isNew = progress.phase != lastPhase || place != lastPlace;
        lastPhase = progress.phase;
        lastPlace = place;
        if (isNew && (progress.phase == Phase::preparing || progress.phase == Phase::measuring ||
                      progress.phase == Phase::failed))
            line.milestone(prefix + progress.text);
        line.show(progress.fractionDone, QStringLiteral("%1%2 (%3 s left)")
                                             .arg(prefix, progress.text)
                                             .arg(std::lround(progress.secondsLeft)));
    };
    return runSuite(suite, observer, std::move(stop));
}

UseOfRun useOfRun(const Arguments &line)
{
    if (!line.isSet(QStringLiteral("apply")))
        return UseOfRun::append;
    return line.isSet(QStringLiteral("use-invalid")) ? UseOfRun::applyInvalidToo : UseOfRun::apply;
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

/// Of all runs: the same where all have the same, partial where some succeeded.
ExitCode exitCodeOf(const Suite &suite, const Runs &runs, bool interrupted)
{
    if (interrupted)
        return ExitCode::interrupted;
    const ExitCode first = exitCodeOf(*runs.front());
    const bool isUniform = std::all_of(
        runs.begin(), runs.end(), [first](const auto &run) { return exitCodeOf(*run) == first; });
    return isUniform && runs.size() == suite.plans.size() ? first : ExitCode::partial;
}

/// The same failure comes back in each run of a suite; once is enough.
void complainAboutFailures(const Runs &runs)
{
    QStringList known;
    for (const auto &run : runs) {
        for (const TargetResult &target : run->results) {
            const QString text = target.name + QStringLiteral(": ") + target.failure;
            if (target.failure.isEmpty() || known.contains(text))
                continue;
            known << text;
            complain(text);
        }
    }
}

void printOutcome(const Arguments &line, const SuiteOutcome &outcome,
                  const std::optional<ProjectChange> &change)
{
    BenchText how;
    how.against = line.text(QStringLiteral("against"));
    if (line.isSet(QStringLiteral("ratios")))
        how.ratios = BenchText::Ratios::ofAllPairs;
    if (line.isSet(QStringLiteral("json")))
        printJson(benchJson(outcome, change));
    else if (line.isSet(QStringLiteral("csv")))
        print(QString::fromUtf8(report::toCsv(outcome.runs)));
    else if (line.isSet(QStringLiteral("quiet")))
        print(benchVerdict(outcome.runs, how, change));
    else
        print(benchText(outcome.runs, how, change));
}

} // namespace

ExitCode runBench(const QStringList &arguments, std::stop_token stop)
{
    Arguments line = benchArguments();
    if (const auto finished = line.parse(arguments))
        return *finished;
    const Suite suite = suiteFrom(line);
    if (const auto wrong = line.usageError())
        return *wrong;
    if (const auto destinations = checkDestinations(line, suite.plans.size()); !destinations) {
        complain(destinations.error());
        return ExitCode::failure;
    }

    const auto chatter = line.isSet(QStringLiteral("quiet")) ? Chatter::none : Chatter::progress;
    if (chatter == Chatter::progress)
        announce(suite);
    const auto begin = std::chrono::steady_clock::now();
    auto measured = runAll(suite, chatter, stop);
    if (!measured) {
        complain(measured.error());
        return stop.stop_requested() ? ExitCode::interrupted : ExitCode::failure;
    }
    const SuiteOutcome outcome{suite, std::move(measured).value(),
                               std::chrono::steady_clock::now() - begin};
    complainAboutFailures(outcome.runs);
    ExitCode code = exitCodeOf(suite, outcome.runs, stop.stop_requested());
    const auto worsen = [&code](const Error &error, ExitCode to) {
        complain(error);
        if (code == ExitCode::success || code == ExitCode::partial)
            code = to;
    };

    std::optional<ProjectChange> change;
    if (line.isSet(QStringLiteral("project"))) {
        const UseOfRun use = useOfRun(line);
        auto added = addToProject(line.text(QStringLiteral("project")), outcome.runs, use);
        if (added)
            change = std::move(added).value();
        else
            worsen(added.error(), ExitCode::failure);
        if (change && use != UseOfRun::append && change->proposals.empty() &&
            !stop.stop_requested())
            worsen(Error{change->remarks.isEmpty()
                             ? QStringLiteral("No rating changed: no valid result rates a need of "
                                              "the project")
                             : QStringLiteral("No rating changed: %1")
                                   .arg(change->remarks.join(QLatin1Char(' '))),
                         {},
                         {}},
                   ExitCode::partial);
    }
    if (line.isSet(QStringLiteral("out"))) {
        if (const auto written =
                writeFile(line.text(QStringLiteral("out")),
                          QJsonDocument(runJson(outcome)).toJson(QJsonDocument::Indented),
                          QStringLiteral("The figures are on the standard output"));
            !written)
            worsen(written.error(), ExitCode::failure);
    }
    printOutcome(line, outcome, change);
    return afterFlush(code);
}

} // namespace weighbridge::app
