// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/quantity.h"

#include "core/results/words.h"

namespace weighbridge::results
{

namespace
{

/// "Files", counted in files.
bool saysUnit(const QString &title, const QString &unit)
{
    return title.compare(unit, Qt::CaseInsensitive) == 0;
}

} // namespace

QString valueText(const Quantity &quantity, double value, const QLocale &locale)
{
    return quantity.notation == Notation::count ? grouped(value, locale) : figure(value, locale);
}

QString valueWithUnit(const Quantity &quantity, double value, const QLocale &locale)
{
    return QStringLiteral("%1 %2").arg(valueText(quantity, value, locale), quantity.unit);
}

QString intervalText(const Quantity &quantity, const Interval &interval, const QLocale &locale)
{
    if (!interval.hasRange())
        return {};
    const QString low = valueText(quantity, interval.low, locale);
    const QString high = valueText(quantity, interval.high, locale);
    return low == high ? QString() : QStringLiteral("%1–%2").arg(low, high);
}

QString summaryText(const Quantity &quantity, const Interval &summary, const QLocale &locale)
{
    const QString text = valueWithUnit(quantity, summary.median, locale);
    const QString range = intervalText(quantity, summary, locale);
    return range.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, range);
}

QString noFigure()
{
    return QStringLiteral("–");
}

QString headingOf(const Quantity &quantity)
{
    return saysUnit(quantity.shortTitle, quantity.unit)
               ? quantity.shortTitle
               : QStringLiteral("%1 %2").arg(quantity.shortTitle, quantity.unit);
}

QString unitAndDirection(const Quantity &quantity)
{
    const QString better =
        quantity.moreIsBetter() ? Words::tr("more is better") : Words::tr("less is better");
    return saysUnit(quantity.title, quantity.unit)
               ? better
               : QStringLiteral("%1 · %2").arg(quantity.unit, better);
}

} // namespace weighbridge::results
