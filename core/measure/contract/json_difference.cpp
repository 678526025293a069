// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/json_difference.h"

#include "core/measure/process/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

QString shortened(const QString &text)
{
    constexpr qsizetype kShown = 80;
    return text.size() > kShown ? text.left(kShown) + QStringLiteral("…") : text;
}

QString written(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("nothing");
    // An array of one, without its brackets: QJsonDocument writes no bare values.
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return shortened(QString::fromUtf8(text.mid(1, text.size() - 2)));
}

std::optional<JsonDifference> compare(const QJsonValue &expected, const QJsonValue &found,
                                      const QString &at);

std::optional<JsonDifference> compareObjects(const QJsonObject &expected, const QJsonObject &found,
                                             const QString &at)
{
    const QString prefix = at.isEmpty() ? QString() : at + QLatin1Char('.');
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (auto difference = compare(it.value(), found.value(it.key()), prefix + it.key()))
            return difference;
    }
    for (auto it = found.begin(); it != found.end(); ++it) {
        if (!expected.contains(it.key()))
            return JsonDifference{prefix + it.key(), QStringLiteral("nothing"),
                                  written(it.value())};
    }
    return std::nullopt;
}

std::optional<JsonDifference> compareArrays(const QJsonArray &expected, const QJsonArray &found,
                                            const QString &at)
{
    for (qsizetype i = 0; i < std::max(expected.size(), found.size()); ++i) {
        const QJsonValue left =
            i < expected.size() ? expected[i] : QJsonValue(QJsonValue::Undefined);
        const QJsonValue right = i < found.size() ? found[i] : QJsonValue(QJsonValue::Undefined);
        if (auto difference = compare(left, right, at + QStringLiteral("[%1]").arg(i)))
            return difference;
    }
    return std::nullopt;
}

std::optional<JsonDifference> compare(const QJsonValue &expected, const QJsonValue &found,
                                      const QString &at)
{
    if (expected.isObject() && found.isObject())
        return compareObjects(expected.toObject(), found.toObject(), at);
    if (expected.isArray() && found.isArray())
        return compareArrays(expected.toArray(), found.toArray(), at);
    if (expected == found)
        return std::nullopt;
    return JsonDifference{at, written(expected), written(found)};
}

/// What QJsonDocument does not tell: how numbers are written, and keys that come twice.
struct Tokens {
    qsizetype keys = 0;
    qsizetype fraction = -1; ///< where a number has a fraction or an exponent
};

Tokens tokensOf(const QByteArray &json)
{
    Tokens tokens;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (inString)
            continue;
        else if (c == ':')
            ++tokens.keys;
        else if (c == '.' || c == 'E' ||
                 (c == 'e' && i > 0 && json[i - 1] >= '0' && json[i - 1] <= '9'))
            tokens.fraction = tokens.fraction < 0 ? i : tokens.fraction;
    }
    return tokens;
}

} // namespace

std::optional<JsonDifference> firstJsonDifference(const QByteArray &expected,
                                                  const QByteArray &found)
{
    QJsonParseError error;
    const QJsonDocument left = QJsonDocument::fromJson(expected);
    const QJsonDocument right = QJsonDocument::fromJson(found, &error);
    if (error.error != QJsonParseError::NoError)
        return JsonDifference{QStringLiteral("byte %1").arg(error.offset), QStringLiteral("JSON"),
                              error.errorString()};
    const auto root = [](const QJsonDocument &document) {
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    };
    if (auto difference = compare(root(left), root(right), {}))
        return difference;
    const Tokens tokens = tokensOf(found);
    if (tokens.fraction >= 0)
        return JsonDifference{
            QStringLiteral("byte %1").arg(tokens.fraction), Words::tr("a whole number"),
            QString::fromUtf8(found.mid(std::max<qsizetype>(0, tokens.fraction - 8), 16))};
    const qsizetype keys = tokensOf(expected).keys;
    if (tokens.keys != keys)
        return JsonDifference{{},
                              QStringLiteral("%1 keys").arg(keys),
                              Words::tr("%1 keys, some of them twice").arg(tokens.keys)};
    return std::nullopt;
}

} // namespace weighbridge::measure
