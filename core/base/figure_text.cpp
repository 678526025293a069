// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/figure_text.h"

#include <cmath>

namespace weighbridge
{

QLocale plainLocale()
{
    return {QLocale::English, QLocale::UnitedStates};
}

QLocale readersLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? plainLocale() : locale;
}

QString grouped(double value, const QLocale &locale)
{
    return locale.toString(value, 'f', 0);
}

QString figure(double value, const QLocale &locale)
{
    const double size = std::abs(value);
    const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return locale.toString(value, 'f', decimals);
}

QString figureOrDash(const std::optional<double> &value)
{
    return value ? figure(*value) : QStringLiteral("-");
}

} // namespace weighbridge
