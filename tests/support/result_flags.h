// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

#include <algorithm>
#include <array>

namespace weighbridge::testing
{

[[nodiscard]] inline const results::Flag *flagOf(const results::TargetResult &result,
                                                 results::FlagId id)
{
    const auto found = std::find_if(result.flags.begin(), result.flags.end(),
                                    [id](const results::Flag &each) { return each.id == id; });
    return found == result.flags.end() ? nullptr : &*found;
}

/// Whether it is the machine's doing: what else runs on it decides whether the flag is there.
[[nodiscard]] inline bool isOfTheMachine(results::FlagId id)
{
    using results::FlagId;
    constexpr std::array kMachine{FlagId::foreignLoad, FlagId::stolenCpu,      FlagId::throttled,
                                  FlagId::clockJump,   FlagId::generatorBound, FlagId::notSteady,
                                  FlagId::noisy};
    return std::find(kMachine.begin(), kMachine.end(), id) != kMachine.end();
}

/// Measured, and invalid for nothing that the target could be blamed for.
[[nodiscard]] inline bool isSound(const results::TargetResult &result)
{
    return result.state == results::TargetState::measured &&
           std::none_of(result.flags.begin(), result.flags.end(), [](const results::Flag &flag) {
               return flag.grade == results::Grade::invalid && !isOfTheMachine(flag.id);
           });
}

/// The failure and all flags, for the message of a test.
[[nodiscard]] inline QString flagTexts(const results::TargetResult &result)
{
    QStringList lines{result.failure};
    for (const results::Flag &flag : result.flags)
        lines << nameOf(flag.id) + QStringLiteral(": ") + results::inWords(flag);
    return lines.join(QLatin1Char('\n'));
}

} // namespace weighbridge::testing
