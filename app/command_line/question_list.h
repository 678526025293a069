// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

#include <QJsonObject>
#include <QString>

namespace weighbridge::app
{

/// Whether choices can be told by their numbers.
enum class Numbers { shown, hidden };

/// Indented lines: "a number from 0 to 100, %", or the choices.
[[nodiscard]] QString whatItTakes(const knowledge::Question &question, Numbers numbers);

/// Every question of the interview with what it takes, and every rule, for people.
[[nodiscard]] QString questionsText(const knowledge::Catalogue &catalogue);
/// The same for scripts: resources/schemas/questions.schema.json.
[[nodiscard]] QJsonObject questionsJson(const knowledge::Catalogue &catalogue);

/// One of them, as an element of "questions".
[[nodiscard]] QJsonObject questionJson(const knowledge::Question &question);

} // namespace weighbridge::app
