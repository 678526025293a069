// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace weighbridge::results
{

/// What the throughput did from the start of the warm-up on (Barrett et al. 2017).
enum class SteadyState { flat, warmUp, slowdown, noSteadyState };

/// As in documents: "flat", "warm-up", "slowdown", "no steady state".
[[nodiscard]] QString steadyStateName(SteadyState state);
[[nodiscard]] std::optional<SteadyState> steadyStateFromName(QStringView name);

} // namespace weighbridge::results
