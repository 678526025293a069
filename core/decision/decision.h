// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/provenance.h"

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

/// How far a rating may be off, on the level axis.
struct Spread {
    enum class Kind {
        byDoubt,    ///< judged: triangular, half-width set for the whole decision (Doubt)
        triangular, ///< judged: own half-width
        studentT,   ///< measured: standard error and degrees of freedom
    };

    Kind kind = Kind::byDoubt;
    double halfWidth = 0;     ///< triangular
    double standardError = 0; ///< studentT
    int degreesOfFreedom = 0; ///< studentT; 0: a single run with its prior noise
    bool operator==(const Spread &) const = default;
};

/// One cell of the table.
struct Rating {
    std::optional<double> level; ///< 1–5 in half steps where judged; may lie outside where
                                 ///< measured; nullopt: unknown
    QString words;               ///< the source's wording, verbatim
    QString erratum;             ///< why the source's wording is wrong here; empty where it is not
    evidence::Provenance provenance = evidence::Provenance::judged;
    evidence::Source source;
    Spread spread;
    std::optional<double> raw;         ///< in the unit of the need's anchors
    std::optional<double> sourceLevel; ///< what the catalogue says; differs from level once edited
    bool operator==(const Rating &) const = default;
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
    bool operator==(const Need &) const = default;
};

struct Alternative {
    QString id;     ///< "go"
    QString name;   ///< "Go"
    QString series; ///< id of its colour and marker; measured targets of it: see `targets`
    std::vector<QString> targets; ///< target ids that can rate it; the best valid one does
    bool operator==(const Alternative &) const = default;
};

/// "If inputs are off by a little, some, a lot": half-width of judged ratings and concentration of
/// the weights around the set ones.
enum class Doubt { little, some, lot };
[[nodiscard]] QString doubtName(Doubt doubt); ///< "little", "some", "lot"
[[nodiscard]] std::optional<Doubt> doubtFromName(QStringView name);
[[nodiscard]] double ratingHalfWidth(Doubt doubt);     ///< levels
[[nodiscard]] double weightConcentration(Doubt doubt); ///< κ of Dirichlet(κ·w̄)

/// The decision table. A value; every edit makes a new one.
struct Decision {
    std::vector<Alternative> alternatives;
    std::vector<Need> needs;
    Doubt doubt = Doubt::some;
    std::uint64_t seed = 1; ///< of the Monte Carlo; kept in the document
    bool operator==(const Decision &) const = default;

    [[nodiscard]] const Need *findNeed(QStringView id) const;
    [[nodiscard]] Need *findNeed(QStringView id);
    [[nodiscard]] std::optional<std::size_t> alternativeIndex(QStringView id) const;
    /// How many ratings differ from the source, of how many the source gave.
    [[nodiscard]] int editedRatings() const;
    [[nodiscard]] int sourceRatings() const;
};

/// The first thing wrong with `decision`, naming the cell ("weight of 'High-traffic API' is
/// negative"); empty where it is sound. Sound: every weight finite and within 0–10, every level
/// finite, anchors distinct (and positive where logarithmic), ratings parallel to alternatives,
/// ids unique.
[[nodiscard]] QString firstDefect(const Decision &decision);

} // namespace weighbridge::decision
