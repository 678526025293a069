// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/level_switch.h"

#include "core/decision/model/decision.h"

#include <QHash>
#include <QJsonArray>

namespace weighbridge::storage
{

namespace
{

constexpr QLatin1String kLevel("level"); // keys of the document
constexpr QLatin1String kAlternatives("alternatives");
constexpr QLatin1String kNeeds("needs");
constexpr QLatin1String kRatings("ratings");
constexpr QLatin1String kRows("rows");
constexpr QLatin1String kNeed("need");
constexpr QLatin1String kId("id");
constexpr QLatin1String kShelf("shelf");

/// The shelf's element for the table on show: its fields alone, the shelf's own come by merging.
QJsonObject shelvedTable(const QJsonObject &decision, const QString &level)
{
    QJsonArray rows;
    for (const QJsonValue &need : decision.value(kNeeds).toArray())
        rows.append(QJsonObject{{kNeed, need[kId]}, {kRatings, need[kRatings]}});
    return {{kLevel, level}, {kAlternatives, decision.value(kAlternatives)}, {kRows, rows}};
}

void takeDown(QJsonObject &decision, const QJsonObject &shelved)
{
    QHash<QString, QJsonValue> ratings;
    for (const QJsonValue &row : shelved.value(kRows).toArray())
        ratings.insert(row[kNeed].toString(), row[kRatings]);
    QJsonArray needs = decision.value(kNeeds).toArray();
    for (qsizetype i = 0; i < needs.size(); ++i) {
        QJsonObject need = needs.at(i).toObject();
        need[kRatings] = ratings.value(need.value(kId).toString(), QJsonArray());
        needs[i] = need;
    }
    decision[kNeeds] = needs;
    decision[kAlternatives] = shelved.value(kAlternatives).toArray();
}

} // namespace

QJsonObject switchedToLevel(QJsonObject decision, const QString &level)
{
    const QString shown = decision.value(kLevel).toString(nameOf(decision::Comparison::languages));
    if (shown == level)
        return decision;
    const QJsonArray earlierShelf = decision.value(kShelf).toArray();
    QJsonArray shelf;
    QJsonObject taken;
    for (const QJsonValue &each : earlierShelf) {
        if (each[kLevel].toString() == level)
            taken = each.toObject();
        else if (each[kLevel].toString() != shown)
            shelf.append(each);
    }
    shelf.append(shelvedTable(decision, shown));
    takeDown(decision, taken);
    decision[kLevel] = level;
    decision[kShelf] = shelf;
    return decision;
}

} // namespace weighbridge::storage
