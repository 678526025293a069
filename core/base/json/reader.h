// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace weighbridge::json
{

/// Reads the fields of one JSON object and remembers, for all objects of its document, the first
/// thing that is wrong, with its place ("decision.needs[2].weight is text, not a number"). After a
/// mistake every read still answers with a harmless value, so that the reading code stays a plain
/// list of fields and asks once at the end. Null counts as missing wherever a field may be missing.
class Reader
{
public:
    explicit Reader(QJsonObject object, QString place = {});

    [[nodiscard]] bool has(QAnyStringView key) const;      ///< neither missing nor null
    [[nodiscard]] bool contains(QAnyStringView key) const; ///< not missing; may be null
    [[nodiscard]] QStringList keys() const { return m_object.keys(); }

    /// T: QString, bool, a finite double, int, std::int64_t, std::uint64_t (beyond 2^53 as text),
    /// QDate, QDateTime (UTC), QStringList, vectors of those before, QHash of texts, an enum with
    /// names.
    template <typename T> [[nodiscard]] T required(QAnyStringView key) const;
    template <typename T> [[nodiscard]] std::optional<T> optional(QAnyStringView key) const;
    template <typename T> [[nodiscard]] T valueOr(QAnyStringView key, T missing = T()) const;
    /// A text that must be there and not empty.
    [[nodiscard]] QString filled(QAnyStringView key) const;

    [[nodiscard]] Reader object(QAnyStringView key) const; ///< without fields where missing
    [[nodiscard]] Reader requiredObject(QAnyStringView key) const;
    [[nodiscard]] std::vector<Reader> objects(QAnyStringView key) const; ///< none where missing
    [[nodiscard]] std::vector<Reader> requiredObjects(QAnyStringView key) const;

    /// Records `PLACE WHAT`, unless something else was wrong before. An empty key is the object.
    void reject(QAnyStringView key, const QString &what) const;
    void requireWithin(QAnyStringView key, double number, double least, double greatest) const;
    [[nodiscard]] bool sound() const { return m_mistake->isEmpty(); }
    [[nodiscard]] const QString &mistake() const { return *m_mistake; }

private:
    Reader(QJsonObject object, QString place, std::shared_ptr<QString> mistake);

    [[nodiscard]] QString place(QAnyStringView key) const;
    [[nodiscard]] QJsonValue value(QAnyStringView key) const;
    bool requirePresence(QAnyStringView key) const;
    bool isOfType(QAnyStringView key, const QJsonValue &value, QJsonValue::Type type) const;
    void rejectName(QAnyStringView key, const QString &name) const;

    void convert(QAnyStringView key, const QJsonValue &value, QString &text) const;
    void convert(QAnyStringView key, const QJsonValue &value, bool &flag) const;
    void convert(QAnyStringView key, const QJsonValue &value, double &number) const;
    void convert(QAnyStringView key, const QJsonValue &value, int &number) const;
    void convert(QAnyStringView key, const QJsonValue &value, std::int64_t &number) const;
    void convert(QAnyStringView key, const QJsonValue &value, std::uint64_t &number) const;
    void convert(QAnyStringView key, const QJsonValue &value, QDate &date) const;
    void convert(QAnyStringView key, const QJsonValue &value, QDateTime &time) const;
    void convert(QAnyStringView key, const QJsonValue &value, QStringList &texts) const;
    template <typename T>
    void convert(QAnyStringView key, const QJsonValue &value, std::vector<T> &list) const;
    void convert(QAnyStringView key, const QJsonValue &value, QHash<QString, QString> &map) const;
    template <typename Kind>
    std::enable_if_t<std::is_enum_v<Kind>> convert(QAnyStringView key, const QJsonValue &value,
                                                   Kind &kind) const;

    QJsonObject m_object;
    QString m_place;
    std::shared_ptr<QString> m_mistake;
};

template <typename T> std::optional<T> Reader::optional(QAnyStringView key) const
{
    if (!has(key))
        return std::nullopt;
    T found{};
    convert(key, value(key), found);
    return found;
}

template <typename T> T Reader::required(QAnyStringView key) const
{
    T found{};
    if (requirePresence(key))
        convert(key, value(key), found);
    return found;
}

template <typename T> T Reader::valueOr(QAnyStringView key, T missing) const
{
    return optional<T>(key).value_or(std::move(missing));
}

template <typename T>
void Reader::convert(QAnyStringView key, const QJsonValue &value, std::vector<T> &list) const
{
    if (!isOfType(key, value, QJsonValue::Array))
        return;
    const QJsonArray values = value.toArray();
    for (qsizetype i = 0; i < values.size(); ++i)
        convert(QStringLiteral("%1[%2]").arg(key.toString()).arg(i), values.at(i),
                list.emplace_back());
}

template <typename Kind>
std::enable_if_t<std::is_enum_v<Kind>> Reader::convert(QAnyStringView key, const QJsonValue &value,
                                                       Kind &kind) const
{
    QString name;
    convert(key, value, name);
    if (const auto known = kindOf<Kind>(name))
        kind = *known;
    else
        rejectName(key, name);
}

/// "schema" and "version" of a document of the program's own must be these.
void requireFormat(const Reader &document, const QString &schema, int version);

/// What is wrong with `document`, which is called `name` ("The catalogue"). Precondition: !sound().
[[nodiscard]] Error notUsable(const Reader &document, const QString &name);

/// The elements of a list, each read by `read`; empty where the list is missing.
template <typename Read>
[[nodiscard]] auto listFrom(const Reader &reader, QAnyStringView key, Read read)
{
    std::vector<decltype(read(reader))> list;
    for (const Reader &each : reader.objects(key))
        list.push_back(read(each));
    return list;
}

/// The same where no "id" may be there twice.
template <typename Read>
[[nodiscard]] auto uniqueListFrom(const Reader &reader, QAnyStringView key, Read read)
{
    QSet<QString> ids;
    return listFrom(reader, key, [&](const Reader &each) {
        auto element = read(each);
        if (ids.contains(element.id))
            each.reject("id", QStringLiteral("'%1' is there twice").arg(element.id));
        ids.insert(element.id);
        return element;
    });
}

} // namespace weighbridge::json
