// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/decide_files.h"
#include "app/command_line/decide_output.h"
#include "app/command_line/decision_changes.h"
#include "app/command_line/guide_options.h"
#include "app/command_line/project_file.h"
#include "core/measure/machine/machine.h"

#include <QThread>

namespace weighbridge::app
{

namespace
{

constexpr int kFewestDraws = 1'000;
constexpr int kMostDraws = 10'000'000;

Arguments decideArguments()
{
    Arguments line(QStringLiteral("decide"),
                   QStringLiteral("The verdict of a project, how sure it is and what would change "
                                  "it.\nWithout FILE: the built-in sample."));
    line.setOperands(Arguments::Operands::optional, QStringLiteral("FILE.weigh"),
                     QStringLiteral("the project; it is not changed"));
    line.addFlag(QStringLiteral("new"),
                 QStringLiteral("start from an own project without needs instead; keep it with "
                                "--out"));
    line.addOption(QStringLiteral("title"), QStringLiteral("TEXT"),
                   QStringLiteral("call the project so"));
    addChangeOptions(line);
    addFileOptions(line);
    addGuideOptions(line);
    line.addFlag(QStringLiteral("list-questions"),
                 QStringLiteral("print the questions, what they take, and the rules"));
    line.addFlag(QStringLiteral("list-needs"),
                 QStringLiteral("print the needs of the table, and the others that there are"));
    line.addOption(QStringLiteral("draws"), QStringLiteral("N"),
                   QStringLiteral("draws of the Monte Carlo, 1000 to 10000000"));
    line.addOption(QStringLiteral("out"), QStringLiteral("FILE.weigh"),
                   QStringLiteral("save the project with these changes as another file"));
    line.addFlag(QStringLiteral("explain"), QStringLiteral("print the reasons as sentences too"));
    line.addFlag(QStringLiteral("json"), QStringLiteral("print one JSON object"));
    return line;
}

/// The project that the options start from: the file, the sample, or a new one.
Result<storage::Project> startingProject(Arguments &line)
{
    const QString title = line.text(QStringLiteral("title")).trimmed();
    if (line.isSet(QStringLiteral("title")) && title.isEmpty())
        line.reject(QStringLiteral("--title takes a TEXT"));
    if (line.isSet(QStringLiteral("new"))) {
        if (!line.operand().isEmpty())
            line.reject(QStringLiteral("--new starts without a project: leave out '%1', or name "
                                       "the new file with --out")
                            .arg(line.operand()));
        const auto level = kindOf<decision::Comparison>(line.text(QStringLiteral("level")));
        return storage::newProject(title, level.value_or(decision::Comparison::languages));
    }
    auto project = projectOrSample(line.operand());
    if (project && !title.isEmpty())
        project->title = title;
    return project;
}

decision::AnalysisOptions analysisOptions(Arguments &line)
{
    decision::AnalysisOptions options;
    options.complete = line.isSet(QStringLiteral("json")) || line.isSet(QStringLiteral("explain"));
    options.today = QDate::currentDate();
    options.machine = measure::describeMachine().fingerprint;
    if (line.isSet(QStringLiteral("draws"))) {
        options.draws = line.integer(QStringLiteral("draws"), kFewestDraws, kMostDraws);
        options.threads = QThread::idealThreadCount(); // not worth starting for the usual few
    }
    return options;
}

} // namespace

ExitCode runDecide(const QStringList &arguments, std::stop_token stop)
{
    Arguments line = decideArguments();
    if (const auto finished = line.parse(arguments))
        return *finished;
    const bool json = line.isSet(QStringLiteral("json"));
    if (line.isSet(QStringLiteral("list-questions"))) {
        printQuestions(json);
        return afterFlush(ExitCode::success);
    }

    auto project = startingProject(line);
    if (!project) {
        complain(project.error());
        return ExitCode::failure;
    }
    const FileOptions fileOptions = fileOptionsFrom(line);
    if (const auto imported = withImport(*project, fileOptions); !imported) {
        complain(imported.error());
        return ExitCode::failure;
    }
    ChangedProject made = changed(std::move(project).value(), line);
    const decision::AnalysisOptions options = analysisOptions(line);
    if (const auto wrong = line.usageError())
        return *wrong;
    if (const auto finished = guide(made.project.decision, line, std::move(stop)))
        return *finished;
    if (const auto filed = withFileOptions(made.project, fileOptions); !filed) {
        complain(filed.error());
        return ExitCode::failure;
    }
    if (const QString path = line.text(QStringLiteral("out")); !path.isEmpty()) {
        if (const auto saved = storage::saveProject(path, made.project); !saved) {
            complain(saved.error());
            return ExitCode::failure;
        }
    }
    if (line.isSet(QStringLiteral("list-needs")))
        printNeeds(made.project.decision, json);
    else
        printVerdict(made, options, line);
    return afterFlush(ExitCode::success);
}

} // namespace weighbridge::app
