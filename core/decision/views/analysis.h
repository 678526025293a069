// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/must_haves.h"
#include "core/decision/exact/second_opinion.h"
#include "core/decision/exact/sensitivity.h"
#include "core/decision/model/decision.h"
#include "core/decision/sampling/doubt_split.h"
#include "core/decision/sampling/smaa.h"
#include "core/decision/sampling/uncertainty.h"
#include "core/decision/views/open_questions.h"

#include <QString>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace weighbridge::decision
{

enum class VerdictState {
    noAlternatives,
    noNeeds,
    noWeights,        ///< every weight is 0: no ranking
    noneLeft,         ///< every alternative is excluded: no recommendation
    nothingToCompare, ///< one alternative
    onlyOneLeft,      ///< of several alternatives: the others are excluded
    tie,
    ranked,
};
constexpr NameTable<VerdictState, 8> namesOf(VerdictState)
{
    return {{{VerdictState::noAlternatives, QLatin1String("no_alternatives")},
             {VerdictState::noNeeds, QLatin1String("no_needs")},
             {VerdictState::noWeights, QLatin1String("no_weights")},
             {VerdictState::noneLeft, QLatin1String("none_left")},
             {VerdictState::nothingToCompare, QLatin1String("nothing_to_compare")},
             {VerdictState::onlyOneLeft, QLatin1String("only_one_left")},
             {VerdictState::tie, QLatin1String("tie")},
             {VerdictState::ranked, QLatin1String("ranked")}}};
}

/// P(the leader beats it) from which an alternative counts as surely behind.
inline constexpr double kSureOrder = 0.95;

struct Verdict {
    VerdictState state = VerdictState::noNeeds;
    QString headline; ///< "Go leads, narrowly"
    QString sentence; ///< both scores and the smallest whole-step change that flips them
    std::optional<std::size_t> leader; ///< index into alternatives
    std::optional<std::size_t> runnerUp;
    bool operator==(const Verdict &) const = default;
};

/// Frameworks of one language, of which all that lead are some: what can be sure where the
/// framework is not.
struct Family {
    QString name;                     ///< of the language: "Go"
    std::vector<std::size_t> members; ///< candidates, best first; two or more
    double chanceBest = 0;            ///< that one of them is best
    /// More than half of its lead over the best of the others is opinion, not figures.
    bool restsOnOpinion = false;
    bool operator==(const Family &) const = default;
};

struct Standing {           ///< of one alternative; parallel to Decision::alternatives
    double score = 0;       ///< V on the level scale
    double lowestScore = 0; ///< with unknown cells at their worst
    double highestScore = 0;
    int rank = 0; ///< 1,1,3 with ties
    /// 1-based, cut from the leader: tier 1 is the leader and what it does not beat with a chance
    /// of 95 %, without what one of these dominates; the next tier is that of the best of the rest.
    int tier = 0;
    double chanceBest = 0;
    double chanceError = 0; ///< Monte Carlo standard error; 0 where exact
    bool excluded = false;  ///< by a must-have or a rule: out of rank, tier and chance, still shown
    QString exclusion;      ///< why, one sentence; empty where not excluded
    double chanceToPass = 1; ///< least probability of passing a must-have; at risk below 0.95
    bool operator==(const Standing &) const = default;
};

/// All that the window, the command line and the report show of a decision. Immutable.
struct Analysis {
    Verdict verdict;
    std::optional<Family> family; ///< only where frameworks of several languages are compared
    std::vector<Standing> standings;
    std::vector<std::size_t> order; ///< indices of alternatives, best first, stable by name
    std::vector<double> shares;     ///< normalised weights, parallel to needs
    /// The two that the pictures compare: of two alternatives the first and the second as listed
    /// (Go stays left), otherwise leader and runner-up.
    std::size_t first = 0;
    std::size_t second = 1;
    std::vector<Contribution> contributions; ///< largest first
    double netDifference = 0;
    std::vector<WeightStability> stability; ///< parallel to needs
    std::vector<Swing> swings;              ///< parallel to needs
    std::vector<Flip> flips;                ///< smallest change first
    /// The flips in words; those that no plausible value brings about are one line that counts
    /// them.
    std::vector<QString> changesInWords;
    std::vector<QString> tiersInWords;         ///< who may still be ahead, who is surely behind
    std::vector<std::vector<double>> pairwise; ///< P(i beats j), ratings and weights uncertain
    DifferenceDensity density;
    /// Share of Σ|contribution| by provenance, in the order of Provenance.
    std::array<double, 4> evidenceShare{};
    /// More than half of that is opinion, not figures.
    [[nodiscard]] bool restsOnOpinion() const;
    std::vector<MustHaveResult> mustHaves;
    std::optional<QString> relaxation; ///< all are out: the smallest concession, in words
    /// P(i beats j) over all conceivable weights, and over those in the order of the set ones;
    /// exact, ratings as they are.
    std::vector<std::vector<double>> anyWeights;
    std::vector<std::vector<double>> orderedWeights;
    std::vector<std::pair<std::size_t, std::size_t>> dominance; ///< (a, b): a dominates b
    std::vector<WithoutNeed> withoutNeed;                       ///< parallel to needs
    SecondOpinion secondOpinion;
    std::optional<Acceptability> acceptability; ///< SMAA-2; only with AnalysisOptions::complete
    std::vector<QString> centralWeightsInWords; ///< parallel to alternatives; with acceptability
    std::optional<DoubtSplit> doubtSplit;       ///< only with AnalysisOptions::complete
    std::vector<OpenQuestion> openQuestions;    ///< most valuable first
    std::vector<QString> notes; ///< duplicates, columns that do not discriminate, extrapolation …
    int draws = 0;              ///< 0 where the chances are exact
    /// The weights as set are none that their bounds allow, so nothing is told of changing one.
    bool breaksBounds = false;

    // Made once, in analysis.cpp: as part of this header they would be compiled into every unit
    // that copies one.
    Analysis();
    Analysis(const Analysis &);
    Analysis(Analysis &&) noexcept;
    Analysis &operator=(const Analysis &);
    Analysis &operator=(Analysis &&) noexcept;
    ~Analysis();
};

struct AnalysisOptions {
    int draws = 10'000;
    int threads = 1;        ///< changes the time, never the result
    bool exactOnly = false; ///< skip the Monte Carlo (and leave chances exact where they can be)
    bool complete = false;  ///< also what takes several passes: SMAA-2, split of the doubt
    QDate today;            ///< to call evidence stale; invalid: its age is not judged
    QString machine;        ///< fingerprint, to call evidence foreign; empty: not judged
};

/// Analyses a sound decision (see firstDefect). Thread-safe; the same bits for the same decision.
[[nodiscard]] Analysis analyse(const Decision &decision, const AnalysisOptions &options = {});

} // namespace weighbridge::decision
