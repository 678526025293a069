// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/document_reader.h"

#include <QFile>
#include <QJsonDocument>

#include <cmath>

namespace weighbridge::json
{

void DocumentReader::fail(const QString &place, const QString &what)
{
    if (!m_mistake.isEmpty())
        return;
    m_mistake = place.isEmpty() ? what : QStringLiteral("%1: %2").arg(place, what);
}

QString DocumentReader::text(const QJsonObject &object, const char *key, const QString &place)
{
    if (!object.contains(QLatin1String(key))) {
        fail(place, QStringLiteral("'%1' is missing").arg(QLatin1String(key)));
        return {};
    }
    const QString value = optionalText(object, key, place);
    if (value.isEmpty())
        fail(place, QStringLiteral("'%1' is empty").arg(QLatin1String(key)));
    return value;
}

QString DocumentReader::optionalText(const QJsonObject &object, const char *key,
                                     const QString &place)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (!value.isUndefined() && !value.isString())
        fail(place, QStringLiteral("'%1' is not text").arg(QLatin1String(key)));
    return value.toString();
}

double DocumentReader::number(const QJsonObject &object, const char *key, const QString &place)
{
    const auto value = optionalNumber(object, key, place);
    if (!value)
        fail(place, QStringLiteral("'%1' is missing").arg(QLatin1String(key)));
    return value.value_or(0);
}

std::optional<double> DocumentReader::optionalNumber(const QJsonObject &object, const char *key,
                                                     const QString &place)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isDouble() || !std::isfinite(value.toDouble())) {
        fail(place, QStringLiteral("'%1' is not a number").arg(QLatin1String(key)));
        return 0;
    }
    return value.toDouble();
}

QJsonArray DocumentReader::array(const QJsonObject &object, const char *key, const QString &place)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (!value.isArray())
        fail(place, value.isUndefined()
                        ? QStringLiteral("'%1' is missing").arg(QLatin1String(key))
                        : QStringLiteral("'%1' is not a list").arg(QLatin1String(key)));
    return value.toArray();
}

QJsonObject DocumentReader::object(const QJsonValue &value, const QString &place)
{
    if (!value.isObject())
        fail(place, QStringLiteral("is not an object"));
    return value.toObject();
}

Error DocumentReader::error(const QString &document) const
{
    return {QStringLiteral("%1 is not usable: %2").arg(document, m_mistake),
            QStringLiteral("Correct that place in the file"),
            {}};
}

QJsonObject readResource(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "readResource", qPrintable(path));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    Q_ASSERT_X(opened && error.error == QJsonParseError::NoError, "readResource",
               qPrintable(path + QStringLiteral(": ") + error.errorString()));
    return document.object();
}

} // namespace weighbridge::json
