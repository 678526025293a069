// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/decision_changes.h"
#include "app/command_line/explanation_text.h"
#include "app/command_line/guide_options.h"
#include "app/command_line/project_file.h"
#include "app/command_line/question_list.h"
#include "app/command_line/verdict_text.h"
#include "core/knowledge/advice.h"
#include "core/measure/machine/machine.h"
#include "core/report/decision_json.h"

namespace weighbridge::app
{

namespace
{

Arguments decideArguments()
{
    Arguments line(QStringLiteral("decide"),
                   QStringLiteral("The verdict of a project, how sure it is and what would change "
                                  "it.\nWithout FILE: the built-in sample."));
    line.setOperands(Arguments::Operands::optional, QStringLiteral("FILE.weigh"),
                     QStringLiteral("the project; it is not changed"));
    addChangeOptions(line);
    addGuideOptions(line);
    line.addFlag(QStringLiteral("list-questions"),
                 QStringLiteral("print the questions, what they take, and the rules"));
    line.addOption(QStringLiteral("out"), QStringLiteral("FILE.weigh"),
                   QStringLiteral("save the project with these changes as another file"));
    line.addFlag(QStringLiteral("explain"), QStringLiteral("print the reasons as sentences too"));
    line.addFlag(QStringLiteral("json"), QStringLiteral("print one JSON object"));
    return line;
}

decision::AnalysisOptions analysisOptions(bool complete)
{
    decision::AnalysisOptions options;
    options.complete = complete;
    options.today = QDate::currentDate();
    options.machine = measure::describeMachine().fingerprint;
    return options;
}

} // namespace

ExitCode runDecide(const QStringList &arguments, std::stop_token stop)
{
    Arguments line = decideArguments();
    if (const auto finished = line.parse(arguments))
        return *finished;
    if (line.isSet(QStringLiteral("list-questions"))) {
        const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
        if (line.isSet(QStringLiteral("json")))
            printJson(questionsJson(catalogue));
        else
            print(questionsText(catalogue));
        return afterFlush(ExitCode::success);
    }

    auto project = projectOrSample(line.operand());
    if (!project) {
        complain(project.error());
        return ExitCode::failure;
    }
    project->decision = changed(std::move(project->decision), line);
    if (const auto wrong = line.usageError())
        return *wrong;
    if (const auto finished = guide(project->decision, line, std::move(stop)))
        return *finished;
    if (const QString path = line.text(QStringLiteral("out")); !path.isEmpty()) {
        if (const auto saved = storage::saveProject(path, *project); !saved) {
            complain(saved.error());
            return ExitCode::failure;
        }
    }

    const bool json = line.isSet(QStringLiteral("json"));
    const bool explain = line.isSet(QStringLiteral("explain"));
    const decision::Analysis analysis =
        decision::analyse(project->decision, analysisOptions(json || explain));
    decision::Decision shown = project->decision;
    for (auto &advice : knowledge::adviceOn(shown, analysis, knowledge::builtInCatalogue()))
        shown.effects.push_back(std::move(advice));
    if (json) {
        QJsonObject object = report::decisionJson(shown, analysis, project->runs);
        object.insert(QStringLiteral("title"), project->title);
        printJson(object);
    } else {
        print(verdictText(shown, analysis));
        if (explain)
            print(explanationText(shown, analysis));
    }
    return afterFlush(ExitCode::success);
}

} // namespace weighbridge::app
