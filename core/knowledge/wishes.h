// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

namespace weighbridge::knowledge
{

/// What an answer or a rule wants to do to a need.
struct Wish {
    QString origin;
    QString source;
    QString need;
    double amount = 0;
    QString reason;
};

/// One answer that this catalogue understands.
struct Given {
    const Question *question = nullptr;
    const Choice *choice = nullptr; ///< null for a number
    double number = 0;
    QString text; ///< the answer in words
};

/// The weight that an answer gives its question's need; empty where it leaves it alone.
[[nodiscard]] std::optional<double> weightOf(const Given &given);

using Better = bool (*)(double, double);
/// First the wishes that decide, one for each need: the best, of equal ones the earliest.
[[nodiscard]] std::vector<Wish> decidingFirst(const std::vector<Wish> &wishes, Better better);

/// What the answers and the rules that fire want of a decision, before anything is done. In the
/// order of the catalogue, so that the order in which answers were given does not matter.
class Wishes
{
public:
    /// Precondition: `decision` has no effects. `catalogue` outlives this.
    Wishes(const decision::Decision &decision, const Catalogue &catalogue);
    Wishes(const Wishes &) = delete; // m_ruledOut points into m_given
    Wishes &operator=(const Wishes &) = delete;

    [[nodiscard]] const std::vector<Given> &given() const { return m_given; }
    [[nodiscard]] const std::vector<const Rule *> &fired() const { return m_fired; }

    /// Weights; 0 for a need that an answer rules out.
    [[nodiscard]] std::vector<Wish> ofAnswers() const;
    [[nodiscard]] std::vector<Wish> ofRules(RuleAction::Kind kind) const;
    /// What rules conclude from other answers. What an answer denies stays denied: 0 there, with
    /// the answer as the reason.
    [[nodiscard]] std::vector<Wish> raises() const;

    /// The answer after which the project cannot have this need; null where none rules it out.
    [[nodiscard]] const Given *rulesOut(QStringView need) const;
    /// Whether an answer sets a limit on the need, which holds even where the need weighs nothing.
    [[nodiscard]] bool hasLimit(QStringView need) const;

private:
    struct RuledOut {
        QString need;
        const Given *given = nullptr;
    };

    void findGiven(const decision::Decision &decision, const Catalogue &catalogue);
    void findRuledOut(const decision::Decision &decision);
    const Given *denies(QStringView need) const;

    std::vector<const Rule *> m_fired;
    std::vector<Given> m_given;
    std::vector<RuledOut> m_ruledOut;
    std::vector<RuledOut> m_switchedOff; ///< those of m_ruledOut that the table holds
};

} // namespace weighbridge::knowledge
