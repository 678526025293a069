// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/figure_text.h"
#include "core/results/flag.h"
#include "core/results/validity_thresholds.h"
#include "core/results/words.h"

/// What the validity files share to say what they saw.
namespace weighbridge::results::validity
{

[[nodiscard]] QString percent(double share);
/// "650 ms", "2.5 s"
[[nodiscard]] QString duration(double seconds);
/// The next of 1, 2, 5, 10, 20, 50, …: figures that people type.
[[nodiscard]] double roundedUp(double value);

/// None where `share` is not above the first step.
[[nodiscard]] std::optional<Grade> gradeOf(double share, const threshold::Steps &steps);

[[nodiscard]] inline Flag invalid(FlagId id, const QString &text, const QString &remedy)
{
    return {id, Grade::invalid, text, remedy};
}
[[nodiscard]] inline Flag doubtful(FlagId id, const QString &text, const QString &remedy)
{
    return {id, Grade::doubtful, text, remedy};
}
[[nodiscard]] inline Flag noted(FlagId id, const QString &text, const QString &remedy)
{
    return {id, Grade::noted, text, remedy};
}

} // namespace weighbridge::results::validity
