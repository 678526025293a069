// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/validity_words.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::results::validity
{

QString percent(double share)
{
    return QString::number(share * 100, 'f', share < 0.01 ? 2 : 1) + QStringLiteral(" %");
}

QString duration(double seconds)
{
    return seconds < 1 ? Words::tr("%1 ms").arg(figure(seconds * 1000))
                       : Words::tr("%1 s").arg(figure(seconds));
}

std::optional<Grade> gradeOf(double share, const threshold::Steps &steps)
{
    if (share > steps.invalid)
        return Grade::invalid;
    if (share > steps.doubtful)
        return Grade::doubtful;
    if (share > steps.noted)
        return Grade::noted;
    return std::nullopt;
}

double roundedUp(double value)
{
    if (!(value > 0) || !std::isfinite(value))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * power)
            return std::max(1.0, step * power);
    }
    return std::max(1.0, 10 * power);
}

} // namespace weighbridge::results::validity
