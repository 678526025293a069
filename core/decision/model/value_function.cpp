// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/value_function.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

namespace
{

constexpr double kLevelRange = kHighestLevel - kLowestLevel;

/// Differences of logarithms, not the logarithm of a quotient: 1e300 / 1e-300 would overflow.
double logarithmicLength(const Anchors &anchors)
{
    return std::log(anchors.highest) - std::log(anchors.lowest);
}

} // namespace

bool areUsable(const Anchors &anchors)
{
    const bool positive = anchors.lowest > 0 && anchors.highest > 0;
    return std::isfinite(anchors.lowest) && std::isfinite(anchors.highest) &&
           anchors.lowest != anchors.highest &&
           (positive || anchors.scale == Anchors::Scale::linear);
}

double levelOf(double raw, const Anchors &anchors)
{
    return std::clamp(axisLevelOf(raw, anchors), kLowestLevel, kHighestLevel);
}

double axisLevelOf(double raw, const Anchors &anchors)
{
    Q_ASSERT(anchors.lowest != anchors.highest);
    if (anchors.scale == Anchors::Scale::linear) {
        const double position = (raw - anchors.lowest) / (anchors.highest - anchors.lowest);
        return kLowestLevel + kLevelRange * position;
    }
    Q_ASSERT(anchors.lowest > 0 && anchors.highest > 0);
    if (raw <= 0)
        return anchors.lowest < anchors.highest ? -HUGE_VAL : HUGE_VAL;
    return kLowestLevel +
           kLevelRange * (std::log(raw) - std::log(anchors.lowest)) / logarithmicLength(anchors);
}

double rawOf(double level, const Anchors &anchors)
{
    const double position = (level - kLowestLevel) / kLevelRange;
    if (anchors.scale == Anchors::Scale::linear)
        return anchors.lowest + position * (anchors.highest - anchors.lowest);
    return std::exp(std::log(anchors.lowest) + position * logarithmicLength(anchors));
}

double slopeInLogarithm(double raw, const Anchors &anchors)
{
    return anchors.scale == Anchors::Scale::logarithmic
               ? kLevelRange / logarithmicLength(anchors)
               : kLevelRange * raw / (anchors.highest - anchors.lowest);
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

Rating onAnchors(Rating rating, const std::optional<Anchors> &anchors)
{
    if (rating.raw && anchors && areUsable(*anchors))
        rating.level = levelOf(*rating.raw, *anchors);
    return rating;
}

Plateau plateauOf(const Rating &rating, const std::optional<Anchors> &anchors)
{
    if (!rating.raw || !anchors)
        return Plateau::none;
    const double level = axisLevelOf(*rating.raw, *anchors);
    if (level > kHighestLevel)
        return Plateau::moreThanNeeded;
    return level < kLowestLevel ? Plateau::farFromEnough : Plateau::none;
}

} // namespace weighbridge::decision
