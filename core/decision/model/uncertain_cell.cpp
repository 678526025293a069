// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/uncertain_cell.h"

#include "core/decision/model/distributions.h"
#include "core/decision/model/value_function.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace weighbridge::decision
{

namespace
{

/// Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
double studentCumulative(int degreesOfFreedom, double x)
{
    const double angle = std::atan(x / std::sqrt(static_cast<double>(degreesOfFreedom)));
    const double square = std::cos(angle) * std::cos(angle);
    const bool isOdd = degreesOfFreedom % 2 == 1;
    double term = isOdd ? std::cos(angle) : 1;
    double sum = degreesOfFreedom == 1 ? 0 : term;
    for (int k = isOdd ? 3 : 2; k < degreesOfFreedom; k += 2) {
        term *= square * (k - 1) / k;
        sum += term;
    }
    const double central =
        isOdd ? 2 / std::numbers::pi * (angle + std::sin(angle) * sum) : std::sin(angle) * sum;
    return 0.5 * (1 + central);
}

} // namespace

double cumulative(DrawKind kind, double x)
{
    switch (kind.shape) {
    case DrawKind::Shape::triangular:
        if (std::abs(x) >= 1)
            return x > 0 ? 1 : 0;
        return x < 0 ? 0.5 * (1 + x) * (1 + x) : 1 - 0.5 * (1 - x) * (1 - x);
    case DrawKind::Shape::uniform:
        return std::clamp(0.5 * (1 + x), 0.0, 1.0);
    case DrawKind::Shape::normal:
        return normalCdf(x);
    case DrawKind::Shape::studentT:
        return studentCumulative(kind.degreesOfFreedom, x);
    }
    Q_UNREACHABLE();
}

double UncertainCell::level() const
{
    return hasPlateaus ? std::clamp(centre, kLowestLevel, kHighestLevel) : centre;
}

bool UncertainCell::reachesPlateau() const
{
    if (!hasPlateaus)
        return false;
    constexpr double kNegligible = 0.001;
    return !kind || cumulative(*kind, (kLowestLevel - centre) / scale) > kNegligible ||
           cumulative(*kind, (kHighestLevel - centre) / scale) < 1 - kNegligible;
}

Moments UncertainCell::moments() const
{
    if (!kind)
        return {level(), 0};
    if (!reachesPlateau()) {
        const double square = scale * scale;
        const int df = kind->degreesOfFreedom;
        switch (kind->shape) {
        case DrawKind::Shape::triangular:
            return {centre, square / 6};
        case DrawKind::Shape::uniform:
            return {centre, square / 3};
        case DrawKind::Shape::studentT:
            return {centre, df > 2 ? square * df / (df - 2) : square};
        case DrawKind::Shape::normal:
            return {centre, square};
        }
    }
    // E[X] = 5 − ∫F and E[X²] = 25 − ∫2xF over 1–5, by Simpson's rule.
    constexpr int kSteps = 32;
    constexpr double kStep = (kHighestLevel - kLowestLevel) / kSteps;
    double first = 0;
    double second = 0;
    for (int n = 0; n <= kSteps; ++n) {
        const double x = kLowestLevel + n * kStep;
        const double factor = n == 0 || n == kSteps ? 1 : n % 2 == 1 ? 4 : 2;
        const double below = factor * kStep / 3 * cumulative(*kind, (x - centre) / scale);
        first += below;
        second += 2 * x * below;
    }
    const double mean = kHighestLevel - first;
    return {mean, std::max(0.0, kHighestLevel * kHighestLevel - second - mean * mean)};
}

double UncertainCell::chanceAtLeast(double threshold) const
{
    if (hasPlateaus && threshold <= kLowestLevel)
        return 1;
    if (!kind)
        return level() >= threshold ? 1 : 0;
    return 1 - cumulative(*kind, (threshold - centre) / scale);
}

UncertainCell uncertainCell(const Decision &decision, std::size_t need, std::size_t alternative)
{
    const Need &row = decision.needs[need];
    const Rating &rating = row.ratings[alternative];
    UncertainCell cell;
    if (!rating.level) {
        cell.kind = DrawKind{DrawKind::Shape::uniform, 0};
        cell.centre = (kLowestLevel + kHighestLevel) / 2;
        cell.scale = (kHighestLevel - kLowestLevel) / 2;
        return cell;
    }
    cell.centre = *rating.level;
    if (rating.raw && row.anchors) {
        cell.hasPlateaus = true;
        cell.centre = axisLevelOf(*rating.raw, *row.anchors);
    }
    const Spread &spread = rating.spread;
    if (spread.kind == Spread::Kind::studentT) {
        cell.scale = spread.standardError;
        cell.shared = SharedDoubt::run;
        cell.sharedPart = spread.commonDrift;
        cell.kind = spread.degreesOfFreedom > 0
                        ? DrawKind{DrawKind::Shape::studentT, spread.degreesOfFreedom}
                        : DrawKind{DrawKind::Shape::normal, 0};
    } else {
        cell.kind = DrawKind{DrawKind::Shape::triangular, 0};
        cell.shared = SharedDoubt::alternative;
        cell.sharedPart = decision.judgementCorrelation;
        cell.scale = decision.ratingHalfWidth();
        if (spread.kind == Spread::Kind::triangular)
            cell.scale = spread.halfWidth;
        else if (spread.kind == Spread::Kind::factor && cell.hasPlateaus)
            // A factor of doubt is meant for "some" doubt, whose half-width is one level.
            cell.scale *= std::abs(slopeInLogarithm(*rating.raw, *row.anchors)) *
                          std::log(spread.factor) / halfWidthOf(Doubt::some);
    }
    if (cell.scale <= 0 || !std::isfinite(cell.centre))
        cell.kind.reset();
    return cell;
}

} // namespace weighbridge::decision
