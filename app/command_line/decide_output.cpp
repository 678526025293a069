// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/decide_output.h"

#include "app/command_line/console.h"
#include "app/command_line/explanation_text.h"
#include "app/command_line/measurement_changes.h"
#include "app/command_line/need_list.h"
#include "app/command_line/printable_names.h"
#include "app/command_line/question_list.h"
#include "app/command_line/verdict_text.h"
#include "core/decision/model/weight_judgements.h"
#include "core/knowledge/advice.h"
#include "core/report/decision_json.h"

namespace weighbridge::app
{

namespace
{

/// The method whose judgements the weights follow from.
QString weightsFrom(const decision::Decision &decision)
{
    return nameOf(decision::judgementsHold(decision) ? decision.weightJudgements.method
                                                     : decision::WeightJudgements::Method::byHand);
}

/// What a table that is not one yet lacks; empty where there is a verdict.
QString nextStep(const decision::Decision &decision)
{
    if (decision.alternatives.empty())
        return QStringLiteral("Name what is compared: --add-alternative NAME, twice or more.");
    if (decision.needs.empty())
        return QStringLiteral("Answer questions (--list-questions, --answer) or weigh needs "
                              "(--list-needs, --set).");
    return {};
}

} // namespace

void printVerdict(const ChangedProject &made, const decision::AnalysisOptions &options,
                  const Arguments &line)
{
    storage::Project project = made.project;
    if (!line.isSet(QStringLiteral("json")))
        project.decision = withPrintableNames(std::move(project.decision));
    const decision::Analysis analysis = decision::analyse(project.decision, options);
    const decision::Decision shown =
        knowledge::withAdvice(project.decision, analysis, knowledge::builtInCatalogue());
    if (line.isSet(QStringLiteral("json"))) {
        QJsonObject object = report::decisionJson(shown, analysis, project.runs);
        object.insert(QStringLiteral("title"), project.title);
        object.insert(QStringLiteral("weights_from"), weightsFrom(project.decision));
        object.insert(QStringLiteral("measurements"), measurementsJson(project, made.applied));
        printJson(object);
        return;
    }
    print(verdictText(shown, analysis));
    if (const QString judged = decision::judgementsText(project.decision); !judged.isEmpty())
        print(judged);
    if (const QString next = nextStep(project.decision); !next.isEmpty())
        print(next);
    if (line.isSet(QStringLiteral("explain")))
        print(explanationText(shown, analysis));
    if (const QString text = measurementsText(project, made.applied); !text.isEmpty())
        print(text);
}

void printQuestions(bool json)
{
    const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
    if (json)
        printJson(questionsJson(catalogue));
    else
        print(questionsText(catalogue));
}

void printNeeds(const decision::Decision &decision, bool json)
{
    const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
    if (json)
        printJson(needsJson(catalogue, decision));
    else
        print(needsText(catalogue, decision));
}

} // namespace weighbridge::app
