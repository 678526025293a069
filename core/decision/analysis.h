// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/decision.h"
#include "core/decision/gates.h"
#include "core/decision/smaa.h"
#include "core/decision/value_of_information.h"

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

struct Verdict {
    VerdictState state = VerdictState::noNeeds;
    QString headline; ///< "Go leads, narrowly"
    QString sentence; ///< both scores and the smallest whole-step change that flips them
    std::optional<std::size_t> leader; ///< index into alternatives
    std::optional<std::size_t> runnerUp;
    bool operator==(const Verdict &) const = default;
};

struct Standing {           ///< of one alternative; parallel to Decision::alternatives
    double score = 0;       ///< V on the level scale
    double lowestScore = 0; ///< with unknown cells at their worst
    double highestScore = 0;
    int rank = 0; ///< 1,1,3 with ties
    int tier = 0; ///< 1-based; one tier where the order is less than 95 % sure
    double chanceBest = 0;
    double chanceError = 0; ///< Monte Carlo standard error; 0 where exact
    bool excluded = false;  ///< by a must-have or a rule: out of rank, tier and chance, still shown
    QString exclusion;      ///< why, one sentence; empty where not excluded
    double chanceToPass = 1; ///< least probability of passing a must-have; at risk below 0.95
    bool operator==(const Standing &) const = default;
};

/// Every must-have against every alternative, in words.
struct MustHaveResult {
    std::size_t need = 0;
    GateResult result; ///< result.gate counts the needs with a must-have
    QString sentence;
    bool operator==(const MustHaveResult &) const = default;
};

/// PROMETHEE II beside the verdict: agreement or not, never a second headline.
struct SecondOpinion {
    std::vector<double> net;      ///< φ, parallel to alternatives; excluded ones 0
    std::vector<double> positive; ///< φ⁺
    std::vector<double> negative; ///< φ⁻
    std::optional<std::size_t> leader;
    bool agrees = true;
    bool incomparable = false; ///< PROMETHEE I does not order leader and runner-up
    QString sentence;          ///< "agrees", or "disagrees, because …"
    bool operator==(const SecondOpinion &) const = default;
};

/// The verdict without one need.
struct WithoutNeed {
    std::size_t need = 0;
    std::optional<std::size_t> leader;
    double difference = 0; ///< of the scores of leader and runner-up as they are now
    bool operator==(const WithoutNeed &) const = default;
};

/// Where the doubt comes from: P(leader is best) with only one kind of input in doubt.
struct DoubtSplit {
    double chance = 0;
    double ratingsOnly = 0;  ///< weights as set
    double weightsOnly = 0;  ///< ratings as set
    double measuredOnly = 0; ///< only measured ratings in doubt: what more rounds would change
    QString sentence;
    bool operator==(const DoubtSplit &) const = default;
};

/// A cell whose exact value would be worth knowing.
struct OpenQuestion {
    InformationValue value;
    QString target;   ///< target to measure; empty where no workload rates the need
    QString sentence; ///< "Measure this next: p99 of FastAPI"
    bool operator==(const OpenQuestion &) const = default;
};

/// Stability of one need's weight, the others kept in proportion; shares of the total.
struct WeightStability {
    double low = 0; ///< the leader stays first for shares within [low, high]
    double high = 1;
    std::optional<std::size_t> takesLeadBelow; ///< alternative that would lead
    std::optional<std::size_t> takesLeadAbove;
    bool operator==(const WeightStability &) const = default;
};

/// The slider of one need moved 0 → 10, the other weights as they stand; leader against runner-up.
struct Swing {
    double differenceAtZero = 0; ///< first alternative − second, see Analysis::first/second
    double differenceAtTen = 0;
    std::optional<double> tieWeight;      ///< weight 0–10 of the nearest tie
    std::optional<std::size_t> takesLead; ///< who would lead beyond the tie
    bool operator==(const Swing &) const = default;
};

struct Contribution { ///< exact: they add up to the score difference
    std::size_t need = 0;
    double difference = 0; ///< share × (first − second)
    bool operator==(const Contribution &) const = default;
};

struct Flip {
    enum class Kind { weight, rating };

    Kind kind = Kind::weight;
    std::size_t need = 0;
    std::size_t alternative = 0; ///< whose rating; for a weight: who would take the lead
    double from = 0;
    double to = 0;
    std::optional<double> rawTo; ///< in the need's unit where it has anchors
    bool wholeStep = false;      ///< to is rounded to the next step that really flips
    bool plausible = true;       ///< false: outside the scale, "no plausible value changes this"
    QString sentence;
    bool operator==(const Flip &) const = default;
};

/// Density of first − second over the draws, for the picture.
struct DifferenceDensity {
    std::vector<double> difference; ///< ascending, symmetric around 0
    std::vector<double> density;
    double pointEstimate = 0;
    bool operator==(const DifferenceDensity &) const = default;
};

/// All that the window, the command line and the report show of a decision. Immutable.
struct Analysis {
    Verdict verdict;
    std::vector<Standing> standings;
    std::vector<std::size_t> order; ///< indices of alternatives, best first, stable by name
    std::vector<double> shares;     ///< normalised weights, parallel to needs
    /// The two that the pictures compare: of two alternatives the first and the second as listed
    /// (Go stays left), otherwise leader and runner-up.
    std::size_t first = 0;
    std::size_t second = 1;
    std::vector<Contribution> contributions; ///< largest first
    double netDifference = 0;
    std::vector<WeightStability> stability;    ///< parallel to needs
    std::vector<Swing> swings;                 ///< parallel to needs
    std::vector<Flip> flips;                   ///< smallest change first
    std::vector<std::vector<double>> pairwise; ///< P(i beats j), ratings and weights uncertain
    DifferenceDensity density;
    /// Share of Σ|contribution| by provenance, in the order of evidence::Provenance.
    std::array<double, 4> evidenceShare{};
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

/// "Go 66 %": whole per cent, "<1%" and ">99%" instead of 0 and 100.
[[nodiscard]] QString chanceText(double chance);

} // namespace weighbridge::decision
