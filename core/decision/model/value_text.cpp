// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/value_text.h"

#include "core/base/figure_text.h"
#include "core/decision/model/value_function.h"
#include "core/decision/model/words.h"

#include <cmath>

namespace weighbridge::decision
{

QString scoreText(double score)
{
    return readersLocale().toString(score, 'f', 2);
}

QString levelText(double level)
{
    const double rounded = std::round(level * 10) / 10;
    return readersLocale().toString(rounded, 'f', rounded == std::floor(rounded) ? 0 : 1);
}

QString rawText(double raw, const QString &unit)
{
    QString number;
    if (std::abs(raw) < 100 || std::abs(raw) >= 1e15) {
        number = readersLocale().toString(raw, 'g', 3);
    } else {
        const double digit = std::pow(10.0, std::floor(std::log10(std::abs(raw))) - 2);
        number = readersLocale().toString(std::round(raw / digit) * digit, 'f', 0);
    }
    return unit.isEmpty() ? number : QStringLiteral("%1 %2").arg(number, unit);
}

QString figureText(const Rating &rating, const std::optional<Anchors> &anchors,
                   const QString &separator)
{
    if (!rating.raw || !anchors)
        return {};
    const QString figure = rawText(*rating.raw, anchors->unit);
    switch (plateauOf(rating, anchors)) {
    case Plateau::moreThanNeeded:
        return figure + separator +
               (anchors->highest > anchors->lowest ? Words::tr("more than needed")
                                                   : Words::tr("better than needed"));
    case Plateau::farFromEnough:
        return figure + separator + Words::tr("far from enough");
    case Plateau::none:
        return figure;
    }
    Q_UNREACHABLE();
}

QString asKnown(const QString &figure, Provenance provenance)
{
    return provenance == Provenance::measured ? figure
                                              : Words::tr("about %1", "a figure").arg(figure);
}

QString cellWords(const Need &need, const Rating &rating, const QString &separator)
{
    const QString figure = figureText(rating, need.anchors, separator);
    const bool wordsCount = !rating.words.isEmpty() && !need.anchorsBeforeAnswers &&
                            rating.provenance != Provenance::measured;
    return figure.isEmpty() || wordsCount ? rating.words : asKnown(figure, rating.provenance);
}

QString listText(QStringList names)
{
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    return Words::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

QString chanceText(double chance)
{
    if (chance < 0.01)
        return QStringLiteral("<1%");
    if (chance > 0.99)
        return QStringLiteral(">99%");
    return QStringLiteral("%1%").arg(std::lround(chance * 100));
}

QString shareText(double share)
{
    return QStringLiteral("%1%").arg(std::lround(share * 100));
}

} // namespace weighbridge::decision
