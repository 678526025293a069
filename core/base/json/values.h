// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <cmath>
#include <cstdint>
#include <optional>

namespace weighbridge::json
{

/// Null is "not known"; NaN and infinity never leave the program.
[[nodiscard]] inline QJsonValue orNull(const std::optional<double> &number)
{
    return number && std::isfinite(*number) ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

[[nodiscard]] inline QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

[[nodiscard]] inline QJsonValue orNull(const QDate &date)
{
    return orNull(date.toString(Qt::ISODate));
}

/// A whole number that programs which read numbers as double keep, too: beyond 2^53 a text.
[[nodiscard]] inline QJsonValue wholeNumber(std::uint64_t number)
{
    constexpr auto kGreatestExact = std::uint64_t{1} << 53;
    return number <= kGreatestExact ? QJsonValue(static_cast<qint64>(number))
                                    : QJsonValue(QString::number(number));
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

/// Of texts or numbers.
template <typename List> [[nodiscard]] QJsonArray arrayOf(const List &list)
{
    return arrayOf(list, [](const auto &each) { return QJsonValue(each); });
}

} // namespace weighbridge::json
