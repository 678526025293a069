// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/json_reader.h"

#include <cmath>

namespace weighbridge::json
{

namespace
{

/// Above it a double no longer holds every integer.
constexpr double kGreatestExactInteger = 9007199254740992.0;

} // namespace

JsonReader::JsonReader(const QJsonObject &object, QString place)
    : JsonReader(object, std::move(place), std::make_shared<QString>())
{
}

JsonReader::JsonReader(const QJsonObject &object, QString place, std::shared_ptr<QString> problem)
    : m_object(object), m_place(std::move(place)), m_problem(std::move(problem))
{
}

QString JsonReader::placeOf(const QString &key) const
{
    return m_place.isEmpty() ? key : m_place + QLatin1Char('.') + key;
}

void JsonReader::fail(const QString &key, const QString &what)
{
    if (!failed())
        *m_problem = QStringLiteral("\"%1\" %2").arg(placeOf(key), what);
}

bool JsonReader::missing(const QString &key) const
{
    const QJsonValue found = m_object.value(key);
    return found.isUndefined() || found.isNull();
}

bool JsonReader::has(const QString &key) const
{
    return !missing(key);
}

QJsonValue JsonReader::value(const QString &key, QJsonValue::Type type, const char *expected)
{
    const QJsonValue found = m_object.value(key);
    if (found.isUndefined())
        fail(key, QStringLiteral("is missing"));
    else if (found.type() != type)
        fail(key, QStringLiteral("must be %1").arg(QLatin1String(expected)));
    return failed() ? QJsonValue() : found;
}

QString JsonReader::text(const QString &key)
{
    return value(key, QJsonValue::String, "a text").toString();
}

QString JsonReader::textOr(const QString &key)
{
    return missing(key) ? QString() : text(key);
}

bool JsonReader::boolean(const QString &key)
{
    return value(key, QJsonValue::Bool, "true or false").toBool();
}

double JsonReader::number(const QString &key)
{
    const double found = value(key, QJsonValue::Double, "a number").toDouble();
    if (failed())
        return 0;
    if (!std::isfinite(found) || found < 0) {
        fail(key, QStringLiteral("must be a number that is not negative"));
        return 0;
    }
    return found;
}

double JsonReader::numberOr(const QString &key)
{
    return missing(key) ? 0 : number(key);
}

std::optional<double> JsonReader::optionalNumber(const QString &key)
{
    if (missing(key))
        return std::nullopt;
    return number(key);
}

std::int64_t JsonReader::integer(const QString &key, std::int64_t least)
{
    const double found = value(key, QJsonValue::Double, "a whole number").toDouble();
    if (failed())
        return 0;
    if (!(std::abs(found) <= kGreatestExactInteger) || found != std::floor(found) ||
        found < static_cast<double>(least)) {
        fail(key, QStringLiteral("must be a whole number, at least %1").arg(least));
        return 0;
    }
    return static_cast<std::int64_t>(found);
}

std::int64_t JsonReader::integerOr(const QString &key)
{
    return missing(key) ? 0 : integer(key);
}

QJsonArray JsonReader::array(const QString &key)
{
    return missing(key) ? QJsonArray() : value(key, QJsonValue::Array, "a list").toArray();
}

QStringList JsonReader::texts(const QString &key)
{
    QStringList found;
    for (const QJsonValue &each : array(key)) {
        if (!each.isString())
            fail(key, QStringLiteral("must be a list of texts"));
        found << each.toString();
    }
    return failed() ? QStringList() : found;
}

QHash<QString, QString> JsonReader::textMap(const QString &key)
{
    QHash<QString, QString> found;
    if (missing(key))
        return found;
    const QJsonObject map = value(key, QJsonValue::Object, "an object").toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (!it.value().isString())
            fail(key + QLatin1Char('.') + it.key(), QStringLiteral("must be a text"));
        found.insert(it.key(), it.value().toString());
    }
    return found;
}

QDateTime JsonReader::time(const QString &key)
{
    const QString words = text(key);
    if (failed())
        return {};
    const QDateTime found = QDateTime::fromString(words, Qt::ISODateWithMs);
    if (!found.isValid())
        fail(key, QStringLiteral("must be a time as in 2026-11-23T22:15:00Z"));
    return found.toUTC();
}

JsonReader JsonReader::object(const QString &key)
{
    return {value(key, QJsonValue::Object, "an object").toObject(), placeOf(key), m_problem};
}

std::vector<JsonReader> JsonReader::objects(const QString &key)
{
    std::vector<JsonReader> found;
    int number = 0;
    for (const QJsonValue &each : array(key)) {
        const QString place = QStringLiteral("%1[%2]").arg(key).arg(number++);
        if (!each.isObject())
            fail(place, QStringLiteral("must be an object"));
        found.push_back(JsonReader(each.toObject(), placeOf(place), m_problem));
    }
    return found;
}

} // namespace weighbridge::json
