// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

namespace weighbridge::results
{

/// What the throughput did from the start of the warm-up on (Barrett et al. 2017).
enum class SteadyState { flat, warmUp, slowdown, noSteadyState };

/// As in documents.
constexpr NameTable<SteadyState, 4> namesOf(SteadyState)
{
    return {{{SteadyState::flat, QLatin1String("flat")},
             {SteadyState::warmUp, QLatin1String("warm-up")},
             {SteadyState::slowdown, QLatin1String("slowdown")},
             {SteadyState::noSteadyState, QLatin1String("no steady state")}}};
}

} // namespace weighbridge::results
