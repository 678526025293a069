// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/flag.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace weighbridge::results
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::results)
};

constexpr std::array kFlagNames{
    std::pair{FlagId::generatorBound, "generator_bound"},
    std::pair{FlagId::stalled, "stalled"},
    std::pair{FlagId::unfair, "unfair"},
    std::pair{FlagId::littlesLaw, "littles_law"},
    std::pair{FlagId::overload, "overload"},
    std::pair{FlagId::errors, "errors"},
    std::pair{FlagId::wrongBody, "wrong_body"},
    std::pair{FlagId::conformance, "conformance"},
    std::pair{FlagId::restarted, "restarted"},
    std::pair{FlagId::serverClosed, "server_closed"},
    std::pair{FlagId::notSteady, "not_steady"},
    std::pair{FlagId::noisy, "noisy"},
    std::pair{FlagId::singleRound, "single_round"},
    std::pair{FlagId::fewSamples, "few_samples"},
    std::pair{FlagId::foreignLoad, "foreign_load"},
    std::pair{FlagId::stolenCpu, "stolen_cpu"},
    std::pair{FlagId::throttled, "throttled"},
    std::pair{FlagId::clockJump, "clock_jump"},
    std::pair{FlagId::configuration, "configuration"},
    std::pair{FlagId::incompleteStreams, "incomplete_streams"},
    std::pair{FlagId::other, "other"},
};

constexpr std::array kGradeNames{
    std::pair{Grade::noted, "noted"},
    std::pair{Grade::doubtful, "doubtful"},
    std::pair{Grade::invalid, "invalid"},
};

} // namespace

QString flagName(FlagId id)
{
    const auto *const found = std::find_if(kFlagNames.begin(), kFlagNames.end(),
                                           [id](const auto &each) { return each.first == id; });
    Q_ASSERT(found != kFlagNames.end());
    return QString::fromLatin1(found->second);
}

FlagId flagFromName(QStringView name)
{
    for (const auto &[id, known] : kFlagNames) {
        if (name == QLatin1String(known))
            return id;
    }
    return FlagId::other;
}

QString gradeName(Grade grade)
{
    return QString::fromLatin1(kGradeNames[static_cast<std::size_t>(grade)].second);
}

std::optional<Grade> gradeFromName(QStringView name)
{
    for (const auto &[grade, known] : kGradeNames) {
        if (name == QLatin1String(known))
            return grade;
    }
    return std::nullopt;
}

QString gradeText(Grade grade)
{
    switch (grade) {
    case Grade::noted:
        return Words::tr("Noted");
    case Grade::doubtful:
        return Words::tr("Doubtful");
    case Grade::invalid:
        return Words::tr("Invalid");
    }
    Q_UNREACHABLE();
}

QString inWords(const Flag &flag)
{
    const QString seen = QStringLiteral("%1: %2").arg(gradeText(flag.grade), flag.text);
    return flag.remedy.isEmpty() ? seen : seen + QLatin1Char(' ') + flag.remedy;
}

std::optional<Grade> gravest(const std::vector<Flag> &flags)
{
    std::optional<Grade> worst;
    for (const Flag &flag : flags)
        worst = worst ? std::max(*worst, flag.grade) : flag.grade;
    return worst;
}

bool isInvalid(const std::vector<Flag> &flags)
{
    return gravest(flags) == Grade::invalid;
}

bool isBeyondDoubt(const std::vector<Flag> &flags)
{
    return gravest(flags).value_or(Grade::noted) == Grade::noted;
}

} // namespace weighbridge::results
