// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QString>

namespace weighbridge::results
{

/// How a target is set up (measurement rules: never mixed silently in one table).
enum class Profile {
    documented, ///< A: what the framework's first page shows
    production, ///< B: what its production guide recommends; the default
    tuned,      ///< C: everything its authors offer
};

constexpr NameTable<Profile, 3> namesOf(Profile)
{
    return {{{Profile::documented, QLatin1String("documented")},
             {Profile::production, QLatin1String("production")},
             {Profile::tuned, QLatin1String("tuned")}}};
}

/// All that is decided about a profile but its name in documents.
struct ProfileTraits {
    QString title;    ///< "Tuned"
    QString meaning;  ///< "all that the framework's authors offer"
    QString letter{}; ///< what servers find in the variable PROFILE
    /// Whether a JSON reply must be the contract's byte for byte, as every other reply is, or may
    /// say the same in another spelling.
    bool hasJsonByteForByte = false;
};
[[nodiscard]] ProfileTraits traitsOf(Profile profile);

} // namespace weighbridge::results
