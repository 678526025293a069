// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <QString>
#include <QStringList>

namespace weighbridge::decision
{

/// "3.86".
[[nodiscard]] QString scoreText(double score);
/// Whole numbers without decimals, halves with one: "4", "3.5".
[[nodiscard]] QString levelText(double level);
/// A raw value with its unit, three significant digits: "7,300 requests/s".
[[nodiscard]] QString rawText(double raw, const QString &unit);

/// The raw figure of a rating with its unit, and what it means on a plateau: "164,000 requests/s,
/// more than needed", "18.3 MiB, better than needed", with `separator` between. Empty where the
/// rating has none.
[[nodiscard]] QString figureText(const Rating &rating, const std::optional<Anchors> &anchors,
                                 const QString &separator = QStringLiteral(", "));

/// "about 12,000 requests/s" where nobody has measured the figure, otherwise the figure alone.
[[nodiscard]] QString asKnown(const QString &figure, Provenance provenance);

/// What stands beside the level of a cell: the measured or estimated figure, else the source's
/// words. Words that were said of another requirement make place for the figure.
[[nodiscard]] QString cellWords(const Need &need, const Rating &rating,
                                const QString &separator = QStringLiteral(", "));

/// "A, B and C".
[[nodiscard]] QString listText(QStringList names);

/// "35%".
[[nodiscard]] QString shareText(double share);
/// "Go 66 %": whole per cent, "<1%" and ">99%" instead of 0 and 100.
[[nodiscard]] QString chanceText(double chance);

} // namespace weighbridge::decision
