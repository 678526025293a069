// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/guide.h"

#include <QJsonObject>
#include <QString>

namespace weighbridge::app
{

/// What to ask next, why, and whether to stop, for people.
[[nodiscard]] QString nextQuestionText(const decision::Decision &decision,
                                       const knowledge::Guidance &guidance);
/// The same for scripts: resources/schemas/next_question.schema.json.
[[nodiscard]] QJsonObject nextQuestionJson(const decision::Decision &decision,
                                           const knowledge::Guidance &guidance);

} // namespace weighbridge::app
