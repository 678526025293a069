// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

#include <QJsonObject>
#include <QString>

namespace weighbridge::app
{

/// The needs of the table and then the others of the knowledge base, as people read them.
[[nodiscard]] QString needsText(const knowledge::Catalogue &catalogue,
                                const decision::Decision &decision);
/// The same for scripts.
[[nodiscard]] QJsonObject needsJson(const knowledge::Catalogue &catalogue,
                                    const decision::Decision &decision);

} // namespace weighbridge::app
