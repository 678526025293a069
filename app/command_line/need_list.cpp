// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/need_list.h"

#include "core/base/json/values.h"

#include <QJsonArray>

namespace weighbridge::app
{

using namespace decision;

namespace
{

QString needText(const Need &need)
{
    QString text = QStringLiteral("  %1\n      %2\n").arg(need.id, need.name);
    if (!need.hint.isEmpty())
        text += QStringLiteral("      %1\n").arg(need.hint);
    QStringList measured;
    if (need.anchors)
        measured << QStringLiteral("in %1").arg(need.anchors->unit);
    if (!need.workload.isEmpty())
        measured << QStringLiteral("measured by the workload '%1'").arg(need.workload);
    if (!measured.isEmpty())
        text += QStringLiteral("      %1\n").arg(measured.join(QStringLiteral(", ")));
    return text;
}

QJsonObject needJson(const Need &need, bool inTable)
{
    return {{QStringLiteral("id"), need.id},
            {QStringLiteral("name"), need.name},
            {QStringLiteral("hint"), json::orNull(need.hint)},
            {QStringLiteral("unit"),
             need.anchors ? json::orNull(need.anchors->unit) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("workload"), json::orNull(need.workload)},
            {QStringLiteral("in_table"), inTable},
            {QStringLiteral("weight"),
             inTable ? QJsonValue(need.weight) : QJsonValue(QJsonValue::Null)}};
}

/// Those of the knowledge base that the table lacks.
std::vector<const Need *> otherNeeds(const knowledge::Catalogue &catalogue,
                                     const Decision &decision)
{
    std::vector<const Need *> others;
    for (const Need &need : catalogue.languages.needs) {
        if (!decision.findNeed(need.id))
            others.push_back(&need);
    }
    return others;
}

} // namespace

QString needsText(const knowledge::Catalogue &catalogue, const Decision &decision)
{
    QString text = decision.needs.empty() ? QStringLiteral("No need is in the table yet.\n")
                                          : QStringLiteral("In the table\n");
    for (const Need &need : decision.needs)
        text += needText(need);
    const std::vector<const Need *> others = otherNeeds(catalogue, decision);
    if (!others.empty())
        text += QStringLiteral("Not in the table\n");
    for (const Need *need : others)
        text += needText(*need);
    return text;
}

QJsonObject needsJson(const knowledge::Catalogue &catalogue, const Decision &decision)
{
    QJsonArray needs;
    for (const Need &need : decision.needs)
        needs.append(needJson(need, true));
    for (const Need *need : otherNeeds(catalogue, decision))
        needs.append(needJson(*need, false));
    return {{QStringLiteral("needs"), needs}};
}

} // namespace weighbridge::app
