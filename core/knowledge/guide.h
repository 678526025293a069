// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/knowledge/catalogue.h"

#include <optional>
#include <vector>

namespace weighbridge::knowledge
{

/// What one possible answer would do, worked in and scored exactly.
struct PossibleAnswer {
    QString value; ///< as withAnswer() takes it
    double chance = 0;
    std::optional<std::size_t> leader; ///< who would lead; empty: nobody alone
    bool changesLeader = false;
    /// What staying with the present leader would lose, in levels; where nobody leads so far, the
    /// lead that there would be.
    double gain = 0;
    /// Score of the present leader less the best other's, in levels; 0 where nobody leads so far.
    double lead = 0;
};

/// A question that can matter to this project as it stands, and what it is worth to ask it.
struct OpenQuestion {
    const Question *question = nullptr; ///< of the catalogue
    std::vector<PossibleAnswer> answers;
    double chanceOfChange = 0; ///< that its answer alone changes who leads
    /// Expected value of the answer in levels: the mean of the gains (Raiffa & Schlaifer, *Applied
    /// Statistical Decision Theory*, 1961).
    double expectedGain = 0;
    /// What the answer tells about who leads once everything is answered: their mutual information
    /// in nats, estimated from the draws.
    double information = 0;
};

/// Where an interview stands: what to ask next, and whether asking is still worth it.
struct Guidance {
    enum class State {
        ask,         ///< the next question is open.front()
        settled,     ///< the remaining answers are unlikely to change who leads
        close,       ///< they may change who leads, but by little, and enough was asked
        nothingLeft, ///< no question is left that could move anything by itself
    };

    State state = State::nothingLeft;
    std::optional<std::size_t> leader; ///< by what is answered so far; empty: nobody alone
    double lead = 0;                   ///< over the best other, in levels
    /// Most valuable first: by expected gain; where no single answer gains anything, by
    /// information.
    std::vector<OpenQuestion> open;
    /// That the answers to all remaining questions together change who leads.
    double chanceRemaining = 0;
    /// What stopping here loses on average, in levels: the gain of all remaining answers together.
    double gainRemaining = 0;

    [[nodiscard]] bool stops() const { return state != State::ask; }
};

/// It stops where a change is no likelier than this …
inline constexpr double kUnlikelyChange = 0.10;
/// … but not before so many answers, since what is likely is a guess as long as little is known.
inline constexpr int kFewestAnswers = 4;
/// From this many answers on it also stops where little is at stake: in a close race the leader can
/// change with every answer, and no number of questions makes it another race.
inline constexpr int kPatience = 8;
inline constexpr double kLittleGain = 0.05; ///< levels: about one per cent of the scale
/// Draws of answers to all remaining questions. The standard error of a chance of 10 % is 1.3 %.
inline constexpr int kGuideDraws = 512;

constexpr NameTable<Guidance::State, 4> namesOf(Guidance::State)
{
    return {{{Guidance::State::ask, QLatin1String("ask")},
             {Guidance::State::settled, QLatin1String("settled")},
             {Guidance::State::close, QLatin1String("close")},
             {Guidance::State::nothingLeft, QLatin1String("nothing_left")}}};
}

/// What to ask next, and when to stop. Each possible answer (likelyAnswers()) to each question is
/// worked in and scored exactly. The chance that all remaining answers together change who leads
/// comes from kGuideDraws draws that depend on Decision::seed and the questions alone: the same
/// decision gives the same guidance. Questions that cannot move any score by themselves, given what
/// is answered, are not open: what only a rule asks for whose other conditions do not hold, what
/// shifts a rating that is not on show or has no weight, what is only advice. Those in `skipped`
/// are not asked and not drawn. Any thread. Precondition: firstDefect(decision) is empty.
[[nodiscard]] Guidance guidance(const decision::Decision &decision, const Catalogue &catalogue,
                                const QStringList &skipped = {});

} // namespace weighbridge::knowledge
