// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/sampling/quantile_table.h"

#include "core/decision/model/distributions.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace weighbridge::decision
{

namespace
{

constexpr double kStep = 1.0 / kTableStepsPerUnit;

/// ln φ(z).
double logDensity(double z)
{
    constexpr double kHalfLogTwoPi = 0.91893853320467274;
    return -0.5 * z * z - kHalfLogTwoPi;
}

/// One step of the classical Runge–Kutta method for y' = slope(z, y).
template <typename Slope> double rungeKutta(double z, double y, const Slope &slope)
{
    const double a = slope(z, y);
    const double b = slope(z + 0.5 * kStep, y + 0.5 * kStep * a);
    const double c = slope(z + 0.5 * kStep, y + 0.5 * kStep * b);
    const double d = slope(z + kStep, y + kStep * c);
    return y + kStep / 6 * (a + 2 * b + 2 * c + d);
}

/// y = ln x where Gamma(shape) has the probability e^target below x, target far in the lower tail:
/// Newton on ln F, which is concave in y, from a bound below.
double logQuantileInLowerTail(double shape, double target)
{
    const double logGamma = std::lgamma(shape + 1);
    double y = (target + logGamma) / shape;
    constexpr int kMostSteps = 60;
    for (int step = 0; step < kMostSteps; ++step) {
        const double x = std::exp(y);
        double term = 1;
        double series = 1; // F = x^s e^{−x} / Γ(s + 1) · Σ x^k / ((s + 1) … (s + k))
        for (int k = 1; term > 1e-17 * series; ++k) {
            term *= x / (shape + k);
            series += term;
        }
        const double gap = target - (shape * y - x - logGamma + std::log(series));
        const double slope = shape / series; // d ln F / dy = x f / F
        y += gap / slope;
        if (std::abs(gap) < 1e-13 * std::max(1.0, std::abs(target)))
            break;
    }
    return y;
}

/// A symmetric distribution from its upper half: x at z ≥ 0.
template <typename Upper>
void fillSymmetric(std::array<float, kTableSteps + 1> &values, const Upper &upper)
{
    constexpr int kMiddle = kTableSteps / 2;
    for (int n = 0; n <= kMiddle; ++n) {
        const auto x = static_cast<float>(upper(n * kStep));
        values[static_cast<std::size_t>(kMiddle + n)] = x;
        values[static_cast<std::size_t>(kMiddle - n)] = -x;
    }
}

} // namespace

QuantileTable QuantileTable::gamma(double shape)
{
    Q_ASSERT(shape > 0);
    QuantileTable table;
    const double logGamma = std::lgamma(shape);
    const auto slope = [&](double z, double y) { // of y = ln x
        return std::exp(logDensity(z) + logGamma - shape * y + std::exp(y));
    };
    double y = logQuantileInLowerTail(shape, std::log(normalCdf(-kTableReach)));
    for (int point = 0; point <= kTableSteps; ++point) {
        table.m_values[static_cast<std::size_t>(point)] = static_cast<float>(std::exp(y));
        y = rungeKutta(zOf(point), y, slope);
    }
    return table;
}

QuantileTable QuantileTable::heldWithin(double centre, double scale, double least,
                                        double greatest) const
{
    QuantileTable held;
    for (std::size_t point = 0; point < m_values.size(); ++point) {
        const double value = centre + scale * static_cast<double>(m_values[point]);
        held.m_values[point] = static_cast<float>(std::clamp(value, least, greatest));
    }
    return held;
}

QuantileTable QuantileTable::normal()
{
    QuantileTable table;
    fillSymmetric(table.m_values, [](double z) { return z; });
    return table;
}

QuantileTable QuantileTable::triangular()
{
    QuantileTable table;
    fillSymmetric(table.m_values, [](double z) { return 1 - std::sqrt(2 * normalCdf(-z)); });
    return table;
}

QuantileTable QuantileTable::uniform()
{
    QuantileTable table;
    fillSymmetric(table.m_values, [](double z) { return 1 - 2 * normalCdf(-z); });
    return table;
}

QuantileTable QuantileTable::studentT(int degreesOfFreedom)
{
    Q_ASSERT(degreesOfFreedom >= 1);
    QuantileTable table;
    if (degreesOfFreedom == 1) {
        fillSymmetric(table.m_values,
                      [](double z) { return 1 / std::tan(std::numbers::pi * normalCdf(-z)); });
        return table;
    }
    if (degreesOfFreedom == 2) {
        fillSymmetric(table.m_values, [](double z) {
            const double q = normalCdf(-z);
            return (1 - 2 * q) / std::sqrt(2 * q * (1 - q));
        });
        return table;
    }
    const double df = degreesOfFreedom;
    const double constant =
        std::lgamma(0.5 * (df + 1)) - std::lgamma(0.5 * df) - 0.5 * std::log(df * std::numbers::pi);
    const auto slope = [&](double z, double x) {
        return std::exp(logDensity(z) - constant + 0.5 * (df + 1) * std::log1p(x * x / df));
    };
    double x = 0;
    fillSymmetric(table.m_values, [&](double z) { // called in ascending order
        const double here = x;
        x = rungeKutta(z, x, slope);
        return here;
    });
    return table;
}

} // namespace weighbridge::decision
