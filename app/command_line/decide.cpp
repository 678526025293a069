// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/project_file.h"
#include "app/command_line/suggestion.h"
#include "app/command_line/verdict_text.h"
#include "core/report/decision_json.h"

#include <cmath>

namespace weighbridge::app
{

namespace
{

/// Applies one NEED=WEIGHT; what is wrong with it otherwise.
QString setWeight(decision::Decision &decision, const QString &assignment)
{
    const auto parts = assignment.split(QLatin1Char('='));
    if (parts.size() != 2)
        return QStringLiteral("--set takes NEED=WEIGHT, not '%1'").arg(assignment);
    decision::Need *need = decision.findNeed(parts[0].trimmed());
    if (!need) {
        QStringList known;
        for (const decision::Need &each : decision.needs)
            known << each.id;
        return QStringLiteral("There is no need '%1'. %2")
            .arg(parts[0], suggestion(parts[0], known));
    }
    bool isNumber = false;
    const double weight = parts[1].toDouble(&isNumber);
    if (!isNumber || !std::isfinite(weight) || weight < 0 || weight > decision::kGreatestWeight)
        return QStringLiteral("The weight of '%1' must be a number from 0 to %2, not '%3'")
            .arg(need->id)
            .arg(decision::kGreatestWeight)
            .arg(parts[1]);
    need->weight = weight;
    return {};
}

} // namespace

ExitCode runDecide(const QStringList &arguments, std::stop_token)
{
    Arguments line(QStringLiteral("decide"),
                   QStringLiteral("The verdict of a project, how sure it is and what would change "
                                  "it.\nWithout FILE: the built-in sample."));
    line.setOperands(Arguments::Operands::optional, QStringLiteral("FILE.weigh"),
                     QStringLiteral("the project; it is not changed"));
    line.addOption(QStringLiteral("set"), QStringLiteral("NEED=WEIGHT"),
                   QStringLiteral("try another weight, 0 to 10; may be repeated"));
    line.addOption(QStringLiteral("level"), QStringLiteral("LEVEL"),
                   QStringLiteral("what is compared"), QStringLiteral("languages"));
    line.addFlag(QStringLiteral("explain"), QStringLiteral("print the reasons as sentences too"));
    line.addFlag(QStringLiteral("json"), QStringLiteral("print one JSON object"));
    if (const auto finished = line.parse(arguments))
        return *finished;
    if (line.text(QStringLiteral("level")) != QLatin1String("languages"))
        line.reject(QStringLiteral("--level can be 'languages' in this version, not '%1'")
                        .arg(line.text(QStringLiteral("level"))));
    if (const auto wrong = line.usageError())
        return *wrong;

    auto project = projectOrSample(line.operand());
    if (!project) {
        complain(project.error());
        return ExitCode::failure;
    }
    decision::Decision &decision = project->decision;
    for (const QString &assignment : line.texts(QStringLiteral("set")))
        line.reject(setWeight(decision, assignment));
    if (const auto wrong = line.usageError())
        return *wrong;

    const decision::Analysis analysis = decision::analyse(decision);
    if (line.isSet(QStringLiteral("json"))) {
        QJsonObject object = report::decisionJson(decision, analysis);
        object.insert(QStringLiteral("title"), project->title);
        printJson(object);
    } else {
        print(verdictText(decision, analysis));
        if (line.isSet(QStringLiteral("explain")))
            print(explanationText(decision, analysis));
    }
    return afterFlush(ExitCode::success);
}

} // namespace weighbridge::app
