// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <cmath>
#include <optional>
#include <vector>

namespace weighbridge::report
{

/// Null is "not known"; NaN and infinity never leave the program.
[[nodiscard]] inline QJsonValue orNull(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

[[nodiscard]] inline QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

[[nodiscard]] inline QJsonValue alternativeId(const decision::Decision &decision,
                                              const std::optional<std::size_t> &index)
{
    if (!index || *index >= decision.alternatives.size())
        return QJsonValue::Null;
    return decision.alternatives[*index].id;
}

/// One element for each of `items`.
template <typename Items, typename ToJson>
[[nodiscard]] QJsonArray jsonList(const Items &items, ToJson toJson)
{
    QJsonArray list;
    for (const auto &item : items)
        list.append(toJson(item));
    return list;
}

} // namespace weighbridge::report
