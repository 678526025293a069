// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/value_function.h"

#include <cmath>

namespace weighbridge::decision
{

namespace
{
constexpr double kLevelRange = kHighestLevel - kLowestLevel;
}

double levelOf(double raw, const Anchors &anchors)
{
    Q_ASSERT(anchors.lowest != anchors.highest);
    if (anchors.scale == Anchors::Scale::linear) {
        const double position = (raw - anchors.lowest) / (anchors.highest - anchors.lowest);
        return kLowestLevel + kLevelRange * position;
    }
    Q_ASSERT(raw > 0 && anchors.lowest > 0 && anchors.highest > 0);
    // Differences of logarithms, not the logarithm of a quotient: 1e300 / 1e-300 would overflow.
    const double range = std::log(anchors.highest) - std::log(anchors.lowest);
    return kLowestLevel + kLevelRange * (std::log(raw) - std::log(anchors.lowest)) / range;
}

double rawOf(double level, const Anchors &anchors)
{
    const double position = (level - kLowestLevel) / kLevelRange;
    if (anchors.scale == Anchors::Scale::linear)
        return anchors.lowest + position * (anchors.highest - anchors.lowest);
    const double range = std::log(anchors.highest) - std::log(anchors.lowest);
    return std::exp(std::log(anchors.lowest) + position * range);
}

Anchors anchorsForRequirement(double requirement, const QString &unit, bool moreIsBetter)
{
    constexpr double kSpan = 4; // level 3 lies on the requirement, a doubling is worth one level
    Anchors anchors;
    anchors.unit = unit;
    anchors.scale = Anchors::Scale::logarithmic;
    anchors.lowest = moreIsBetter ? requirement / kSpan : requirement * kSpan;
    anchors.highest = moreIsBetter ? requirement * kSpan : requirement / kSpan;
    return anchors;
}

} // namespace weighbridge::decision
