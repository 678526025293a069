// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace weighbridge::app
{

/// LEFT=RIGHT, both without blanks around them.
struct Assignment {
    QString left;
    QString right;
};

/// Nothing where it is not of this form.
[[nodiscard]] std::optional<Assignment> assignment(const QString &text);

/// A number from `least` to `most`, written with a point; or what is wrong with the text.
[[nodiscard]] QString readNumber(const QString &what, const QString &text, double least, double most,
                                 double &number);
/// The same for a whole number.
[[nodiscard]] QString readWhole(const QString &what, const QString &text, int least, int most,
                                int &number);

/// Puts the id of a need of the table in the place of `need`, which may be its name as well. One
/// that only the knowledge base has is added without weight. Says what is wrong otherwise.
[[nodiscard]] QString findOrAddNeed(decision::Decision &decision, QString &need);
/// The same for needs that must be in the table.
[[nodiscard]] QString findNeed(const decision::Decision &decision, QString &need);
/// The same for alternatives.
[[nodiscard]] QString findAlternative(const decision::Decision &decision, QString &alternative);
/// Whether there is a need of this id or name, in the table or in the knowledge base.
[[nodiscard]] bool isNeed(const decision::Decision &decision, const QString &text);
/// NEED/ALTERNATIVE of the table, as ids; a need that only the knowledge base has is added.
[[nodiscard]] QString findCell(decision::Decision &decision, const QString &text, QString &need,
                               QString &alternative);
/// NEED/NEED in the same way.
[[nodiscard]] QString findPair(decision::Decision &decision, const QString &text, QString &first,
                               QString &second);

template <typename List> [[nodiscard]] QStringList idsOf(const List &list)
{
    QStringList ids;
    for (const auto &each : list)
        ids << each.id;
    return ids;
}

} // namespace weighbridge::app
