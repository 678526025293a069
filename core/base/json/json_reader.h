// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace weighbridge::json
{

/// Reads typed values out of a JSON object and remembers the first thing that is wrong, with its
/// place ("results[2].latency_ms.p99"). After an error every read returns an empty value, so that a
/// reader can be written straight down and ask once at the end.
class JsonReader
{
public:
    JsonReader(const QJsonObject &object, QString place);

    [[nodiscard]] bool failed() const { return !m_problem->isEmpty(); }
    [[nodiscard]] const QString &problem() const { return *m_problem; }
    void fail(const QString &key, const QString &what);

    QString text(const QString &key);   ///< must be there
    QString textOr(const QString &key); ///< empty where missing or null
    bool boolean(const QString &key);
    double number(const QString &key);   ///< finite, ≥ 0, must be there
    double numberOr(const QString &key); ///< 0 where missing or null
    std::optional<double> optionalNumber(const QString &key);
    std::int64_t integer(const QString &key, std::int64_t least = 0);
    std::int64_t integerOr(const QString &key);
    QStringList texts(const QString &key); ///< empty where missing
    QHash<QString, QString> textMap(const QString &key);
    QDateTime time(const QString &key);    ///< ISO 8601, UTC
    JsonReader object(const QString &key); ///< must be there
    bool has(const QString &key) const;
    std::vector<JsonReader> objects(const QString &key); ///< empty where missing
    QJsonArray array(const QString &key);                ///< empty where missing
    [[nodiscard]] QStringList keys() const { return m_object.keys(); }

private:
    JsonReader(const QJsonObject &object, QString place, std::shared_ptr<QString> problem);
    [[nodiscard]] QString placeOf(const QString &key) const;
    QJsonValue value(const QString &key, QJsonValue::Type type, const char *expected);
    bool missing(const QString &key) const;

    QJsonObject m_object;
    QString m_place;
    std::shared_ptr<QString> m_problem;
};

} // namespace weighbridge::json
