// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/steady_state.h"

namespace weighbridge::results
{

QString steadyStateName(SteadyState state)
{
    switch (state) {
    case SteadyState::flat:
        return QStringLiteral("flat");
    case SteadyState::warmUp:
        return QStringLiteral("warm-up");
    case SteadyState::slowdown:
        return QStringLiteral("slowdown");
    case SteadyState::noSteadyState:
        return QStringLiteral("no steady state");
    }
    Q_UNREACHABLE();
}

std::optional<SteadyState> steadyStateFromName(QStringView name)
{
    for (const SteadyState state : {SteadyState::flat, SteadyState::warmUp, SteadyState::slowdown,
                                    SteadyState::noSteadyState}) {
        if (name == steadyStateName(state))
            return state;
    }
    return std::nullopt;
}

} // namespace weighbridge::results
