// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/json_fields.h"

#include <QJsonArray>

#include <cmath>
#include <limits>
#include <utility>

namespace weighbridge::storage
{

namespace
{

QString typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("true or false");
    case QJsonValue::Double:
        return QStringLiteral("a number");
    case QJsonValue::String:
        return QStringLiteral("text");
    case QJsonValue::Array:
        return QStringLiteral("a list");
    case QJsonValue::Object:
        return QStringLiteral("an object");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("missing");
}

QString wrongType(const QJsonValue &value, QJsonValue::Type wanted)
{
    return QStringLiteral("is %1, not %2").arg(typeName(value.type()), typeName(wanted));
}

} // namespace

JsonFields::JsonFields(QJsonObject object, QString path, QString &defect)
    : m_object(std::move(object)), m_path(std::move(path)), m_defect(&defect)
{
}

QString JsonFields::place(const QString &key) const
{
    if (m_path.isEmpty() || key.isEmpty())
        return m_path + key;
    return m_path + QLatin1Char('.') + key;
}

void JsonFields::reject(const QString &key, const QString &what) const
{
    if (m_defect->isEmpty())
        *m_defect = place(key) + QLatin1Char(' ') + what;
}

bool JsonFields::has(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QJsonValue JsonFields::valueOfType(const QString &key, QJsonValue::Type type) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return QJsonValue::Undefined;
    if (value.type() != type) {
        reject(key, wrongType(value, type));
        return QJsonValue::Undefined;
    }
    return value;
}

QString JsonFields::text(const QString &key, const QString &missing) const
{
    return valueOfType(key, QJsonValue::String).toString(missing);
}

QString JsonFields::identifier(const QString &key) const
{
    const QString found = text(key);
    if (found.isEmpty())
        reject(key, QStringLiteral("is missing"));
    return found;
}

double JsonFields::number(const QString &key, double missing) const
{
    return optionalNumber(key).value_or(missing);
}

std::optional<double> JsonFields::optionalNumber(const QString &key) const
{
    const QJsonValue value = valueOfType(key, QJsonValue::Double);
    if (value.isUndefined())
        return std::nullopt;
    const double number = value.toDouble();
    if (!std::isfinite(number)) {
        reject(key, QStringLiteral("is not a finite number"));
        return std::nullopt;
    }
    return number;
}

int JsonFields::integer(const QString &key, int missing) const
{
    const double found = number(key, missing);
    if (found != std::trunc(found) || std::abs(found) > std::numeric_limits<int>::max()) {
        reject(key, QStringLiteral("is %1, not a whole number").arg(found));
        return missing;
    }
    return static_cast<int>(found);
}

bool JsonFields::flag(const QString &key, bool missing) const
{
    return valueOfType(key, QJsonValue::Bool).toBool(missing);
}

std::vector<QString> JsonFields::texts(const QString &key) const
{
    std::vector<QString> found;
    const QJsonArray values = valueOfType(key, QJsonValue::Array).toArray();
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QJsonValue value = values.at(i);
        if (!value.isString())
            reject(QStringLiteral("%1[%2]").arg(key).arg(i), wrongType(value, QJsonValue::String));
        found.push_back(value.toString());
    }
    return found;
}

JsonFields JsonFields::object(const QString &key) const
{
    return {valueOfType(key, QJsonValue::Object).toObject(), place(key), *m_defect};
}

std::vector<JsonFields> JsonFields::objects(const QString &key) const
{
    std::vector<JsonFields> found;
    const QJsonArray values = valueOfType(key, QJsonValue::Array).toArray();
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QJsonValue value = values.at(i);
        const QString element = QStringLiteral("%1[%2]").arg(key).arg(i);
        if (!value.isObject())
            reject(element, wrongType(value, QJsonValue::Object));
        found.emplace_back(value.toObject(), place(element), *m_defect);
    }
    return found;
}

} // namespace weighbridge::storage
