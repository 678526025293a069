// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/figure_text.h"

#include <QLocale>

#include <cmath>

namespace weighbridge
{

QString grouped(double value)
{
    return QLocale(QLocale::English).toString(value, 'f', 0);
}

QString figure(double value)
{
    const double size = std::abs(value);
    if (size >= 100)
        return grouped(value);
    const int decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return QString::number(value, 'f', decimals);
}

} // namespace weighbridge
