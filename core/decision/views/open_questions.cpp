// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/open_questions.h"

#include "core/decision/exact/value_of_information.h"
#include "core/decision/model/words.h"
#include "core/decision/views/wording.h"

namespace weighbridge::decision
{

namespace
{

constexpr std::size_t kMost = 5;
constexpr double kLeastGain = 0.0005; ///< points of the score: what two digits would not show

/// The target to measure: the first of those that can rate the alternative.
QString targetFor(const Alternative &alternative)
{
    return alternative.targets.empty() ? QString() : alternative.targets.front();
}

QString sentenceOf(const Decision &decision, const OpenQuestion &question)
{
    const Need &need = decision.needs[question.value.need];
    const Alternative &alternative = decision.alternatives[question.value.alternative];
    if (question.target.isEmpty())
        return Words::tr("Settle this next: %1 of %2.").arg(need.name, alternative.name);
    const bool measured =
        need.ratings[question.value.alternative].provenance == Provenance::measured;
    const QString text =
        measured ? Words::tr("Measure this again, with more rounds: %1 of %2 (target %3, workload "
                             "%4).")
                 : Words::tr("Measure this next: %1 of %2 (target %3, workload %4).");
    return text.arg(need.name, alternative.name, question.target, need.workload);
}

} // namespace

std::vector<OpenQuestion> openQuestions(const Decision &decision)
{
    std::vector<OpenQuestion> questions;
    for (const InformationValue &value : valueOfInformation(decision)) {
        if (questions.size() == kMost || value.gain < kLeastGain)
            break;
        OpenQuestion question;
        question.value = value;
        if (value.measurable)
            question.target = targetFor(decision.alternatives[value.alternative]);
        question.sentence = sentenceOf(decision, question);
        questions.push_back(std::move(question));
    }
    return questions;
}

} // namespace weighbridge::decision
