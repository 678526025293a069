// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/nice_axis.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace weighbridge::charts
{

namespace
{
/// The smallest of 1, 2, 5 × 10^k at or above `value`.
double roundUp(double value)
{
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * decade >= value * (1 - 1e-12))
            return factor * decade;
    }
    return 10 * decade;
}
} // namespace

NiceAxis niceLinearAxis(double high, int count)
{
    NiceAxis axis;
    if (!(high > 0) || !std::isfinite(high))
        high = 1;
    const double step = roundUp(high / std::max(1, count));
    axis.high = std::ceil(high / step - 1e-9) * step;
    const int steps = int(std::lround(axis.high / step));
    for (int i = 0; i <= steps; ++i)
        axis.ticks.push_back(i * step);
    return axis;
}

NiceAxis niceLogAxis(double low, double high)
{
    NiceAxis axis;
    if (!(low > 0) || !std::isfinite(low))
        low = 1;
    if (!(high > low) || !std::isfinite(high))
        high = low * 10;
    const int first = int(std::floor(std::log10(low) + 1e-9));
    axis.low = std::pow(10, first);
    axis.high = std::max(roundUp(high), axis.low * 10);
    for (int decade = first; std::pow(10, decade) <= axis.high * (1 + 1e-9); ++decade)
        axis.ticks.push_back(std::pow(10, decade));
    return axis;
}

QString shortNumber(double value)
{
    struct Suffix {
        double unit;
        QLatin1String text;
    };
    static const std::array suffixes = {Suffix{1e9, QLatin1String("G")},
                                        Suffix{1e6, QLatin1String("M")},
                                        Suffix{1e3, QLatin1String("k")}};
    // What rounds to the unit takes its letter: 999.9 is "1k", not "1e+03".
    constexpr double kRoundsUp = 0.9995;
    for (const Suffix &suffix : suffixes) {
        if (std::abs(value) >= suffix.unit * kRoundsUp)
            return QLocale().toString(value / suffix.unit, 'g', 3) + suffix.text;
    }
    return QLocale().toString(value, 'g', 3);
}

std::vector<QPointF> thinned(const std::vector<QPointF> &points, std::size_t most)
{
    if (points.size() <= most || most < 2)
        return points;
    const std::size_t buckets = most / 2;
    std::vector<QPointF> kept;
    kept.reserve(2 * buckets);
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        const auto begin = points.begin() + std::ptrdiff_t(bucket * points.size() / buckets);
        const auto end = points.begin() + std::ptrdiff_t((bucket + 1) * points.size() / buckets);
        auto [least, greatest] = std::minmax_element(
            begin, end, [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
        if (greatest < least)
            std::swap(least, greatest);
        kept.push_back(*least);
        if (greatest != least)
            kept.push_back(*greatest);
    }
    return kept;
}

} // namespace weighbridge::charts
