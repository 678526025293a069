// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <algorithm>
#include <vector>

namespace weighbridge::views
{

/// The best two of `scores` (parallel to the alternatives), best first: "Go 3.86, Python 3.71".
[[nodiscard]] QString scoresText(const decision::Decision &decision,
                                 const std::vector<double> &scores);

/// The weights of the table as a list; needs without weight are left out.
[[nodiscard]] std::vector<decision::NeedWeight> weightsOf(const decision::Decision &decision);
/// The decision with a list of weights in place of those of the table.
[[nodiscard]] decision::Decision seenWith(decision::Decision decision,
                                          const std::vector<decision::NeedWeight> &weights);

/// The one of `items` with this id; nullptr where it is gone.
template <typename Items> [[nodiscard]] auto *findById(Items &items, QStringView id)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [id](const auto &item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

/// "person-3": an id that none of `items` has.
template <typename Items> [[nodiscard]] QString freeId(const Items &items, const QString &stem)
{
    QString id;
    int number = int(items.size());
    do
        id = QStringLiteral("%1-%2").arg(stem).arg(++number);
    while (
        std::any_of(items.begin(), items.end(), [&](const auto &item) { return item.id == id; }));
    return id;
}

} // namespace weighbridge::views
