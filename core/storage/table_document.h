// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json/reader.h"
#include "core/decision/model/decision.h"

#include <QJsonArray>

namespace weighbridge::storage
{

/// Alternatives, needs and ratings as the project file holds them. Defects go to the fields.

[[nodiscard]] QJsonArray toJson(const std::vector<decision::Alternative> &alternatives);
[[nodiscard]] std::vector<decision::Alternative> alternativesFrom(const json::Reader &fields);

[[nodiscard]] QJsonArray toJson(const std::vector<decision::Rating> &ratings,
                                const std::vector<decision::Alternative> &alternatives);
/// One rating for each of `alternatives`, unknown where none is given.
[[nodiscard]] std::vector<decision::Rating>
ratingsFrom(const json::Reader &fields, const std::vector<decision::Alternative> &alternatives);

[[nodiscard]] QJsonObject toJson(const decision::Need &need,
                                 const std::vector<decision::Alternative> &alternatives);
[[nodiscard]] decision::Need needFrom(const json::Reader &fields,
                                      const std::vector<decision::Alternative> &alternatives);

/// A weight 0–10.
[[nodiscard]] double weightFrom(const json::Reader &fields, QAnyStringView key, double missing);

} // namespace weighbridge::storage
