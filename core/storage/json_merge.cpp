// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/json_merge.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace weighbridge::storage
{

namespace
{

/// What tells an object from the others of its list; empty where nothing does.
QString identityOf(const QJsonObject &object)
{
    static const QStringList keys{QStringLiteral("id"),          QStringLiteral("origin"),
                                  QStringLiteral("question"),    QStringLiteral("need"),
                                  QStringLiteral("alternative"), QStringLiteral("target"),
                                  QStringLiteral("level")}; // the name of one, on the shelf
    QString identity;
    for (const QString &key : keys) {
        const QJsonValue value = object.value(key);
        if (value.isString())
            identity += key + QLatin1Char('=') + value.toString() + QLatin1Char('\n');
    }
    return identity;
}

QJsonValue merged(const QJsonValue &current, const QJsonValue &earlier);

QJsonArray mergedArray(QJsonArray current, const QJsonArray &earlier)
{
    QHash<QString, QJsonObject> byIdentity;
    for (const QJsonValue &value : earlier) {
        const QString identity = identityOf(value.toObject());
        if (!identity.isEmpty())
            byIdentity.insert(identity, value.toObject());
    }
    for (qsizetype i = 0; i < current.size(); ++i) {
        const QJsonValue value = current.at(i);
        if (!value.isObject() && !value.isArray())
            continue;
        const QString identity = identityOf(value.toObject());
        if (!identity.isEmpty()) {
            if (byIdentity.contains(identity))
                current[i] = withFieldsKept(value.toObject(), byIdentity.value(identity));
        } else if (current.size() == earlier.size()) {
            current[i] = merged(value, earlier.at(i));
        }
    }
    return current;
}

QJsonValue merged(const QJsonValue &current, const QJsonValue &earlier)
{
    if (current.isObject() && earlier.isObject())
        return withFieldsKept(current.toObject(), earlier.toObject());
    if (current.isArray() && earlier.isArray())
        return mergedArray(current.toArray(), earlier.toArray());
    return current;
}

} // namespace

QJsonObject withFieldsKept(QJsonObject current, const QJsonObject &earlier)
{
    for (auto it = earlier.constBegin(); it != earlier.constEnd(); ++it) {
        const auto found = current.find(it.key());
        if (found == current.end())
            current.insert(it.key(), it.value());
        else
            *found = merged(*found, it.value());
    }
    return current;
}

} // namespace weighbridge::storage
