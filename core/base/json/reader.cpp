// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/reader.h"

#include "core/base/words.h"

#include <cmath>
#include <limits>

namespace weighbridge::json
{

namespace
{

/// Above it a double no longer holds every integer.
constexpr double kGreatestExactInteger = 9007199254740992.0;

QString typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return Words::tr("true or false");
    case QJsonValue::Double:
        return QStringLiteral("a number");
    case QJsonValue::String:
        return QStringLiteral("text");
    case QJsonValue::Array:
        return QStringLiteral("a list");
    case QJsonValue::Object:
        return Words::tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("missing");
}

QString element(QAnyStringView list, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(list.toString()).arg(index);
}

} // namespace

Reader::Reader(QJsonObject object, QString place)
    : Reader(std::move(object), std::move(place), std::make_shared<QString>())
{
}

Reader::Reader(QJsonObject object, QString place, std::shared_ptr<QString> mistake)
    : m_object(std::move(object)), m_place(std::move(place)), m_mistake(std::move(mistake))
{
}

QString Reader::place(QAnyStringView key) const
{
    if (m_place.isEmpty() || key.empty())
        return m_place + key.toString();
    return m_place + QLatin1Char('.') + key.toString();
}

void Reader::reject(QAnyStringView key, const QString &what) const
{
    if (!sound())
        return;
    const QString where = place(key);
    *m_mistake = where.isEmpty() ? what : where + QLatin1Char(' ') + what;
}

void Reader::rejectName(QAnyStringView key, const QString &name) const
{
    reject(key, Words::tr("is '%1', which this version does not know").arg(name));
}

void Reader::requireWithin(QAnyStringView key, double number, double least, double greatest) const
{
    if (!(number >= least && number <= greatest))
        reject(key, Words::tr("is %1, outside %2 to %3").arg(number).arg(least).arg(greatest));
}

QJsonValue Reader::value(QAnyStringView key) const
{
    return m_object.value(key.toString());
}

bool Reader::has(QAnyStringView key) const
{
    const QJsonValue found = value(key);
    return !found.isUndefined() && !found.isNull();
}

bool Reader::contains(QAnyStringView key) const
{
    return !value(key).isUndefined();
}

bool Reader::requirePresence(QAnyStringView key) const
{
    const bool isThere = contains(key);
    if (!isThere)
        reject(key, Words::tr("is missing"));
    return isThere;
}

bool Reader::isOfType(QAnyStringView key, const QJsonValue &value, QJsonValue::Type type) const
{
    if (value.type() != type)
        reject(key, Words::tr("is %1, not %2").arg(typeName(value.type()), typeName(type)));
    return value.type() == type;
}

QString Reader::filled(QAnyStringView key) const
{
    const QString text = required<QString>(key);
    if (text.isEmpty())
        reject(key, Words::tr("is empty"));
    return text;
}

Reader Reader::object(QAnyStringView key) const
{
    const QJsonValue found = value(key);
    if (has(key))
        isOfType(key, found, QJsonValue::Object);
    return {found.toObject(), place(key), m_mistake};
}

Reader Reader::requiredObject(QAnyStringView key) const
{
    if (requirePresence(key))
        isOfType(key, value(key), QJsonValue::Object);
    return {value(key).toObject(), place(key), m_mistake};
}

std::vector<Reader> Reader::objects(QAnyStringView key) const
{
    return has(key) ? requiredObjects(key) : std::vector<Reader>();
}

std::vector<Reader> Reader::requiredObjects(QAnyStringView key) const
{
    std::vector<Reader> found;
    if (!requirePresence(key) || !isOfType(key, value(key), QJsonValue::Array))
        return found;
    const QJsonArray values = value(key).toArray();
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QJsonValue value = values.at(i);
        const QString name = element(key, i);
        isOfType(name, value, QJsonValue::Object);
        found.push_back(Reader(value.toObject(), place(name), m_mistake));
    }
    return found;
}

void Reader::convert(QAnyStringView key, const QJsonValue &value, QString &text) const
{
    if (isOfType(key, value, QJsonValue::String))
        text = value.toString();
}

void Reader::convert(QAnyStringView key, const QJsonValue &value, bool &flag) const
{
    if (isOfType(key, value, QJsonValue::Bool))
        flag = value.toBool();
}

void Reader::convert(QAnyStringView key, const QJsonValue &value, double &number) const
{
    if (!isOfType(key, value, QJsonValue::Double))
        return;
    if (std::isfinite(value.toDouble()))
        number = value.toDouble();
    else
        reject(key, Words::tr("is not a finite number"));
}

void Reader::convert(QAnyStringView key, const QJsonValue &value, std::int64_t &number) const
{
    double found = 0;
    convert(key, value, found);
    if (found != std::trunc(found) || std::abs(found) > kGreatestExactInteger)
        reject(key, Words::tr("is %1, not a whole number").arg(found));
    else
        number = static_cast<std::int64_t>(found);
}

void Reader::convert(QAnyStringView key, const QJsonValue &value, int &number) const
{
    std::int64_t found = 0;
    convert(key, value, found);
    if (std::abs(found) > std::numeric_limits<int>::max())
        reject(key, Words::tr("is too large"));
    else
        number = static_cast<int>(found);
}

void Reader::convert(QAnyStringView key, const QJsonValue &value, std::uint64_t &number) const
{
    bool isWhole = false;
    if (value.isString()) {
        number = value.toString().toULongLong(&isWhole);
    } else if (isOfType(key, value, QJsonValue::Double)) {
        const qint64 found = value.toInteger(-1);
        isWhole = found >= 0;
        number = isWhole ? static_cast<std::uint64_t>(found) : 0;
    }
    if (!isWhole)
        reject(key, Words::tr("is not a whole number of 0 or more"));
}

void Reader::convert(QAnyStringView key, const QJsonValue &value, QDate &date) const
{
    QString text;
    convert(key, value, text);
    date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        reject(key, Words::tr("is '%1', not a date").arg(text));
}

void Reader::convert(QAnyStringView key, const QJsonValue &value, QDateTime &time) const
{
    QString text;
    convert(key, value, text);
    time = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    if (!time.isValid())
        reject(key, Words::tr("is '%1', not a time as in 2026-11-23T22:15:00Z").arg(text));
}

void Reader::convert(QAnyStringView key, const QJsonValue &value, QStringList &texts) const
{
    std::vector<QString> found;
    convert(key, value, found);
    texts = QStringList(found.begin(), found.end());
}

void Reader::convert(QAnyStringView key, const QJsonValue &value,
                     QHash<QString, QString> &map) const
{
    if (!isOfType(key, value, QJsonValue::Object))
        return;
    const Reader fields(value.toObject(), place(key), m_mistake);
    for (const QString &name : fields.keys())
        map.insert(name, fields.required<QString>(name));
}

void requireFormat(const Reader &document, const QString &schema, int version)
{
    if (document.required<QString>("schema") != schema)
        document.reject("schema", Words::tr("is not '%1'").arg(schema));
    if (const int found = document.required<int>("version"); found != version)
        document.reject("version",
                        Words::tr("is %1, this program reads %2").arg(found).arg(version));
}

Error notUsable(const Reader &document, const QString &name)
{
    return {Words::tr("%1 is not usable: %2").arg(name, document.mistake()),
            Words::tr("Correct that place in the file"),
            {}};
}

} // namespace weighbridge::json
