// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evidence/measured_evidence.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace weighbridge::knowledge
{

struct Catalogue;

/// One of the answers that can be chosen.
struct Choice {
    QString id;                      ///< "in-process"
    QString text;                    ///< "Models run in the service itself"
    std::optional<double> weight;    ///< of the question's need, 0–10; empty: leaves it alone
    std::optional<double> mustReach; ///< level that becomes a must-have; empty where none
    /// Ids of needs that such a project cannot have: they weigh nothing, whatever else is answered.
    QStringList rulesOut;
};

/// From a number to a weight: from `least` on, `weight`.
struct WeightStep {
    double least = 0;
    double weight = 0;
};

/// A plain question that a tech lead can answer. Skippable and revisable.
struct Question {
    enum class Kind { choice, number };

    QString id;    ///< "peak_rps", as the command line takes it
    QString topic; ///< "Load", "Team", …: questions of a topic stand together
    QString text;
    QString help; ///< what the answer is used for; may be empty
    Kind kind = Kind::choice;
    QString need; ///< id of the need that it weighs; empty where only rules ask for it
    std::vector<Choice> choices; ///< Kind::choice
    QString unit;                ///< Kind::number: "requests/s"
    QString unitOfOne;           ///< Kind::number: "service" where unit is "services"; else as unit
    double least = 0;            ///< Kind::number: allowed range
    double greatest = 0;
    std::vector<WeightStep> steps; ///< Kind::number: ascending
    bool steersAnchors = false;    ///< Kind::number: the answer is the requirement of the need
    /// Kind::number: the requirement is a must-have.
    bool mustBeMet = false;
    /// Kind::number: what of the capacity it sets, where nobody has set it by hand.
    std::optional<decision::CapacityField> sizes;
};

/// When a rule fires: every condition holds. A question without an answer fulfils none; there is
/// no "is not", which would make a rule of every answer that somebody adds later.
struct Condition {
    enum class Relation { oneOf, atLeast, moreThan, atMost, lessThan };
    QString question;
    Relation relation = Relation::oneOf;
    QStringList choices; ///< oneOf
    double number = 0;   ///< the other relations
};

/// What a rule does.
struct RuleAction {
    enum class Kind {
        raise,   ///< weight of `need` to at least `amount`
        scale,   ///< weight of `need` times `amount`
        exclude, ///< `alternative` is out
        rate,    ///< rating of `alternative` on `need` plus `amount` levels
        advise,  ///< a sentence only
    };
    Kind kind = Kind::raise;
    QString need;
    QString alternative; ///< a language stands for its frameworks too
    double amount = 0;
};

/// A rule of the article (A…) or of the evidence (B…).
struct Rule {
    QString id;     ///< "A1"
    QString text;   ///< in our own words
    QString source; ///< "Go vs Python …, When to choose Go" or the evidence with its date
    QString comment;
    bool onByDefault = true;
    /// Its advice is for tables that hold any of these alternatives, or a framework of any of these
    /// languages; empty: for every table.
    QStringList compares;
    std::vector<Condition> when; ///< empty: never by answers alone (B1 …: by measurements)
    std::vector<RuleAction> actions;
};

/// Whether the rule is switched on in this decision.
[[nodiscard]] bool isOn(const decision::Decision &decision, const Rule &rule);

/// The decision with answers and rules worked in: weights, must-haves, anchors, exclusions and the
/// list of effects. Needs that an answer weighs and the table lacks are added from the catalogue.
/// Idempotent: working it in twice is the same as once; no need is raised twice.
[[nodiscard]] decision::Decision withInterview(decision::Decision decision,
                                               const Catalogue &catalogue);

/// The decision with the sentences of its effects in the words of this program and its reader's
/// language, where answers and rules still make the same effects; elsewhere they stay as they were
/// written, since they tell what was done then.
[[nodiscard]] decision::Decision withSentencesAnew(decision::Decision decision,
                                                   const Catalogue &catalogue);

/// The decision with the runs' proposals applied, and what answers make of them: a limit becomes a
/// must-have once every alternative has a figure.
[[nodiscard]] decision::Decision withMeasurements(const decision::Decision &decision,
                                                  const Catalogue &catalogue,
                                                  const evidence::Proposals &proposals);

/// The decision with one more answer (replacing an earlier one to the same question), worked in.
/// The error says what the question takes.
[[nodiscard]] Result<decision::Decision>
withAnswer(decision::Decision decision, const Catalogue &catalogue, const decision::Answer &answer);
/// The same with several answers at once, which costs as much as one.
[[nodiscard]] Result<decision::Decision> withAnswers(decision::Decision decision,
                                                     const Catalogue &catalogue,
                                                     const std::vector<decision::Answer> &answers);
/// The answer withdrawn: everything it did is undone, needs that it added and nobody touched go.
[[nodiscard]] decision::Decision withoutAnswer(decision::Decision decision,
                                               const Catalogue &catalogue, QStringView question);
[[nodiscard]] decision::Decision withRule(decision::Decision decision, const Catalogue &catalogue,
                                          QStringView rule, bool on);
/// A weight set by hand (or by a method). Where answers or rules had changed it, they leave it
/// alone from now on, until the question that weighs it is answered anew.
[[nodiscard]] decision::Decision withWeight(decision::Decision decision, std::size_t need,
                                            double weight);

/// What `question`'s answer did: its own effects and those of the rules that it made fire.
[[nodiscard]] std::vector<decision::Effect>
effectsOf(const decision::Decision &decision, const Catalogue &catalogue, QStringView question);

/// What is wrong with `value` as an answer, one sentence that says what the question takes; empty
/// where nothing is.
[[nodiscard]] QString defectOfAnswer(const Question &question, const QString &value);
/// A number as an answer, exactly as it was given: "2,048 MiB", "1 service", "70%".
[[nodiscard]] QString amountText(const Question &question, double number);
/// The choice with this id; null where there is none, so also for a number.
[[nodiscard]] const Choice *findChoice(const Question &question, QStringView id);
[[nodiscard]] const Question *findQuestion(const Catalogue &catalogue, QStringView id);
[[nodiscard]] const Rule *findRule(const Catalogue &catalogue, QStringView id);

} // namespace weighbridge::knowledge
