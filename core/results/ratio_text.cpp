// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/ratio_text.h"

#include "core/results/quantity.h"
#include "core/results/words.h"

namespace weighbridge::results
{

namespace
{

} // namespace

QString rangeText(const Ratio &ratio, const QLocale &locale)
{
    return ratio.hasRange()
               ? QStringLiteral("%1–%2").arg(figure(ratio.low, locale), figure(ratio.high, locale))
               : QString();
}

QString ratioText(const Ratio &ratio, const QLocale &locale)
{
    const QString range = rangeText(ratio, locale);
    const QString text = figure(ratio.ratio, locale);
    return range.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, range);
}

QString sameness(const Ratio &ratio, const QLocale &locale)
{
    if (ratio.different)
        return {};
    const Quantity *quantity = findQuantity(ratio.quantity);
    const bool counted = quantity && quantity->variation == Variation::none;
    if (counted || (ratio.ratio == 1 && !ratio.hasRange()))
        return Words::tr("the same");
    // The rounds agree that there is a difference, but not on one that means anything.
    const bool severalRounds = ratio.detectableDifference.has_value();
    if (severalRounds && ratio.floor > 0 && (ratio.low > 1 || ratio.high < 1))
        return Words::tr("cannot be told apart: two copies of one program differ by up to %1 %")
            .arg(figure(ratio.floor * 100, locale));
    if (!ratio.hasRange())
        return Words::tr("one round: no statement about noise");
    // Earlier versions wrote 0 where nothing can be said.
    if (ratio.detectableDifference.value_or(0) <= 0)
        return Words::tr("cannot be told apart");
    return Words::tr("cannot be told apart; this plan would have seen a difference of %1 %")
        .arg(figure(*ratio.detectableDifference * 100, locale));
}

} // namespace weighbridge::results
