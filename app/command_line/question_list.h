// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

#include <QJsonObject>
#include <QString>

namespace weighbridge::app
{

/// Every question of the interview with what it takes, and every rule, for people.
[[nodiscard]] QString questionsText(const knowledge::Catalogue &catalogue);
/// The same for scripts: resources/schemas/questions.schema.json.
[[nodiscard]] QJsonObject questionsJson(const knowledge::Catalogue &catalogue);

} // namespace weighbridge::app
