// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

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

/// Reasons to distrust a figure. A further one is a further line here, its name in flag.cpp and the
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

struct Flag {
    FlagId id = FlagId::other;
    Grade grade = Grade::noted;
    QString text;   ///< what was seen and what it means for the figure, in whole sentences
    QString remedy; ///< what to do about it, one sentence; empty in documents of the first format
    bool operator==(const Flag &) const = default;
};

/// Names as in documents and --json: "generator_bound", …; "noted", "doubtful", "invalid".
[[nodiscard]] QString flagName(FlagId id);
[[nodiscard]] FlagId flagFromName(QStringView name); ///< FlagId::other where there is none such
[[nodiscard]] QString gradeName(Grade grade);
[[nodiscard]] std::optional<Grade> gradeFromName(QStringView name);
/// For people: "Noted", "Doubtful", "Invalid" in their language.
[[nodiscard]] QString gradeText(Grade grade);

/// "Doubtful: what was seen. What to do about it." One paragraph, as lists and tool tips show it.
[[nodiscard]] QString inWords(const Flag &flag);

/// Of the gravest flag; none where there are no flags.
[[nodiscard]] std::optional<Grade> gravest(const std::vector<Flag> &flags);
[[nodiscard]] bool isInvalid(const std::vector<Flag> &flags);
/// Neither invalid nor doubtful.
[[nodiscard]] bool isBeyondDoubt(const std::vector<Flag> &flags);

} // namespace weighbridge::results
