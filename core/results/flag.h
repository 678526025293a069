// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QString>

#include <optional>
#include <vector>

namespace weighbridge::results
{

/// How much a flag takes from a figure.
enum class Grade {
    noted,    ///< shown; the figure counts as if there were none
    doubtful, ///< shown; the interval is widened, and a decision uses it only where the user
              ///< insists
    invalid,  ///< the figure is not that of the plan; used only where the user insists
};

/// As in documents and --json.
constexpr NameTable<Grade, 3> namesOf(Grade)
{
    return {{{Grade::noted, QLatin1String("noted")},
             {Grade::doubtful, QLatin1String("doubtful")},
             {Grade::invalid, QLatin1String("invalid")}}};
}

/// Reasons to distrust a figure. A further one is a further line here, its name below and the
/// rule in one of the validity files.
enum class FlagId {
    generatorBound,
    stalled,
    unfair,
    littlesLaw,
    overload,
    errors,
    wrongBody,
    conformance,
    restarted,
    serverClosed,
    notSteady,
    noisy,
    singleRound,
    fewSamples,
    foreignLoad,
    stolenCpu,
    throttled,
    clockJump,
    configuration,
    incompleteStreams,
    other, ///< in a document: one that this version does not know
};

/// As in documents and --json.
constexpr NameTable<FlagId, 21> namesOf(FlagId)
{
    return {{{FlagId::generatorBound, QLatin1String("generator_bound")},
             {FlagId::stalled, QLatin1String("stalled")},
             {FlagId::unfair, QLatin1String("unfair")},
             {FlagId::littlesLaw, QLatin1String("littles_law")},
             {FlagId::overload, QLatin1String("overload")},
             {FlagId::errors, QLatin1String("errors")},
             {FlagId::wrongBody, QLatin1String("wrong_body")},
             {FlagId::conformance, QLatin1String("conformance")},
             {FlagId::restarted, QLatin1String("restarted")},
             {FlagId::serverClosed, QLatin1String("server_closed")},
             {FlagId::notSteady, QLatin1String("not_steady")},
             {FlagId::noisy, QLatin1String("noisy")},
             {FlagId::singleRound, QLatin1String("single_round")},
             {FlagId::fewSamples, QLatin1String("few_samples")},
             {FlagId::foreignLoad, QLatin1String("foreign_load")},
             {FlagId::stolenCpu, QLatin1String("stolen_cpu")},
             {FlagId::throttled, QLatin1String("throttled")},
             {FlagId::clockJump, QLatin1String("clock_jump")},
             {FlagId::configuration, QLatin1String("configuration")},
             {FlagId::incompleteStreams, QLatin1String("incomplete_streams")},
             {FlagId::other, QLatin1String("other")}}};
}

struct Flag {
    FlagId id = FlagId::other;
    Grade grade = Grade::noted;
    QString text;   ///< what was seen and what it means for the figure, in whole sentences
    QString remedy; ///< what to do about it, one sentence; empty in documents of the first format
    bool operator==(const Flag &) const = default;
};

/// For people: "Noted", "Doubtful", "Invalid" in their language.
[[nodiscard]] QString gradeText(Grade grade);

/// "Doubtful: what was seen. What to do about it." One paragraph, as lists and tool tips show it.
[[nodiscard]] QString inWords(const Flag &flag);
/// The same of what several figures have in common.
[[nodiscard]] QString inWords(Grade grade, const QString &text, const QString &remedy);

/// Of the gravest flag; none where there are no flags.
[[nodiscard]] std::optional<Grade> gravest(const std::vector<Flag> &flags);
[[nodiscard]] bool isInvalid(const std::vector<Flag> &flags);
/// Neither invalid nor doubtful.
[[nodiscard]] bool isBeyondDoubt(const std::vector<Flag> &flags);

} // namespace weighbridge::results
