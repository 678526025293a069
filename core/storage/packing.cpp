// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/packing.h"

#include <QJsonArray>
#include <QStringList>

#include <vector>

namespace weighbridge::storage
{

namespace
{

using Conversion = QJsonValue (*)(const QJsonValue &list);

/// One object of lists out of a list of objects with the same fields; anything else unchanged.
QJsonValue packed(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    const QStringList keys = list.first().toObject().keys();
    if (keys.isEmpty())
        return value;
    std::vector<QJsonArray> columns(static_cast<std::size_t>(keys.size()));
    for (const QJsonValue &element : list) {
        const QJsonObject object = element.toObject();
        if (object.size() != keys.size())
            return value;
        auto column = columns.begin();
        auto key = keys.begin();
        for (auto field = object.begin(); field != object.end(); ++field, ++key, ++column) {
            if (field.key() != *key)
                return value;
            column->append(field.value());
        }
    }
    QJsonObject table;
    for (qsizetype i = 0; i < keys.size(); ++i)
        table.insert(keys[i], columns[static_cast<std::size_t>(i)]);
    return table;
}

/// The list of objects; anything that packed() cannot have made unchanged, for the reader to
/// refuse.
QJsonValue unpacked(const QJsonValue &value)
{
    const QJsonObject table = value.toObject();
    if (table.isEmpty())
        return value;
    const qsizetype rows = table.begin()->toArray().size();
    std::vector<QJsonObject> objects(static_cast<std::size_t>(rows));
    for (auto column = table.begin(); column != table.end(); ++column) {
        const QJsonArray fields = column->toArray();
        if (!column->isArray() || fields.size() != rows)
            return value;
        for (qsizetype row = 0; row < rows; ++row)
            objects[static_cast<std::size_t>(row)].insert(column.key(), fields.at(row));
    }
    QJsonArray list;
    for (const QJsonObject &object : objects)
        list.append(object);
    return list;
}

void convertField(QJsonObject &object, const QString &key, Conversion convert)
{
    if (const auto found = object.find(key); found != object.end())
        *found = convert(*found);
}

/// Each object of the list under `key`, changed; what is no list of objects stays.
template <typename Change> void changeEach(QJsonObject &object, const QString &key, Change change)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->isArray())
        return;
    QJsonArray list = found->toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (!list.at(i).isObject())
            continue;
        QJsonObject element = list.at(i).toObject();
        change(element);
        list[i] = element;
    }
    *found = list;
}

QJsonObject converted(QJsonObject run, Conversion convert)
{
    convertField(run, QStringLiteral("ratios"), convert);
    changeEach(run, QStringLiteral("results"), [convert](QJsonObject &result) {
        changeEach(result, QStringLiteral("rounds_detail"), [convert](QJsonObject &round) {
            convertField(round, QStringLiteral("samples"), convert);
        });
    });
    return run;
}

} // namespace

QJsonObject packedRun(QJsonObject run)
{
    return converted(std::move(run), packed);
}

QJsonObject unpackedRun(QJsonObject run)
{
    return converted(std::move(run), unpacked);
}

} // namespace weighbridge::storage
