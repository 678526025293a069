// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/provenance.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace weighbridge::decision
{

inline constexpr double kLowestLevel = 1;
inline constexpr double kHighestLevel = 5;
inline constexpr double kGreatestWeight = 10;

/// What level 1 and level 5 mean in raw units. The order of the two gives the direction.
struct Anchors {
    enum class Scale { linear, logarithmic };

    double lowest = 0;  ///< raw value of level 1
    double highest = 0; ///< raw value of level 5
    QString unit;       ///< "requests/s"
    Scale scale = Scale::logarithmic;
    bool operator==(const Anchors &) const = default;
};
constexpr NameTable<Anchors::Scale, 2> namesOf(Anchors::Scale)
{
    return {{{Anchors::Scale::linear, QLatin1String("linear")},
             {Anchors::Scale::logarithmic, QLatin1String("logarithmic")}}};
}

/// How far a rating may be off, on the level axis.
struct Spread {
    enum class Kind {
        byDoubt,    ///< judged: triangular, half-width set for the whole decision (Doubt)
        triangular, ///< judged: own half-width
        factor,     ///< judged in raw units: triangular on the axis of the need's value function
        studentT,   ///< measured: standard error and degrees of freedom
    };

    Kind kind = Kind::byDoubt;
    double halfWidth = 0;     ///< triangular
    double standardError = 0; ///< studentT
    int degreesOfFreedom = 0; ///< studentT; 0: a single run with its prior noise, or none at all
    double factor = 1;        ///< factor: the figure may be this many times greater or less, ≥ 1
    /// studentT: part of the squared standard error that is drift common to all of the run, 0–1.
    double commonDrift = 0;
    bool operator==(const Spread &) const = default;
};
constexpr NameTable<Spread::Kind, 4> namesOf(Spread::Kind)
{
    return {{{Spread::Kind::byDoubt, QLatin1String("by_doubt")},
             {Spread::Kind::triangular, QLatin1String("triangular")},
             {Spread::Kind::factor, QLatin1String("factor")},
             {Spread::Kind::studentT, QLatin1String("student_t")}}};
}

/// What a cell said before: its origin is kept when a measurement or a person replaces it.
struct EarlierRating {
    std::optional<double> level;
    std::optional<double> raw;
    Provenance provenance = Provenance::judged;
    Source source;
    bool operator==(const EarlierRating &) const = default;
};

/// One cell of the table.
struct Rating {
    std::optional<double> level; ///< 1–5, in half steps where judged; of a raw figure what the
                                 ///< value function makes of it; nullopt: unknown
    QString words;               ///< the source's wording, verbatim
    QString erratum;             ///< why the source's wording is wrong here; empty where it is not
    Provenance provenance = Provenance::judged;
    Source source;
    Spread spread;
    std::optional<double> raw;         ///< measured or estimated, in the unit of the need's anchors
    std::optional<double> sourceLevel; ///< what the catalogue says; differs from level once edited
    std::optional<double> sourceRaw; ///< the figure that it estimates, where sourceLevel follows it
    bool inherited = false;          ///< the language's rating: the framework has none of its own
    std::vector<EarlierRating> history; ///< oldest first
    bool operator==(const Rating &) const = default;

    /// The source gave a rating, and this one is another.
    [[nodiscard]] bool differsFromSource() const
    {
        return sourceLevel && (level != sourceLevel || raw != sourceRaw);
    }
};

/// Least and greatest share of the total weight, 0–1.
struct ShareBounds {
    double least = 0;
    double greatest = 1;
    bool operator==(const ShareBounds &) const = default;
};

/// A criterion. `ratings` runs parallel to Decision::alternatives.
struct Need {
    QString id;
    QString name;
    QString hint;      ///< one line under the name
    double weight = 0; ///< 0–10
    double sourceWeight = 0;
    std::optional<Anchors> anchors;
    QString workload; ///< workload whose measurement rates this need; empty where none
    QString
        quantity; ///< measured quantity: "requests_per_second", "memory_peak", …; empty where none
    std::vector<Rating> ratings;
    /// The weight before answers and rules; empty where none of them speaks of this need.
    std::optional<double> weightBeforeRules;
    bool weightPinned = false;       ///< set by hand after that: answers and rules leave it alone
    std::optional<double> mustReach; ///< must-have: alternatives below this level are out
    bool mustReachPinned = false;    ///< changed by hand after an answer had set it
    /// The anchors before an answer moved them to a requirement; empty where none did.
    std::optional<Anchors> anchorsBeforeAnswers;
    bool addedByAnswers = false; ///< answers or rules brought it in; goes with them if untouched
    /// Known bounds of the share of this need, for WeightModel::bounds.
    std::optional<ShareBounds> shareBounds;
    bool operator==(const Need &) const = default;
};

struct Alternative {
    QString id;     ///< "go"
    QString name;   ///< "Go"
    QString series; ///< id of its colour and marker; measured targets of it: see `targets`
    std::vector<QString> targets; ///< target ids that can rate it; the best valid one does
    QString language;             ///< of a framework: id of its language; empty otherwise
    QString exclusion;            ///< why a rule rules it out, one sentence; empty where none does
    bool operator==(const Alternative &) const = default;
};

/// What is compared.
enum class Comparison { languages, frameworks, own };
constexpr NameTable<Comparison, 3> namesOf(Comparison)
{
    return {{{Comparison::languages, QLatin1String("languages")},
             {Comparison::frameworks, QLatin1String("frameworks")},
             {Comparison::own, QLatin1String("own")}}};
}

/// Alternatives of a comparison that is not on show, with their ratings by need.
struct ShelvedComparison {
    struct Row {
        QString need;
        std::vector<Rating> ratings; ///< parallel to alternatives
        bool operator==(const Row &) const = default;
    };
    Comparison comparison = Comparison::languages;
    std::vector<Alternative> alternatives;
    std::vector<Row> rows;
    bool operator==(const ShelvedComparison &) const = default;
};

/// A question of the interview and what was answered: a choice's id, or a number.
struct Answer {
    QString question;
    QString value;
    bool operator==(const Answer &) const = default;
};

/// What an answer or a rule did to the decision; kept with it, so that window, command line and
/// report tell the same.
struct Effect {
    enum class Kind {
        weight,    ///< the weight of `need` went from `from` to `to`
        threshold, ///< `need` must reach level `to`
        anchors,   ///< the value function of `need` now hangs on the requirement `to`
        exclusion, ///< `alternative` is out
        rating,    ///< the rating of `alternative` on `need` went from `from` to `to`
        capacity,  ///< the servers are sized for `to` now; `need` names the setting
        advice,    ///< nothing but a sentence: "no clear winner: take the language your team knows"
    };

    Kind kind = Kind::weight;
    QString origin;      ///< id of the rule ("A1") or of the question ("peak_rps")
    QString source;      ///< where the rule comes from: section of the article, or the evidence
    QString need;        ///< id; empty where none
    QString alternative; ///< id; empty where none
    double from = 0;
    double to = 0;
    QString sentence; ///< what it did and why, one sentence
    bool operator==(const Effect &) const = default;
};
constexpr NameTable<Effect::Kind, 7> namesOf(Effect::Kind)
{
    return {{{Effect::Kind::weight, QLatin1String("weight")},
             {Effect::Kind::threshold, QLatin1String("threshold")},
             {Effect::Kind::anchors, QLatin1String("anchors")},
             {Effect::Kind::exclusion, QLatin1String("exclusion")},
             {Effect::Kind::rating, QLatin1String("rating")},
             {Effect::Kind::capacity, QLatin1String("capacity")},
             {Effect::Kind::advice, QLatin1String("advice")}}};
}

/// How far the weights may be off.
struct WeightModel {
    enum class Kind {
        aroundMine, ///< Dirichlet around the set ones, as far as Doubt says
        order,      ///< only their order is sure; equal weights share their places
        bounds,     ///< within Need::shareBounds
        any,        ///< nothing is known: uniform on the simplex of the needs with a weight
    };

    Kind kind = Kind::aroundMine;
    bool operator==(const WeightModel &) const = default;
};
constexpr NameTable<WeightModel::Kind, 4> namesOf(WeightModel::Kind)
{
    return {{{WeightModel::Kind::aroundMine, QLatin1String("around_mine")},
             {WeightModel::Kind::order, QLatin1String("order")},
             {WeightModel::Kind::bounds, QLatin1String("bounds")},
             {WeightModel::Kind::any, QLatin1String("any")}}};
}

/// A number by need id.
struct NeedWeight {
    QString need;
    double weight = 0; ///< 0–10
    bool operator==(const NeedWeight &) const = default;
};

/// What somebody judged to arrive at the weights: an order, points for swings, or pairs. Kept with
/// the weights, and in force as long as the weights are those that follow from it, see
/// judgementsHold(); a weight that is set by hand afterwards ends that, and setting it back renews
/// it.
struct WeightJudgements {
    enum class Method { byHand, rank, swing, pairs };
    /// How many times as important the first is as the second, 1 to kGreatestRatio.
    struct Pair {
        QString first;  ///< id of a need
        QString second; ///< another one
        int times = 1;
        bool operator==(const Pair &) const = default;
    };
    /// Points of a need for its step from the worst level to the best, the greatest 100.
    struct Swing {
        QString need;
        double points = 0;
        bool operator==(const Swing &) const = default;
    };
    static constexpr int kGreatestRatio = 9;        ///< Saaty's scale ends here
    static constexpr std::size_t kMostInPairs = 10; ///< needs; his table of random indices does
    static constexpr double kGreatestPoints = 100;

    Method method = Method::byHand;
    std::vector<std::vector<QString>> ranks; ///< Method::rank; those of one rank stand together
    std::vector<Swing> swings;               ///< Method::swing
    std::vector<Pair> pairs;                 ///< Method::pairs; every pair of the needs it names
    bool operator==(const WeightJudgements &) const = default;
};
constexpr NameTable<WeightJudgements::Method, 4> namesOf(WeightJudgements::Method)
{
    return {{{WeightJudgements::Method::byHand, QLatin1String("by_hand")},
             {WeightJudgements::Method::rank, QLatin1String("rank")},
             {WeightJudgements::Method::swing, QLatin1String("swing")},
             {WeightJudgements::Method::pairs, QLatin1String("pairs")}}};
}

/// One person's weights; kept apart, never averaged before they are shown.
struct Person {
    QString id;
    QString name;
    double influence = 1; ///< in the common weights
    std::vector<NeedWeight> weights;
    bool operator==(const Person &) const = default;
};

/// A part of the project that may have a language of its own ("use both").
struct Part {
    QString id;
    QString name; ///< "Gateway"
    double shareOfLoad = 0;
    std::vector<NeedWeight> weights; ///< needs that are not named have weight 0 here
    bool operator==(const Part &) const = default;
};

/// What capacity and cost are reckoned with; the table of prices is the user's own.
struct CapacitySetting {
    std::optional<double> peakRequestsPerSecond;
    double headroom = 1.5;
    std::optional<double> p99TargetMs;
    double coresPerInstance = 2;
    double memoryMibPerInstance = 4096;
    double pricePerInstanceMonth = 0; ///< in `currency`; 0: not known
    QString currency = QStringLiteral("EUR");
    QDate priceDate;           ///< when the price was true
    std::vector<QString> runs; ///< ids of the benchmark runs that were applied to size servers
    bool operator==(const CapacitySetting &) const = default;
};

/// What of it an answer can set.
enum class CapacityField { peak, p99Target, memoryPerInstance };
constexpr NameTable<CapacityField, 3> namesOf(CapacityField)
{
    return {{{CapacityField::peak, QLatin1String("peak_requests_per_second")},
             {CapacityField::p99Target, QLatin1String("p99_target_ms")},
             {CapacityField::memoryPerInstance, QLatin1String("memory_mib_per_instance")}}};
}
/// Empty where it is as it was before anybody set it.
[[nodiscard]] std::optional<double> valueOf(const CapacitySetting &setting, CapacityField field);
/// Empty: as before anybody set it.
void setValue(CapacitySetting &setting, CapacityField field, std::optional<double> value);

/// "If inputs are off by a little, some, a lot": half-width of judged ratings and concentration of
/// the weights around the set ones.
enum class Doubt { little, some, lot };
constexpr NameTable<Doubt, 3> namesOf(Doubt)
{
    return {{{Doubt::little, QLatin1String("little")},
             {Doubt::some, QLatin1String("some")},
             {Doubt::lot, QLatin1String("lot")}}};
}
[[nodiscard]] double halfWidthOf(Doubt doubt); ///< levels

/// ρ where nothing else is set.
inline constexpr double kUsualCorrelation = 0.3;

/// The decision table. A value; every edit makes a new one.
struct Decision {
    std::vector<Alternative> alternatives;
    std::vector<Need> needs;
    Doubt doubt = Doubt::some;
    /// Half-width of judged ratings in levels, instead of what `doubt` says; > 0.
    std::optional<double> exactDoubt;
    /// ρ between the judged errors of one alternative, 0–1: who overrates it on one need overrates
    /// it on others.
    double judgementCorrelation = kUsualCorrelation;
    std::uint64_t seed = 1; ///< of the Monte Carlo; kept in the document
    Comparison comparison = Comparison::languages;
    std::vector<ShelvedComparison> shelf; ///< the other comparisons, as they were left
    std::vector<Answer> answers;          ///< in the order in which they were given
    std::vector<QString> rulesOff;        ///< ids of rules that were switched off
    std::vector<QString> rulesOn; ///< ids of rules that are off by default and were switched on
    std::vector<Effect> effects;  ///< of answers and rules, see knowledge::withInterview()
    WeightModel weightModel;
    WeightJudgements weightJudgements;
    std::vector<Person> people;
    std::vector<Part> parts;
    double furtherLanguageCost = 0.2; ///< of a second language, on the scale of the scores
    CapacitySetting capacity;

    // Made once, in decision.cpp: as part of this header they would be compiled into every unit
    // that copies one, which took a tenth of all code.
    Decision();
    Decision(const Decision &);
    Decision(Decision &&) noexcept;
    Decision &operator=(const Decision &);
    Decision &operator=(Decision &&) noexcept;
    ~Decision();
    bool operator==(const Decision &) const;

    [[nodiscard]] double ratingHalfWidth() const; ///< of judged ratings, levels
    /// By its name where one of Doubt has this width. Precondition: > 0.
    void setRatingHalfWidth(double halfWidth);
    [[nodiscard]] double weightConcentration() const; ///< κ of Dirichlet(κ·w̄)
    [[nodiscard]] const Need *findNeed(QStringView id) const;
    [[nodiscard]] Need *findNeed(QStringView id);
    [[nodiscard]] std::optional<std::size_t> alternativeIndex(QStringView id) const;
    /// How many ratings differ from the source, of how many the source gave.
    [[nodiscard]] int editedRatings() const;
    [[nodiscard]] int sourceRatings() const;
};

/// Whether a level (or the half-width of one) can be reckoned with: finite, and small enough for
/// sums to stay so.
[[nodiscard]] bool isUsableLevel(double level);

/// The first thing wrong with `decision`, naming the cell ("weight of 'High-traffic API' is
/// negative"); empty where it is sound. Sound: every weight finite and within 0–10, every level
/// within 1–5, anchors distinct (and positive where logarithmic), ratings parallel to alternatives,
/// ids unique, shares, prices and instances within what can be reckoned with.
[[nodiscard]] QString firstDefect(const Decision &decision);

} // namespace weighbridge::decision
