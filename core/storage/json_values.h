// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/json_fields.h"

#include <QDate>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace weighbridge::storage
{

[[nodiscard]] inline QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

[[nodiscard]] inline QJsonValue orNull(const QDate &date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

[[nodiscard]] inline QDate dateFrom(const JsonFields &fields, const QString &key)
{
    const QString text = fields.text(key);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !date.isValid())
        fields.reject(key, QStringLiteral("is '%1', not a date").arg(text));
    return date;
}

/// The list of what `convert` makes of each element.
template <typename List, typename Convert>
[[nodiscard]] QJsonArray arrayOf(const List &list, Convert convert)
{
    QJsonArray array;
    for (const auto &each : list)
        array.append(convert(each));
    return array;
}

[[nodiscard]] inline QJsonArray arrayOf(const std::vector<QString> &texts)
{
    return arrayOf(texts, [](const QString &text) { return text; });
}

/// The name of a kind in the document; the first of a table is the default.
template <typename Kind> struct Name {
    Kind kind;
    QLatin1String name;
};

template <typename Kind, std::size_t Size>
[[nodiscard]] QString nameOf(const Name<Kind> (&names)[Size], Kind kind)
{
    const auto found = std::find_if(std::begin(names), std::end(names),
                                    [kind](const auto &entry) { return entry.kind == kind; });
    return found->name;
}

template <typename Kind, std::size_t Size>
[[nodiscard]] Kind kindOf(const Name<Kind> (&names)[Size], const JsonFields &fields,
                          const QString &key)
{
    const QString text = fields.text(key, names[0].name);
    const auto found = std::find_if(std::begin(names), std::end(names),
                                    [&text](const auto &entry) { return entry.name == text; });
    if (found != std::end(names))
        return found->kind;
    fields.reject(key, QStringLiteral("is '%1', which this version does not know").arg(text));
    return names[0].kind;
}

/// The same for kinds that have names of their own: `fromName` gives nothing where there is none.
template <typename Kind, typename FromName>
[[nodiscard]] Kind namedKind(const JsonFields &fields, const QString &key, Kind missing,
                             FromName fromName)
{
    if (!fields.has(key))
        return missing;
    const QString text = fields.text(key);
    const auto known = fromName(text);
    if (!known)
        fields.reject(key, QStringLiteral("is '%1', which this version does not know").arg(text));
    return known.value_or(missing);
}

/// The elements of a list, each read by `read`.
template <typename Read>
[[nodiscard]] auto listFrom(const JsonFields &fields, const QString &key, Read read)
{
    std::vector<decltype(read(fields))> list;
    for (const JsonFields &each : fields.objects(key))
        list.push_back(read(each));
    return list;
}

/// The same where no "id" may be there twice.
template <typename Read>
[[nodiscard]] auto uniqueListFrom(const JsonFields &fields, const QString &key, Read read)
{
    QSet<QString> ids;
    return listFrom(fields, key, [&](const JsonFields &each) {
        auto element = read(each);
        if (ids.contains(element.id))
            each.reject(QStringLiteral("id"),
                        QStringLiteral("'%1' is there twice").arg(element.id));
        ids.insert(element.id);
        return element;
    });
}

} // namespace weighbridge::storage
